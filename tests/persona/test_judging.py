"""The rules of verdicts in words: as help and documentation tell them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from persona.judging import LevelRow, caps, levels, titles
from persona.verdict import RULES

ROOT = Path(__file__).resolve().parents[2]


def test_levels_are_told_from_the_rules() -> None:
    assert titles() == (
        "People behind what is told", "Statements of each persona", "Smallest group", "Same groups again",
    )  # fmt: skip
    assert levels() == (
        LevelRow("ready", "Ready to present", ("70 % or more", "8 or more", "30 people, or 5 %", "0.80 or more")),
        LevelRow("with_care", "Present with care", ("40 % or more", "4 or more", "10 people", "0.60 or more")),
        LevelRow(
            "not_yet",
            "Do not present yet",
            ("less than 40 %", "fewer than 4", "fewer than 10 people", "less than 0.60"),
        ),
    )


def test_the_committed_page_is_made_from_the_rules() -> None:
    made = subprocess.run([sys.executable, "scripts/verdict.py"], cwd=ROOT, capture_output=True, check=True)

    assert (ROOT / "docs" / "verdict.md").read_bytes() == made.stdout


def test_a_measure_is_told_as_it_is_judged() -> None:
    """What the table says of a value is what the rule does with it."""
    words = dict(zip(titles(), levels()[0].cells, strict=True))
    shares = ("People behind what is told", "people_behind"), ("Same groups again", "same_groups")

    for title, name in shares:
        bound = RULES[name].ready
        assert words[title] == f"{RULES[name].shown(bound)} or more"
        assert (RULES[name].level(bound), RULES[name].level(bound - 0.001)) == ("ready", "with_care")


def test_what_keeps_a_result_from_being_ready_is_told_with_its_share() -> None:
    assert len(caps()) == len(set(caps())) > 0
    assert not [text for text in caps() if "{" in text]
    assert any("10 %" in text for text in caps())
    assert any("50 %" in text or "half" in text for text in caps())

"""The rules of verdicts in words: as help and documentation tell them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from persona.judging import LevelRow, levels, titles

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

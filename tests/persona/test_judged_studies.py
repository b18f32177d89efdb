"""What a boss would say of eight studies: the verdict on their figures, frozen; nothing of their texts is here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from persona.models import ColumnUse, CountTried, Persona, PersonaConfig, Segment, SegmentationSummary, Statement
from persona.verdict import judge

if TYPE_CHECKING:
    from persona.models import Level, Verdict

FIGURES: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "data" / "judged_studies.json").read_text(encoding="utf-8")
)
"""By study: the groups, and of each its people, those who wrote and are heard, and its statements as origin with
support and base (m: a mean). Found by version 0.6 with the settings of a new run."""
ORIGINS = {"q": "quoted", "c": "counted", "m": "counted"}
BOSS: dict[str, tuple[Level, str]] = {
    "planning-invented": ("ready", "same_groups"),
    "r-users": ("with_care", "same_groups"),
    "food_world_cup": ("with_care", "same_groups"),
    "bfi_personality": ("with_care", "statements"),
    "cncf_wasm_2022": ("not_yet", "same_groups"),
    "course_comments": ("not_yet", "same_groups"),
    "instructor_training_2018": ("not_yet", "same_groups"),
    "carpentrycon_2020_nps": ("not_yet", "statements"),
}
"""What may be said of each, and a measure that has this very level."""


def verdict(study: str, **changes: Any) -> Verdict:
    found = {**FIGURES[study], **changes}
    people = sum(persona[0] for persona in found["personas"])
    personas = [_persona(number, people, *each) for number, each in enumerate(found["personas"], start=1)]
    used = ("one",) if found["one"] else ("one", "two")
    segmentation = SegmentationSummary(
        segments=tuple(Segment(index=each.index, size=each.size, share=each.share) for each in personas),
        strength=found["strength"],
        reason="",
        score=0.0,
        null_score=0.0,
        agreement=found["agreement"],
        tried=tuple(CountTried(count=count, shared_bits=0.0, agreement=value) for count, value in found["tried"]),
        columns=tuple(ColumnUse(name=name, used=True, reason="") for name in used),
        between=0,
    )
    return judge(personas, segmentation, PersonaConfig())


def _persona(index: int, people: int, size: int, wrote: int, heard: int, said: str) -> Persona:
    statements = tuple(_statement(f"{index}-{place}", each) for place, each in enumerate(said.split()))
    return Persona(
        index=index, name="", tagline="", summary="", size=size, share=size / people, facts=(), quotes=(),
        statements=statements, wrote=wrote, heard=heard,
    )  # fmt: skip


def _statement(name: str, told: str) -> Statement:
    support, base = map(int, told[1:].split("/"))
    share = support / base if told[0] == "c" else None
    return Statement(
        id=name, kind="goal", text="", origin=ORIGINS[told[0]], strength="clear", support=support, base=base, note="",
        evidence=(), share=share, mean=1.0 if told[0] == "m" else None,
    )  # fmt: skip


@pytest.mark.parametrize("study", BOSS)
def test_a_study_is_judged_as_a_boss_would(study: str) -> None:
    level, measure = BOSS[study]
    found = verdict(study)

    assert found.level == level
    assert {reason.measure: reason.level for reason in found.reasons}[measure] == level


def test_whatever_is_not_ready_says_what_to_do() -> None:
    for study, (level, _) in BOSS.items():
        steps = [reason.step for reason in verdict(study).reasons if reason.step]
        assert bool(steps) == (level != "ready"), study


@pytest.mark.parametrize("thin", [[4, 0, 0, "c3/4 c3/4 c3/4 c3/4 c3/4"], [60, 0, 0, ""], [60, 50, 40, "q9/50 q9/50"]])
def test_one_group_of_a_few_people_or_with_nothing_to_say_spoils_the_best_study(thin: list[Any]) -> None:
    good = FIGURES["planning-invented"]["personas"]

    assert verdict("planning-invented", personas=[*good, thin]).level == "not_yet"

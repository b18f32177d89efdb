"""The verdict on the page of results: its looks by level, and where its next steps lead."""

from __future__ import annotations

from typing import Any, get_args
from uuid import UUID

import pytest

from generation.models import Run
from generation.personas.verdicts import LOOKS, STEPS_AT_MOST, Step, VerdictPage, verdict_of
from persona.messages.verdicts import LEVEL_TITLES
from persona.models import Level, NextStep, Reason, Verdict

EXPERIMENT = UUID("01a2296b-1e78-7cd7-8fbc-b8f49bc96d93")  # the same in all processes of tests
CHECK, UPLOAD, SETTINGS = (f"/experiments/{EXPERIMENT}/{page}/" for page in ("check", "upload", "settings"))


def reason(action: Any = None, label: str = "", level: Level = "with_care") -> Reason:
    step = NextStep(action=action, label=label) if action else None
    return Reason(
        measure="statements", level=level, value=1, figure="1", label="statements", note="1 in all", step=step
    )


def page(*reasons: Reason, level: Level = "with_care") -> VerdictPage:
    verdict = Verdict(level=level, sentence="So it is.", reasons=reasons)
    found = verdict_of(Run(experiment_id=EXPERIMENT, verdict=verdict.model_dump(mode="json")))
    assert found is not None
    return found


def test_every_level_has_its_looks_and_its_title() -> None:
    assert set(LOOKS) == set(LEVEL_TITLES) == set(get_args(Level))


@pytest.mark.parametrize("level", get_args(Level))
def test_a_level_is_told_by_words_colour_and_icon(level: Level) -> None:
    found = page(level=level)

    assert (found.title, found.style, found.icon) == (LEVEL_TITLES[level], *LOOKS[level])
    assert (found.sentence, found.reasons, found.steps) == ("So it is.", (), [])


def test_no_two_levels_look_alike() -> None:
    assert len({style for style, _ in LOOKS.values()}) == len({icon for _, icon in LOOKS.values()}) == len(LOOKS)


@pytest.mark.parametrize(
    ("action", "address"),
    [
        ("describe_only", CHECK),
        ("add_answers", UPLOAD),
        ("fewer_personas", SETTINGS),
        ("use_model", SETTINGS),
    ],
)
def test_a_step_leads_to_where_it_is_done(action: str, address: str) -> None:
    assert page(reason(action, "Do it")).steps == [Step("Do it", address)]


def test_what_decides_comes_first_and_each_step_stands_once() -> None:
    found = page(
        reason("use_model", "Let a model write"),
        reason(),
        reason("add_answers", "Add more answers", "not_yet"),
        reason("add_answers", "Add more answers", "not_yet"),
        level="not_yet",
    )

    assert found.steps == [Step("Add more answers", UPLOAD), Step("Let a model write", SETTINGS)]


def test_there_are_few_buttons() -> None:
    found = page(*(reason("add_answers", f"Step {number}") for number in range(5)))

    assert [step.label for step in found.steps] == ["Step 0", "Step 1"]
    assert len(found.steps) == STEPS_AT_MOST


@pytest.mark.parametrize("stored", [None, {}])
def test_a_run_of_an_older_version_has_none(stored: Any) -> None:
    assert verdict_of(Run(experiment_id=EXPERIMENT, verdict=stored)) is None

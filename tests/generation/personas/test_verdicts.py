"""The verdict on the page of results: its looks by level, and where its next steps lead."""

from __future__ import annotations

from typing import Any, get_args
from uuid import UUID

import pytest

from generation.models import Run
from generation.personas.verdicts import ICONS, LOOKS, STEPS_AT_MOST, Step, VerdictPage, verdict_of
from persona.messages.verdicts import LEVEL_TITLES
from persona.models import Level, NextStep, Reason, Verdict
from persona.models.verdict import Action

EXPERIMENT = UUID("01a2296b-1e78-7cd7-8fbc-b8f49bc96d93")  # the same in all processes of tests
RUN = UUID("01a2296b-1e78-7cd7-8fbc-b8f49bc96d94")
CHECK, NEW, WRITERS = (
    f"/experiments/{EXPERIMENT}/check/",
    "/experiments/new/",
    f"/experiments/{EXPERIMENT}/settings/#writers",
)
NEXT = f"/runs/{RUN}/next/"


def reason(action: Any = None, label: str = "", level: Level = "with_care") -> Reason:
    answers = {"weight:w": "use"} if action == "use_weights" else {}
    step = NextStep(action=action, label=label, answers=answers) if action else None
    return Reason(
        measure="statements", level=level, value=1, figure="1", label="statements", note="1 in all", step=step
    )


def page(*reasons: Reason, level: Level = "with_care", model: str = "builtin") -> VerdictPage:
    verdict = Verdict(level=level, sentence="So it is.", reasons=reasons)
    run = Run(pk=RUN, experiment_id=EXPERIMENT, verdict=verdict.model_dump(mode="json"), config={"model": model})
    found = verdict_of(run)
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
    ("action", "button", "address", "is_post"),
    [
        ("fewer_personas", "Start this run", NEXT, True),
        ("describe_only", "Start this run", NEXT, True),
        ("join_columns", "Start this run", NEXT, True),
        ("use_question", "Start this run", NEXT, True),
        ("use_weights", "Start this run", NEXT, True),
        ("answer_doubts", "Open the questions", CHECK, False),
        ("add_answers", "New experiment", NEW, False),
        ("use_model", "Choose a writer", WRITERS, False),
    ],
)
def test_a_step_starts_a_run_or_opens_its_form(action: Any, button: str, address: str, is_post: bool) -> None:
    assert page(reason(action, "Do it")).steps == [Step(action, "Do it", "", button, address, is_post)]


def test_every_step_has_its_icon() -> None:
    assert set(ICONS) == set(get_args(Action))


def test_a_run_that_costs_money_is_looked_at_first() -> None:
    assert [step.button for step in page(reason("fewer_personas", "Do it"), model="openai:x").steps] == [
        "Look at the price"
    ]


def test_what_decides_comes_first_and_each_step_stands_once() -> None:
    found = page(
        reason("use_model", "Let a model write"),
        reason(),
        reason("add_answers", "Add more answers", "not_yet"),
        reason("add_answers", "Add more answers", "not_yet"),
        level="not_yet",
    )

    assert [(step.label, step.address) for step in found.steps] == [
        ("Add more answers", NEW),
        ("Let a model write", WRITERS),
    ]


def test_there_are_few_buttons() -> None:
    found = page(*(reason("add_answers", f"Step {number}") for number in range(5)))

    assert [step.label for step in found.steps] == ["Step 0", "Step 1", "Step 2"]
    assert len(found.steps) == STEPS_AT_MOST


@pytest.mark.parametrize("stored", [None, {}])
def test_a_run_of_an_older_version_has_none(stored: Any) -> None:
    assert verdict_of(Run(experiment_id=EXPERIMENT, verdict=stored)) is None

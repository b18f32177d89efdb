"""A verdict, its reasons and their steps, as they are kept and read again."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from pydantic import ValidationError

from persona.models import Level, NextStep, Reason, Verdict
from persona.models.verdict import Action

STEP = NextStep(action="join_columns", label="Join the columns", answers={"join:a": "together"})
REASON = Reason(
    measure="statements",
    level="with_care",
    value=5,
    ready_from=8,
    figure="5",
    label="statements for each persona",
    note="12 in all; good from 8",
    why="Some groups have little to say: Ana.",
    step=STEP,
)
VERDICT = Verdict(level="with_care", sentence=REASON.why, reasons=(REASON,))


def test_a_verdict_survives_json() -> None:
    assert Verdict.model_validate_json(VERDICT.model_dump_json()) == VERDICT


def test_a_step_that_needs_nothing_is_its_name_and_label() -> None:
    assert NextStep(action="add_answers", label="Add more answers").model_dump() == {
        "action": "add_answers",
        "label": "Add more answers",
        "count": None,
        "columns": (),
        "answers": {},
        "effect": "",
    }


@pytest.mark.parametrize("action", get_args(Action))
@pytest.mark.parametrize("level", get_args(Level))
def test_every_level_and_action_is_kept(level: Any, action: Any) -> None:
    reason = REASON.model_copy(update={"level": level, "step": STEP.model_copy(update={"action": action})})

    assert Reason.model_validate_json(reason.model_dump_json()) == reason


@pytest.mark.parametrize(
    ("kind", "value", "field", "wrong"),
    [
        (Verdict, VERDICT, "level", "perfect"),
        (Reason, REASON, "level", ""),
        (NextStep, STEP, "action", "pray"),
        (NextStep, STEP, "count", "three"),
    ],
)
def test_other_words_are_refused(kind: Any, value: Any, field: str, wrong: str) -> None:
    with pytest.raises(ValidationError) as caught:
        kind.model_validate({**value.model_dump(), field: wrong})

    assert [error["loc"] for error in caught.value.errors()] == [(field,)]


def test_a_cap_has_no_value_from_which_it_is_ready() -> None:
    needed = {name for name, field in Reason.model_fields.items() if field.is_required()}

    assert needed == {"measure", "level", "value", "figure", "label", "note"}

"""Who of new people belongs where, and the questions that tell it: whole values, in JSON and back."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from persona.models import ColumnRole
from persona.models.assigning import Accuracy, Assigned, Assignment, FormQuestion, PlacedCount, ShortForm

ACCURACY = Accuracy(right=0.9, chance=0.6, right_when_sure=None, sure=0.0, people=100)
ASSIGNED = Assigned(
    sentence="Nine in ten are placed right.",
    rows=3,
    placed=2,
    accuracy=ACCURACY,
    personas=(PlacedCount(persona=1, people=2, sure=1, share=1.0, study_share=0.6),),
    lacking=("Plan",),
    notes=("“Plan” is not in the new data.",),
    assignments=(
        Assignment(row=1, persona=1, sure=0.95, next=2, answered=4),
        Assignment(row=2, persona=1, sure=0.55, next=2, answered=1),
        Assignment(row=3, persona=None, sure=0.0, answered=0),
    ),
)
FORM = ShortForm(
    questions=(
        FormQuestion(question="Plan?", column="plan", role=ColumnRole.CATEGORY, options=("Free", "Pro"), right=0.7),
        FormQuestion(question="Trips?", column="trips", role=ColumnRole.NUMBER, options=(), right=0.8),
        FormQuestion(question="Taste?", column="t", role=ColumnRole.RATING, options=(), scale=(1.0, 5.0), right=0.85),
    ),
    accuracy=ACCURACY,
    all_right=0.9,
)


@pytest.mark.parametrize("value", [ASSIGNED, FORM, ACCURACY], ids=lambda value: type(value).__name__)
def test_a_value_survives_json(value: Any) -> None:
    assert type(value).model_validate_json(value.model_dump_json()) == value


def test_who_answered_nothing_belongs_nowhere() -> None:
    assert ASSIGNED.assignments[-1].model_dump() == {
        "row": 3,
        "persona": None,
        "sure": 0.0,
        "next": None,
        "answered": 0,
    }


def test_roles_of_questions_are_words_in_json() -> None:
    found = FORM.model_dump(mode="json")["questions"]

    assert [question["role"] for question in found] == ["category", "number", "rating"]
    assert [question["scale"] for question in found] == [None, None, [1.0, 5.0]]


@pytest.mark.parametrize(
    ("kind", "value", "changes", "where"),
    [
        (Accuracy, ACCURACY, {"right": "often"}, ("right",)),
        (Accuracy, ACCURACY, {"people": 1.5}, ("people",)),
        (Assigned, ASSIGNED, {"assignments": [{"row": 1, "persona": 1}]}, ("assignments", 0, "sure")),
        (Assigned, ASSIGNED, {"accuracy": None}, ("accuracy",)),
        (ShortForm, FORM, {"questions": [{}]}, ("questions", 0, "question")),
        (ShortForm, FORM, {"all": 1}, ("all",)),
    ],
)
def test_what_says_too_little_or_too_much_is_refused(
    kind: Any, value: Any, changes: dict[str, Any], where: tuple[Any, ...]
) -> None:
    with pytest.raises(ValidationError) as caught:
        kind.model_validate(value.model_dump() | changes)

    assert caught.value.errors()[0]["loc"] == where

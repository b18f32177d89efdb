"""Columns: roles are words of the contract, and a choice says only what somebody said."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from persona.models import Column, ColumnChoice, ColumnRole


def test_roles_are_the_words_of_the_contract() -> None:
    assert [role.value for role in ColumnRole] == [
        "id",
        "open_answer",
        "category",
        "multiple_choice",
        "rating",
        "number",
        "date",
        "personal_data",
        "ignore",
    ]


def test_a_role_is_its_word() -> None:
    assert (ColumnRole.OPEN == "open_answer", f"{ColumnRole.OPEN}", ColumnRole("rating")) == (
        True,
        "open_answer",
        ColumnRole.RATING,
    )


def test_a_column_needs_what_profiling_always_knows() -> None:
    with pytest.raises(ValidationError) as caught:
        Column.model_validate({"name": "Why?"})

    assert {error["loc"][0] for error in caught.value.errors()} == {
        "position",
        "role",
        "basis",
        "question",
        "filled",
        "distinct",
    }


def test_scales_and_options_survive_json() -> None:
    column = Column(
        name="q1",
        position=3,
        role=ColumnRole.RATING,
        basis=True,
        question="How often?",
        filled=80,
        distinct=5,
        scale=(1.0, 5.0),
        scale_words=("never", "always"),
        options=("always", "never"),
        separator=";",
    )

    assert Column.model_validate_json(column.model_dump_json()) == column


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (ColumnChoice(), {}),
        (ColumnChoice(role=ColumnRole.IGNORE), {"role": "ignore"}),
        (ColumnChoice(basis=False), {"basis": False}),
    ],
)
def test_a_choice_says_only_what_somebody_said(choice: ColumnChoice, said: dict[str, object]) -> None:
    assert choice.model_dump(mode="json", exclude_none=True) == said

"""Whose words are wanted, read from an address: what is said wrongly counts as not said."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from experiments.quote_filters import Chip, FilterForm, closed_questions
from persona.models import Column, ColumnRole
from persona.models.asking import GivenAnswer, QuoteFilter


def column(name: str, role: ColumnRole, **more: object) -> Column:
    return Column.model_validate(
        {"name": name, "position": 0, "role": role, "basis": True, "question": name, "filled": 9, "distinct": 3} | more
    )


COLUMNS = (
    column("Why?", ColumnRole.OPEN),
    column("Plan", ColumnRole.CATEGORY, options=("Free", "Team")),
    column("Hours", ColumnRole.NUMBER),
    column("Stars", ColumnRole.RATING, scale=(1, 5)),
)
CLOSED = closed_questions(COLUMNS)


def test_people_are_chosen_by_closed_questions_with_options_or_a_scale() -> None:
    assert [(one.number, one.column.name, one.options) for one in CLOSED] == [
        (1, "Plan", ("Free", "Team")),
        (2, "Stars", ("1", "2", "3", "4", "5")),
    ]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("", QuoteFilter()),
        (
            "persona=2&language=de&a=1.2&a=2.5",
            QuoteFilter(
                personas=(2,),
                language="de",
                answers=(GivenAnswer(column="Plan", option="Team"), GivenAnswer(column="Stars", option="5")),
            ),
        ),
        ("persona=x&language=german&a=1.3&a=9.1&a=1&a=..&by=7", QuoteFilter()),
    ],
)
def test_the_address_is_read(query: str, wanted: QuoteFilter) -> None:
    form = FilterForm.read(QueryDict(query), CLOSED)

    assert (form.wanted, form.chosen) == (wanted, None)


def test_the_options_of_one_question_are_offered_and_what_is_chosen_can_be_taken_away() -> None:
    form = FilterForm.read(QueryDict("q=why&by=1&a=1.2&a=2.5"), CLOSED)

    assert [(one.value, one.option, one.chosen) for one in form.choices] == [
        ("1.1", "Free", False),
        ("1.2", "Team", True),
    ]
    assert form.kept == ("2.5",)
    assert form.chips(("q", "why")) == (
        Chip("Plan", "Team", "?q=why&a=2.5"),
        Chip("Stars", "5", "?q=why&a=1.2"),
    )

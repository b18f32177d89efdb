"""A word on columns, as the same word on questions."""

from __future__ import annotations

import pytest

from persona.exceptions import ConfigurationError
from persona.models import ColumnChoice, ColumnRole, QuestionChoice, QuestionKind
from persona.questionnaire.column_choices import as_questions, column_names
from tests.questionnaires import Rows, read

NAMES = ("City", "Tools - Slack", "Tools - Zoom", "Tools - Mail", "Age")
TABLE = Rows(
    NAMES,
    [
        (city, "Slack" if at % 2 else "", "Zoom" if at % 3 else "", "Mail" if at % 5 == 0 else "", str(20 + at))
        for at, city in enumerate(["Graz", "Porto", "Turku"] * 10)
    ],
)


def test_columns_are_named_in_the_order_of_the_file() -> None:
    assert column_names(read(TABLE)) == list(NAMES)


def test_a_role_of_a_question_with_one_column_is_its_kind() -> None:
    said = as_questions({"Age": ColumnChoice(role=ColumnRole.CATEGORY, basis=True)}, read(TABLE))

    assert said == {"age": QuestionChoice(kind=QuestionKind.SINGLE)}


def test_what_says_no_more_than_was_read_is_left_out() -> None:
    said = as_questions({"City": ColumnChoice(role=ColumnRole.CATEGORY)}, read(TABLE))

    assert said == {}


def test_a_use_of_one_column_is_that_of_its_whole_question() -> None:
    said = as_questions({"Tools - Zoom": ColumnChoice(role=ColumnRole.MULTIPLE, basis=False)}, read(TABLE))

    assert said == {"tools": QuestionChoice(use="describe")}


def test_another_role_takes_a_column_out_of_its_question() -> None:
    said = as_questions({"Tools - Mail": ColumnChoice(role=ColumnRole.IGNORE)}, read(TABLE))
    found = read(TABLE, questions=said)

    assert said == {"Tools - Mail": QuestionChoice(kind=QuestionKind.UNUSED)}
    assert [(q.names, q.kind) for q in found.questions if q.text.startswith("Tools")] == [
        (("Tools - Slack", "Tools - Zoom"), QuestionKind.MULTIPLE),
        (("Tools - Mail",), QuestionKind.UNUSED),
    ]


def test_a_name_that_no_column_has_is_an_error() -> None:
    with pytest.raises(ConfigurationError, match="There is no column “Town”"):
        as_questions({"Town": ColumnChoice(basis=True)}, read(TABLE))

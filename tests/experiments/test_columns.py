"""Columns as a view of the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from experiments import questions
from experiments.columns import changes, columns_of
from experiments.questionnaires import as_read, questionnaire_of
from persona.models import ColumnChoice, ColumnRole, QuestionChoice
from persona.questionnaire.kinds import QuestionKind as Kind

if TYPE_CHECKING:
    from experiments.models import DataSource

pytestmark = pytest.mark.django_db


def test_nothing_changed_is_no_choice(source: DataSource) -> None:
    assert changes(as_read(source), questionnaire_of(source)) == {}


def test_what_is_said_of_a_question_is_said_of_its_columns(source: DataSource) -> None:
    after = questions.choose(source=source, questions={"city": QuestionChoice(kind=Kind.OPEN, use="basis")})

    assert changes(as_read(after), questionnaire_of(after)) == {"city": ColumnChoice(role=ColumnRole.OPEN, basis=True)}
    [city] = [column for column in columns_of(after) if column.name == "city"]
    assert (city.role, city.basis) == (ColumnRole.OPEN, True)


def test_a_question_that_is_not_used_is_left_out(source: DataSource) -> None:
    after = questions.choose(source=source, questions={"what-annoys-you": QuestionChoice(use="none")})

    assert [column.role for column in columns_of(after)][2] is ColumnRole.IGNORE
    assert after.overrides == {"What annoys you?": {"role": "ignore", "basis": None}}

"""Columns as a view of the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from experiments import questions
from experiments.columns import columns_of
from persona.models import ColumnRole, QuestionChoice
from persona.questionnaire.kinds import QuestionKind as Kind

if TYPE_CHECKING:
    from experiments.models import DataSource

pytestmark = pytest.mark.django_db


def test_what_is_said_of_a_question_is_said_of_its_column(source: DataSource) -> None:
    after = questions.choose(source=source, questions={"city": QuestionChoice(kind=Kind.OPEN, use="basis")})

    [city] = [column for column in columns_of(after) if column.name == "city"]
    assert (city.role, city.basis) == (ColumnRole.OPEN, True)


def test_a_question_that_is_not_used_is_left_out(source: DataSource) -> None:
    after = questions.choose(source=source, questions={"what-annoys-you": QuestionChoice(use="none")})

    [annoys] = [column for column in columns_of(after) if column.name == "What annoys you?"]
    assert annoys.role is ColumnRole.IGNORE

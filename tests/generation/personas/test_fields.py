"""Answers to the few questions that place somebody, as the library reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.http import QueryDict

from generation.personas.assigning import LONGEST, Field, _fields
from persona.models import ColumnRole
from persona.models.assigning import Accuracy, FormQuestion, ShortForm
from persona.recoding.cells import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Sequence


def asked(role: ColumnRole = ColumnRole.CATEGORY, *options: str) -> FormQuestion:
    return FormQuestion(question="q?", column="q", role=role, options=options, right=0.5)


TOOLS = ("App", "Paper")


@pytest.mark.parametrize(
    ("question", "given", "cell"),
    [
        pytest.param(asked(ColumnRole.CATEGORY, *TOOLS), ["App"], "App", id="a choice"),
        pytest.param(asked(ColumnRole.CATEGORY, *TOOLS), ["App", "Paper"], "App", id="of two choices the first"),
        pytest.param(
            asked(ColumnRole.CATEGORY, *TOOLS), ["Fax", "Paper"], "Paper", id="what was not offered is passed over"
        ),
        pytest.param(asked(ColumnRole.CATEGORY, *TOOLS), ["Fax"], "", id="only what was not offered"),
        pytest.param(asked(ColumnRole.CATEGORY, *TOOLS), [], "", id="no answer"),
        pytest.param(
            asked(ColumnRole.MULTIPLE, *TOOLS),
            ["Paper", "App"],
            f"Paper{SEPARATOR}App",
            id="several, as they were given",
        ),
        pytest.param(asked(ColumnRole.MULTIPLE, *TOOLS), ["Fax"], "", id="several, none of them offered"),
        pytest.param(asked(ColumnRole.NUMBER), ["41"], "41", id="a number"),
        pytest.param(asked(ColumnRole.NUMBER), ["9" * 600], "9" * LONGEST, id="no more than so many letters"),
        pytest.param(asked(ColumnRole.RATING, "1", "2"), ["2"], "2", id="a place on a scale"),
    ],
)
def test_an_answer_as_a_cell(question: FormQuestion, given: Sequence[str], cell: str) -> None:
    field = Field(3, question, given)

    assert (field.name, field.cell, field.is_several) == ("q3", cell, question.role is ColumnRole.MULTIPLE)


def test_each_question_takes_the_answers_of_its_number() -> None:
    accuracy = Accuracy(right=0.5, chance=0.5, right_when_sure=None, sure=0, people=9)
    form = ShortForm(questions=(asked(), asked(ColumnRole.MULTIPLE, *TOOLS)), accuracy=accuracy, all_right=0.5)

    fields = _fields(form, QueryDict("q2=App&q2=Paper&q1=7&q9=x"))

    assert [(field.name, field.cell) for field in fields] == [("q1", "7"), ("q2", f"App{SEPARATOR}Paper")]
    assert [field.cell for field in _fields(form, QueryDict(""))] == ["", ""]

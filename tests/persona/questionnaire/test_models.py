"""What follows from the parts of a questionnaire: spans of rows, ids of doubts, rows that are left out."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from persona.questionnaire.models import Answer, Doubt, Excluded, ExcludedRows, Question, Questionnaire

QUESTION = Question(id="q1", text="Cook?", kind="single_choice", columns=(0,), names=("Cook?",), use="basis")


@pytest.mark.parametrize(
    ("rows", "spans"),
    [
        ((), ()),
        ((4,), ((4, 4),)),
        ((1, 2, 3), ((1, 3),)),
        ((1, 2, 3, 7, 9, 10), ((1, 3), (7, 7), (9, 10))),
    ],
)
def test_rows_in_a_row_are_one_span(rows: tuple[int, ...], spans: tuple[tuple[int, int], ...]) -> None:
    assert ExcludedRows(reason="test", rows=rows, default="kept").counted() == Excluded(
        reason="test", rows=len(rows), default="kept", spans=spans
    )


def test_rows_that_are_left_out_stand_in_the_order_of_the_file() -> None:
    excluded = (
        Excluded(reason="test", rows=3, spans=((9, 10), (2, 2))),
        Excluded(reason="hidden", rows=1, default="kept", spans=((5, 5),)),
        Excluded(reason="footer", rows=2),
        Excluded(reason="spam", rows=1, spans=((4, 4),)),
    )

    assert Questionnaire(rows=10, respondents=3, questions=(), excluded=excluded).left_out == ((2, 2), (4, 4), (9, 10))


def test_a_question_is_found_by_its_id() -> None:
    found = Questionnaire(rows=1, respondents=1, questions=(QUESTION,))

    assert found.question("q1") is QUESTION
    with pytest.raises(KeyError, match="q2"):
        found.question("q2")


def test_a_doubt_is_named_by_its_code_and_what_it_is_about() -> None:
    answers = (Answer(value="use", label="Yes", effect="."), Answer(value="ignore", label="No", effect="."))

    assert Doubt(code="weight", about="w", sentence="?", default="ignore", answers=answers).id == "weight:w"
    assert Doubt(code="weight", about="w", id="other", sentence="?", default="use", answers=answers).id == "weight:w"
    with pytest.raises(ValidationError, match="the default 'no' is none of the answers"):
        Doubt(code="weight", about="w", sentence="?", default="no", answers=answers)


@pytest.mark.parametrize(("columns", "names"), [((), ()), ((1, 2), ("a",)), ((1,), ("a", "b"))])
def test_each_column_of_a_question_has_a_name(columns: tuple[int, ...], names: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError, match="at least one column, and a name for each"):
        Question(id="q", text="?", kind="number", columns=columns, names=names, use="basis")

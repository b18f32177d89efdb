"""Columns of several files of one study are matched by the text of their question and by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.models import SourceReport
from persona.reading.matching import match_columns

if TYPE_CHECKING:
    from collections.abc import Sequence


def file(names: Sequence[str], labels: Sequence[str] | None = None) -> SourceReport:
    known = {"name": "wave.csv", "names": tuple(names), "labels": None if labels is None else tuple(labels)}
    return SourceReport.model_construct(**known)  # type: ignore[arg-type]


def test_another_order_is_put_in_the_order_of_the_first() -> None:
    found = match_columns([file(["Age", "Town", "Why?"]), file(["Why?", "Age", "Town"])])

    assert (found.names, found.labels, found.misfit) == (("Age", "Town", "Why?"), None, None)
    assert found.places == ({"Age": 0, "Town": 1, "Why?": 2}, {"Why?": 0, "Age": 1, "Town": 2})
    assert (found.new, found.gone) == (((), ()), ((), ()))


def test_new_questions_come_last_and_gone_ones_are_told() -> None:
    found = match_columns([file(["Age", "Town", "Why?"]), file(["Town", "Since when?", "Age"]), file(["Age", "Town"])])

    assert found.names == ("Age", "Town", "Why?", "Since when?")
    assert found.new == ((), ("Since when?",), ())
    assert found.gone == ((), ("Why?",), ("Why?", "Since when?"))


@pytest.mark.parametrize(
    "second",
    [
        file(["age", "TOWN", "why"]),  # spellings
        file(["Q1", "Q2", "Q3"], ["Age", "Town", "Why?"]),  # codes, with the questions in a second row
        file(["Age ", "Town", "Why ?"]),
    ],
)
def test_one_question_in_other_spellings_or_below_codes_is_one_column(second: SourceReport) -> None:
    found = match_columns([file(["Age", "Town", "Why?"]), second])

    assert (found.names, found.places[1]) == (("Age", "Town", "Why?"), {"Age": 0, "Town": 1, "Why?": 2})


def test_codes_that_moved_to_other_questions_follow_the_questions() -> None:
    first = file(["Q1", "Q2", "Q3"], ["How old are you?", "Where do you live?", "Why do you plan?"])
    second = file(["Q1", "Q2", "Q3"], ["How old are you?", "Do you have a pet at home?", "Where do you live?"])
    found = match_columns([first, second])

    assert found.names == ("Q1", "Q2", "Q3", "Q2 (2)")
    assert found.places[1] == {"Q1": 0, "Q2 (2)": 1, "Q2": 2}
    assert found.labels == (*first.labels, "Do you have a pet at home?")  # type: ignore[misc]


def test_a_reworded_question_below_the_same_code_stays_one() -> None:
    first = file(["Q1", "Q2"], ["How old are you?", "How satisfied are you with us?"])
    second = file(["Q2", "Q1"], ["How satisfied are you with us today?", "How old are you?"])

    assert match_columns([first, second]).places[1] == {"Q2": 0, "Q1": 1}


@pytest.mark.parametrize(
    ("one", "other", "misfit"),
    [
        (["Name", "Age", "Why?"], ["Name", "Town"], 1),  # a name alone is no study
        (["A", "B", "C", "D"], ["A", "B", "X", "Y"], 1),
        (["A", "B", "C", "D"], ["A", "B", "C", "Y"], None),
        (["A", "B", "C", "D"], ["A", "B"], None),
        (["text"], ["text"], None),
        (["text"], ["words"], 1),
    ],
)
def test_files_must_share_most_of_the_narrower_one(one: list[str], other: list[str], misfit: int | None) -> None:
    assert match_columns([file(one), file(other)]).misfit == misfit

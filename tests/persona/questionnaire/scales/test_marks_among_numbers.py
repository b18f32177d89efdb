"""Marks of one or two kinds beside the numbers of a scale are no answers, unless somebody says that they are."""

from __future__ import annotations

import pytest

from persona.questionnaire.models import Questionnaire
from persona.questionnaire.scales.no_answer import marks_among_numbers
from tests.questionnaires import Rows, columns, counts, notes, read

PEOPLE = 63


def _given(mark: str, step: int = 1) -> list[str]:
    return [mark if (at + step) % 9 == 4 else str(1 + at * 7 * step % 5) for at in range(PEOPLE)]


def _asked(found: Questionnaire) -> list[tuple[str, str]]:
    return [(doubt.code, doubt.default) for doubt in found.doubts if doubt.code != "scale_direction"]


@pytest.mark.parametrize("mark", ["X", "b.d.", "Ø", "··", "o", "нд", "NB"])
def test_a_mark_among_the_points_of_a_rating_is_no_answer_and_is_asked(mark: str) -> None:
    table = columns(**{"How was the food?": _given(mark), "Why?": notes(PEOPLE)})
    food = (found := read(table)).questions[0]

    assert (food.kind, food.answered, food.no_answer) == ("rating", 56, (mark,))
    assert food.scale is not None
    assert (food.scale.low, food.scale.high, _asked(found)) == (1, 5, [("no_answer_codes", "no_answer")])
    kept = read(table, {f"no_answer_codes:{food.id}": "answer"}).questions[0]
    assert (kept.kind, kept.answered, kept.no_answer, counts(kept)) == ("rating", 63, (), {mark: 7})


@pytest.mark.parametrize("mark", ["—", "-", "/", "n.v.t.", "k.A.", "?"])
def test_a_usual_mark_for_no_answer_is_not_asked_about(mark: str) -> None:
    found = read(columns(**{"How was the food?": _given(mark), "Why?": notes(PEOPLE)}))
    assert (found.questions[0].kind, found.questions[0].answered, _asked(found)) == ("rating", 56, [])


def test_a_set_of_ratings_stays_one_with_marks_in_it() -> None:
    rows = list(zip(*(_given("x", step) for step in (1, 2, 3)), strict=True))
    found = read(Rows(["Rate: food", "Rate: staff", "Rate: room"], rows))
    assert [(q.kind, q.columns, q.no_answer) for q in found.questions] == [("rating_battery", (0, 1, 2), ("x",))]


@pytest.mark.parametrize(
    ("counts", "marks"),
    [
        ({"1": 9, "2": 9, "3": 9, "X": 3, "x": 1}, ("X", "x")),
        ({"1": 9, "2": 9, "3": 9, "a": 1, "b": 1, "c": 1}, ()),
        ({"1": 9, "2": 9, "3": 9, "often": 3}, ()),
        ({"1": 9, "2": 9, "X": 3}, ()),
        ({"1": 9, "2": 9, "3": 9, "4+": 3}, ()),
        ({"1": 3, "2": 3, "3": 3, "X": 9}, ()),
        ({str(number): 1 for number in range(40)} | {"X": 3}, ()),
        ({"1": 9, "2": 9, "3": 9}, ()),
    ],
    ids=["one mark", "three marks", "a word", "two codes", "a number", "mostly marks", "quantities", "no mark"],
)
def test_which_texts_are_marks(counts: dict[str, int], marks: tuple[str, ...]) -> None:
    assert marks_among_numbers(counts) == marks

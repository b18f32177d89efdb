"""How answers to one question are read, and what they say of each persona."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

import numpy as np
import pytest

from persona.assigning import evidence
from persona.assigning.evidence import PRIOR, Question, questions_of
from persona.models import ColumnRole as Role
from persona.recoding.cells import SEPARATOR
from tests.persona.assigning.columns import column

if TYPE_CHECKING:
    from persona.models import Column

TOOL = column("Tool", Role.CATEGORY, options=("Paper", "App"))
WHERE = column("Where", Role.MULTIPLE, options=("Home", "Work"), separator=SEPARATOR)
RATING = column("Rating", Role.RATING, scale=(1, 5))
WORDS = column("Rating", Role.RATING, scale_words=("Bad", "Fair", "Good"))
SPEND = column("Spend", Role.NUMBER)
WHY = column("Why", Role.OPEN)


def learnt(asked: Column, *cells: str) -> Question:
    """The question as it is learnt from these cells of a study."""
    (question,) = questions_of([asked], {asked.name: list(cells)})
    return question


TOOLS = ("Paper", "paper ", "App", "")
PLACES = (f"Home{SEPARATOR}Work", "Work", "", SEPARATOR)


@pytest.mark.parametrize(
    ("question", "cells", "levels", "answered", "unknown"),
    [
        pytest.param(
            learnt(TOOL, *TOOLS), ("app", "PAPER", "Fax", ""), [[1], [0], [], []], [1, 1, 0, 0], 1, id="category"
        ),
        pytest.param(
            learnt(WHERE, *PLACES),
            (f"Work{SEPARATOR}Home", "Work", "Train", f"Train{SEPARATOR}Home", SEPARATOR, ""),
            [[0, 1], [0], [], [1], [], []],
            [1, 1, 1, 1, 1, 0],
            0,
            id="several choices: to leave all out is an answer",
        ),
        pytest.param(
            learnt(RATING, "1", "3", "5"),
            ("1", "2", "2.1", "3", "4", "5", "6", "good", ""),
            [[0], [1], [1], [1], [2], [2], [], [], []],
            [1, 1, 1, 1, 1, 1, 0, 0, 0],
            2,
            id="a scale by its nearest place",
        ),
        pytest.param(
            learnt(WORDS, "Bad", "good", "Fair"),
            ("fair", "GOOD", "Bad", "Awful"),
            [[1], [2], [0], []],
            [1, 1, 1, 0],
            1,
            id="a scale in words",
        ),
        pytest.param(
            learnt(SPEND, *map(str, range(1, 11))),
            ("0", "2", "3", "10", "1e9", "inf", "nan", "much"),
            [[0], [0], [1], [4], [4], [], [], []],
            [1, 1, 1, 1, 1, 0, 0, 0],
            3,
            id="a number by fifths of the study's people",
        ),
        pytest.param(
            learnt(SPEND, "3", "3", "3", "3", "3", "3", "3", "3", "3", "300"),
            ("3", "151", "152", "300"),
            [[0], [0], [1], [1]],
            [1, 1, 1, 1],
            0,
            id="a number that nearly all give alike",
        ),
    ],
)
def test_levels_that_a_cell_gives(
    question: Question, cells: tuple[str, ...], levels: list[list[int]], answered: list[int], unknown: int
) -> None:
    found = question.answers(cells)

    assert [np.flatnonzero(row).tolist() for row in found.given.toarray()] == levels
    assert (found.answered.astype(int).tolist(), found.unknown) == (answered, unknown)
    assert found.given.shape == (len(cells), question.levels)


SAID = ("paper lists", "paper lists", "soup", "app reminds", "app reminds", "bread")


def test_an_open_answer_gives_its_words() -> None:
    question = learnt(WHY, *SAID)

    found = question.answers(["Lists on paper", "app", "something else", ""])

    assert found.given.sum(axis=1).A1.astype(int).tolist() == [2, 1, 0, 0]
    assert (found.answered.tolist(), found.unknown) == ([True, True, False, False], 0)


def test_nobody_answers_nothing() -> None:
    found = learnt(TOOL, *TOOLS).answers([])

    assert (found.given.shape, found.answered.tolist(), found.unknown) == ((0, 2), [], 0)


@pytest.mark.parametrize(
    ("asked", "cells"),
    [
        pytest.param(TOOL, ["Paper", "paper"], id="one answer"),
        pytest.param(TOOL, ["", " "], id="no answer"),
        pytest.param(WHERE, ["Home", "Home"], id="one choice"),
        pytest.param(WHERE, [SEPARATOR], id="nothing chosen"),
        pytest.param(RATING, ["3", "3", "9"], id="one place; others lie beside the scale"),
        pytest.param(RATING, ["good"], id="no place"),
        pytest.param(SPEND, ["much", ""], id="no number"),
        pytest.param(SPEND, ["7", "7"], id="one number"),
        pytest.param(WHY, [], id="no words"),
        pytest.param(WHY, ["paper", "app"], id="no word twice"),
        pytest.param(column("Day", Role.DATE), ["2024-01-01", "2024-01-02"], id="a date"),
        pytest.param(column("Mail", Role.PERSONAL), ["a@example.org", "b@example.org"], id="personal data"),
    ],
)
def test_what_cannot_tell_people_apart_is_no_question(asked: Column, cells: list[str]) -> None:
    assert questions_of([asked], {asked.name: cells}) == []


def test_questions_keep_the_order_of_their_columns() -> None:
    made = questions_of([SPEND, TOOL], {"Tool": list(TOOLS), "Spend": ["1", "2"]})

    assert [question.column.name for question in made] == ["Spend", "Tool"]


def test_only_the_commonest_options_are_levels(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "MOST_LEVELS", 2)
    question = learnt(TOOL, "a", "c", "c", "b", "b", "b")

    assert (question.levels, [question.read(cell) for cell in ("b", "c", "a")]) == (2, [[0], [1], []])


def test_a_scale_of_very_many_places_is_told_by_fifths(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "MOST_LEVELS", 8)
    wide = column("Slider", Role.RATING, scale=(0, 100))

    assert learnt(wide, *map(str, range(0, 100, 10))).levels == 5
    assert learnt(wide, *map(str, range(0, 80, 10))).levels == 8


@pytest.mark.parametrize(("asked", "expected"), [(WHERE, True), (TOOL, False), (RATING, False)])
def test_only_of_a_set_leaving_out_says_something(asked: Column, *, expected: bool) -> None:
    cells = PLACES if asked is WHERE else ("1", "2")
    assert learnt(asked, *cells).is_set is expected


# Four people of the first persona, of whom three say the first thing, and four of the second, of whom one does.
COUNTS, ANSWERED = np.array([[3.0, 1.0], [1.0, 3.0]]), np.array([4.0, 4.0])
MORE, LESS = (3 + PRIOR / 2) / (4 + PRIOR), (1 + PRIOR / 2) / (4 + PRIOR)


def test_an_answer_speaks_for_those_who_give_it_more_often_than_everybody() -> None:
    found = learnt(TOOL, *TOOLS).weights(COUNTS, ANSWERED)

    assert found.of_level == pytest.approx(np.log([[MORE / 0.5, LESS / 0.5], [LESS / 0.5, MORE / 0.5]]))
    assert found.of_answer.tolist() == [0, 0]


def test_of_a_set_what_was_left_out_speaks_too() -> None:
    """Who answers and chooses nothing has left both out; who chooses the first has left out the second."""
    found = learnt(WHERE, *PLACES).weights(COUNTS, ANSWERED)
    chosen, left = log(MORE / 0.5), log((1 - MORE) / 0.5)

    assert found.of_answer == pytest.approx([left + log((1 - LESS) / 0.5)] * 2)
    assert found.of_level[0, 0] + found.of_answer[0] == pytest.approx(chosen + log((1 - LESS) / 0.5))


@pytest.mark.parametrize("asked", [TOOL, WHERE])
def test_what_everybody_answers_alike_speaks_for_nobody(asked: Column) -> None:
    question = learnt(asked, *(TOOLS if asked is TOOL else PLACES))
    found = question.weights(np.array([[2.0, 4.0], [2.0, 4.0]]), np.array([4.0, 8.0]))

    assert found.of_level == pytest.approx(np.zeros((2, 2)), abs=1e-12)
    assert found.of_answer == pytest.approx([0, 0], abs=1e-12)


@pytest.mark.parametrize("asked", [TOOL, WHERE])
def test_weights_are_finite_where_nobody_answered(asked: Column) -> None:
    question = learnt(asked, *(TOOLS if asked is TOOL else PLACES))
    found = question.weights(np.zeros((2, 2)), np.zeros(2))

    assert np.isfinite(found.of_level).all()
    assert np.isfinite(found.of_answer).all()


def test_words_speak_little_until_many_have_said_them() -> None:
    """The first two words are said by the first persona alone, the others by the second."""
    said = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 1.0]])
    few, many = (learnt(WHY, *SAID).weights(times * said, np.array([9.0, 9.0])) for times in (2, 200))

    assert few.of_level == pytest.approx(few.of_level[::-1, ::-1])
    assert 0 < few.of_level[0, 0] < many.of_level[0, 0] < log(2)
    assert many.of_level[0, 1] < few.of_level[0, 1] < 0
    assert few.of_answer.tolist() == [0, 0]

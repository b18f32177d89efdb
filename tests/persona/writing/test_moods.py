"""The rating beside an answer: how content its person is, and under which kinds their words may stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.models import Column, ColumnRole
from persona.text.judging import KINDS, Judgement
from persona.writing.choosing import fits
from persona.writing.moods import moods

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Cells:
    """The columns of a table in memory."""

    def __init__(self, **cells: list[str]) -> None:
        self._cells = cells

    def batches(self, names: Sequence[str]) -> Iterator[tuple[int, dict[str, list[str]]]]:
        yield 1, {name: self._cells[name] for name in names}


def rating(name: str, higher_is: str | None = "more") -> Column:
    told = {"position": 0, "basis": False, "question": name, "filled": 5, "distinct": 2, "higher_is": higher_is}
    return Column.model_validate({"name": name, "role": ColumnRole.RATING} | told)


def test_rating_beside_the_answers_is_a_standard_score_and_a_gap_says_nothing() -> None:
    found = moods(Cells(Stars=["5", "1", "", "5", "1"]), [rating("Stars")], 5)  # type: ignore[arg-type]
    assert found.tolist() == [1.0, -1.0, 0.0, 1.0, -1.0]


@pytest.mark.parametrize(
    "columns", [[], [rating("Stars", None)], [rating("Stars"), rating("Price")]], ids=["none", "no direction", "two"]
)
def test_without_one_rating_of_known_direction_nobody_has_a_mood(columns: list[Column]) -> None:
    assert moods(Cells(Stars=["5", "1"], Price=["1", "5"]), columns, 2).tolist() == [0.0, 0.0]  # type: ignore[arg-type]


def judged(praise: float, blame: float) -> Judgement:
    return Judgement(None, 0.0, (1 / len(KINDS),) * len(KINDS), 1.0, "neutral", (praise, blame))


@pytest.mark.parametrize(
    ("words", "kind", "mood", "expected"),
    [
        (judged(0.5, 0.3), "delight", 0.0, True),
        (judged(0.5, 0.3), "delight", -2.0, False),
        (judged(0.9, 0.0), "delight", -2.0, True),
        (judged(0.3, 0.5), "frustration", 2.0, True),
        (judged(0.5, 0.2), "frustration", 2.0, False),
        (judged(0.1, 0.8), "frustration", 1.0, True),
        (judged(0.5, 0.3), "need", -2.0, True),
    ],
)
def test_words_stand_under_a_kind_that_they_and_the_rating_bear_out(
    words: Judgement, kind: str, mood: float, *, expected: bool
) -> None:
    assert fits(words, kind, mood) is expected

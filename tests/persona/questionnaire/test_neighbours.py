"""Columns that tell of each other: the one rating beside sentences."""

from __future__ import annotations

import pytest

from persona.questionnaire.columns import ColumnView
from persona.questionnaire.neighbours import find_reviewed

SENTENCES = {f"The room was clean and the staff were kind, day {at}": 1 for at in range(40)}
STARS = {"1": 3, "2": 4, "3": 8, "4": 12, "5": 13}
TEN = {str(at): 4 for at in range(1, 11)}
SITE = {"North": 22, "South": 18}


def views(*columns: dict[str, int]) -> list[ColumnView]:
    return [ColumnView(at, f"c{at}", f"c{at}", counts, 40) for at, counts in enumerate(columns)]


@pytest.mark.parametrize("stars", [STARS, TEN, {"١": 5, "٢": 5, "٣": 10, "٤": 10, "٥": 10}])
def test_the_one_column_of_all_numbers_beside_sentences_is_found(stars: dict[str, int]) -> None:
    assert find_reviewed(views(SITE, stars, SENTENCES)) == {1}


@pytest.mark.parametrize(
    "columns",
    [
        [STARS, STARS, SENTENCES],
        [STARS, SITE],
        [{"1": 20, "2": 20}, SENTENCES],
        [{"1": 10, "3": 10, "5": 20}, SENTENCES],
        [{str(at): 8 for at in range(5)}, SENTENCES],
        [{"1": 20, "2": 20}, STARS, SENTENCES],
    ],
    ids=["two of them", "no sentences", "two codes", "gaps", "from 0 on", "other codes beside it"],
)
def test_other_columns_are_not(columns: list[dict[str, int]]) -> None:
    assert find_reviewed(views(*columns)) == frozenset()

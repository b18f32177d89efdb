"""Codes that are no place on a scale, told by gaps, by the block and by convention."""

from __future__ import annotations

from collections import Counter

import pytest

from persona.questionnaire.scales.no_answer import (
    NoAnswerCodes,
    codes_among_numbers,
    codes_among_words,
    codes_outside,
    whole_counts,
)


def column(*codes: int) -> dict[int, int]:
    return dict.fromkeys(codes, 10)


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        ([column(1, 2, 3, 4, 5)], NoAnswerCodes((), (), 1, 5)),
        ([column(1, 2, 3, 4, 5, 9)], NoAnswerCodes((9,), (), 1, 5)),
        ([column(1, 2, 3, 4, 5, 8, 9)], NoAnswerCodes((8, 9), (), 1, 5)),
        ([column(1, 2, 3, 4, 5, 99)], NoAnswerCodes((99,), (), 1, 5)),
        ([column(-9, -8, 1, 2, 3)], NoAnswerCodes((-9, -8), (), 1, 3)),
        ([{149: 15, 99: 5, 199: 2}], NoAnswerCodes((), (), 99, 199)),  # prices
        ([{10: 15, 20: 5, 30: 2, 99: 3}], NoAnswerCodes((99,), (), 10, 30)),
        ([column(1, 2, 3, 77, 88)], NoAnswerCodes((77, 88), (), 1, 3)),
        ([column(0, 1, 9)], NoAnswerCodes((9,), (), 0, 1)),
        ([column(1, 2, 9)], NoAnswerCodes((9,), (), 1, 2)),
        ([column(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)], NoAnswerCodes((), (), 1, 10)),
        ([column(0, 2, 5, 6, 7, 8, 9, 10)], NoAnswerCodes((), (), 0, 10)),
        ([column(-1, 0, 1)], NoAnswerCodes((), (), -1, 1)),
        ([column(-3, -2, -1, 0, 1, 2, 3)], NoAnswerCodes((), (), -3, 3)),
        ([column(1, 2, 3, 5)], NoAnswerCodes((), (), 1, 5)),
        ([column(2, 4, 6, 8, 10)], NoAnswerCodes((), (), 2, 10)),
        ([column(1, 2, 3, 4, 5, 7)], NoAnswerCodes((7,), (7,), 1, 5)),
        ([column(1, 2, 3, 4, 5), column(1, 2, 9), column(3, 5)], NoAnswerCodes((9,), (), 1, 5)),
        ([column(0, 4, 5)], NoAnswerCodes((0,), (0,), 4, 5)),
        ([column(4, 5, 6, 8, 15)], NoAnswerCodes((), (), 4, 15)),  # hours: 8 lies amid them
        ([{1: 119, 2: 200, 3: 52, 4: 19, 5: 1, 7: 1, 18: 1, 20: 1, 24: 1}], NoAnswerCodes((), (), 1, 24)),
        ([{1: 30, 2: 20, 3: 20, 4: 9, 5: 9, 9: 12, 55: 1}], NoAnswerCodes((9,), (), 1, 55)),  # a slip beyond a code
    ],
)
def test_gaps_tell_codes_of_no_answer(columns: list[dict[int, int]], found: NoAnswerCodes) -> None:
    assert codes_outside(columns) == found


def test_ends_that_words_tell_leave_out_all_others() -> None:
    assert codes_outside([column(0, 4, 5)], low=1, high=5) == NoAnswerCodes((0,), (), 1, 5)
    assert codes_outside([column(1, 5, 6, 11)], low=1, high=5) == NoAnswerCodes((6, 11), (), 1, 5)


def test_a_stray_zero_of_one_item_is_asked() -> None:
    items = [{0: 1, 1: 50, 5: 60}, *({1: 50, 3: 60, 5: 60} for _ in range(4))]
    assert codes_outside(items) == NoAnswerCodes((0,), (0,), 1, 5)


def test_a_code_among_words() -> None:
    assert codes_among_words({"Never": 5, "Always": 3, "-99": 2, "0": 1}) == ("-99",)
    assert codes_among_words({"Never": 5, "Always": 3, "10": 2}) == ()
    assert codes_among_words({"38": 5, "41": 3, "-99": 2}) == ()


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        ("38 41 22 38 25 999 999", ("999",)),
        ("38 41 22 38 25 -9 -9", ("-9",)),
        ("38 41 22 38 25 -9 -9 999 999", ("-9", "999")),
        ("38.5 41 22 38 25 12.25 -99 -99", ("-99",)),
        ("€38 €41 €22 €25 -99 -99", ("-99",)),
        ("38 41 22 38 25 -1 -1", ("-1",)),
        ("38 41 22 38 25 -8 -9 -8 -9", ("-8", "-9")),
        ("3800 4100 2200 2500 99999", ("99999",)),
        ("800,50 1500,00 1200 1340,25 9999 9999", ("9999",)),
        ("1.800,50 9.500,00 1.200 1.340,25 9999 9999", ()),
        ("38 41 22 38 25 -9", ()),
        ("38 41 22 38 25 999", ()),
        ("3 0 2 1 -1 -2 -1 -2", ()),
        ("12 -4 8 -9 -9 3 15", ()),
        ("90 95 90 99 99 80 85", ()),
        ("38 41 -9 -9", ()),
        ("38 41 22 25 -3 -3", ()),
        ("38 41 22 25 30", ()),
    ],
)
def test_codes_among_quantities_stand_apart_and_come_twice(cells: str, codes: tuple[str, ...]) -> None:
    assert codes_among_numbers(Counter(cells.split())) == codes


def test_whole_numbers_are_counted_however_they_are_written() -> None:
    assert whole_counts({"4.0": 2, "4": 1, "-99": 3, "": 5, "NA": 2}) == {4: 3, -99: 3}
    assert whole_counts({"4": 2, "4.5": 1}) is None
    assert whole_counts({"": 2}) is None

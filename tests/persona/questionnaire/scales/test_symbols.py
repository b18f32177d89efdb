"""Stars, smileys and scores are scales, higher is more."""

from __future__ import annotations

import pytest

from persona.questionnaire.scales.symbols import SymbolScale, read_symbols


@pytest.mark.parametrize(
    ("cells", "low", "high", "values"),
    [
        (["★★☆☆☆", "★★★☆☆", "★★★★★"], 1, 5, [2, 3, 5]),
        (["⭐⭐", "⭐⭐⭐⭐", "⭐"], 1, 5, [2, 4, 1]),
        (["★★½", "★", "★★★★"], 1, 5, [2.5, 1, 4]),
        (["5 stars", "1 star", "4.5 stars"], 1, 5, [5, 1, 4.5]),
        (["three stars", "five stars"], 1, 5, [3, 5]),
        (["4 Sterne", "2 Sterne"], 1, 5, [4, 2]),
        (["3/5", "4/5", "1/5"], 1, 5, [3, 4, 1]),
        (["4 out of 10", "8 out of 10", "0 out of 10"], 0, 10, [4, 8, 0]),
        (["4 von 5", "2 von 5"], 1, 5, [4, 2]),
        (["●●●○○", "●○○○○"], 1, 5, [3, 1]),
    ],
)
def test_signs_are_read_as_numbers(cells: list[str], low: float, high: float, values: list[float]) -> None:
    found = read_symbols(dict.fromkeys(cells, 4))
    assert found == SymbolScale(low, high, dict(zip(cells, values, strict=True)))


@pytest.mark.parametrize(
    "words",
    [("😡", "🙁", "😐", "🙂", "😍"), ("😞", "😐", "😃"), ("--", "-", "0", "+", "++"), ("😠", "☹️", "😐", "😊", "😀")],
)
def test_signs_stand_in_their_order(words: tuple[str, ...]) -> None:
    found = read_symbols(dict.fromkeys(reversed(words), 4))
    assert found is not None
    assert (found.words, found.low, found.high, found.values[words[0]]) == (words, 1, len(words), 1)


@pytest.mark.parametrize(
    "cells", [["17/20", "3/20"], ["3/4", "5/12"], ["Good", "Bad"], ["1", "2", "3"], ["🍎", "🍌", "🍒"], ["-", "--", ""]]
)
def test_other_cells_are_no_signs(cells: list[str]) -> None:
    assert read_symbols(dict.fromkeys(cells, 4)) is None

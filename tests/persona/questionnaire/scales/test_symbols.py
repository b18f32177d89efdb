"""Stars, smileys and scores are scales, higher is more."""

from __future__ import annotations

import pytest

from persona.questionnaire.scales.symbols import SymbolScale, mood, read_symbols


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
        (["4 من 5", "2 من 5", "5 من 5"], 1, 5, [4, 2, 5]),
        (["5점 중 4점", "5점 중 0점", "5점 중 1점"], 0, 5, [4, 0, 1]),
        (["7 trên 10", "2 trên 10", "5 trên 10"], 1, 10, [7, 2, 5]),
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
    "cells",
    [
        ["17/20", "3/20"],
        ["3/4", "5/12"],
        ["Good", "Bad"],
        ["1", "2", "3"],
        ["🍎", "🍌", "🍒"],
        ["-", "--", ""],
        ["1 to 5", "2 to 5", "3 to 5"],
        ["1 day 2 hours", "2 days 1 hour", "3 days 2 hours"],
    ],
)
def test_other_cells_are_no_signs(cells: list[str]) -> None:
    assert read_symbols(dict.fromkeys(cells, 4)) is None


@pytest.mark.parametrize(
    ("cells", "low", "high", "values"),
    [
        (["★", "★★"], 1, 2, [1, 2]),
        (["★★★★★★★", "★"], 1, 7, [7, 1]),
        (["★★★☆☆☆☆☆☆☆", "★★★★☆☆☆☆☆☆"], 1, 10, [3, 4]),
        (["☆☆☆", "★★☆", "★★★"], 0, 3, [0, 2, 3]),
        (["★☆☆☆", "★★★☆"], 1, 4, [1, 3]),
        (["★★★", "★"], 1, 5, [3, 1]),
        (["❤❤❤", "❤"], 1, 5, [3, 1]),
        (["✔✔", "✔"], 1, 2, [2, 1]),
        (["five stars", "Two Stars"], 1, 5, [5, 2]),
        (["4つ星", "1つ星"], 1, 5, [4, 1]),
        (["٤ stars", "١ stars"], 1, 5, [4, 1]),
        (["３/５", "１/５"], 1, 5, [3, 1]),
        (["4.5★", "3★"], 1, 5, [4.5, 3]),
        (["4 étoiles", "2,5 étoiles"], 1, 5, [4, 2.5]),
    ],
)
def test_drawn_signs_tell_how_many_there_are(cells: list[str], low: float, high: float, values: list[float]) -> None:
    found = read_symbols(dict.fromkeys(cells, 4))

    assert found == SymbolScale(low, high, dict(zip(cells, values, strict=True)))


def test_signs_of_one_height_share_a_place_and_the_commoner_is_shown() -> None:
    assert read_symbols({"+": 9, "-": 4, "0": 2, "+/-": 3}) == SymbolScale(
        1, 3, {"+": 3, "-": 1, "0": 2, "+/-": 2}, ("-", "+/-", "+")
    )


@pytest.mark.parametrize("blank", ["", "N/A", "don't know"])
def test_cells_that_say_nothing_leave_the_stars_a_scale(blank: str) -> None:
    assert read_symbols({"★★★": 4, "★★": 4, blank: 20}) == SymbolScale(1, 5, {"★★★": 3, "★★": 2})


@pytest.mark.parametrize(("strange", "is_scale"), [(10, True), (11, False)])
def test_nearly_all_cells_are_stars(strange: int, is_scale: bool) -> None:
    found = read_symbols({"★★": 95, "★★★": 95, "odd": strange})

    assert found == (SymbolScale(1, 5, {"★★": 2, "★★★": 3}) if is_scale else None)


@pytest.mark.parametrize(
    "cells",
    [
        ["3/5", "4/5", "4/10"],
        ["2/2", "1/2"],
        ["1/11", "4/11"],
        ["★", "☆"],
        ["5 stars", "1 star", "great"],
        ["+", "-"],
        ["👍", "👎"],
        ["😀", "😃", "😞", "😐"],
        ["🍎", "★★"],
        [f"{'★' * (at % 5 + 1)}{' ' * at}" for at in range(201)],
    ],
    ids=str,
)
def test_signs_that_make_no_one_scale(cells: list[str]) -> None:
    assert read_symbols(dict.fromkeys(cells, 4)) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("😍", 1), ("🥳", 1), ("😀", 0.8), ("👍🏽", 0.8), ("😊", 0.65), ("🙂", 0.5), ("😐", 0), ("🤔", 0),
        ("🙁", -0.45), ("😕", -0.45), ("☹️", -0.6), ("😢", -0.8), ("👎", -0.8), ("😡", -1),
        ("a", None), ("🍎", None), ("😀😀", None),
    ],
)  # fmt: skip
def test_the_mood_of_a_smiley_is_told_by_its_name(text: str, found: float | None) -> None:
    assert mood(text) == found

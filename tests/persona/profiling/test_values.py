"""How cells are read."""

from __future__ import annotations

import pytest

from persona.models import Column, ColumnRole
from persona.profiling.values import choices, is_missing, number, rating, says_nothing

MULTIPLE = Column(
    name="Tools",
    position=0,
    role=ColumnRole.MULTIPLE,
    basis=True,
    question="Tools",
    filled=9,
    distinct=9,
    options=("Excel", "R Command Line (i.e., the native one)", "Yes, at home"),
    separator=", ",
)


@pytest.mark.parametrize("cell", ["", "  ", "NA", "n/a", "-", "Prefer not to say", "don’t know", "keine Angabe", "?"])
def test_is_missing_when_the_cell_holds_no_answer(cell: str) -> None:
    assert is_missing(cell)


@pytest.mark.parametrize("cell", ["None", "no", "0", "Never", "-5", "nothing"])
def test_is_missing_is_false_for_answers_of_a_closed_question(cell: str) -> None:
    assert not is_missing(cell)


@pytest.mark.parametrize("cell", ["None", "Nothing.", "same as above", "N/A", "nichts"])
def test_says_nothing_when_an_open_answer_has_nothing_to_quote(cell: str) -> None:
    assert says_nothing(cell)


def test_says_nothing_is_false_for_a_sentence() -> None:
    assert not says_nothing("Nothing works offline.")


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("7", 7),
        ("-3", -3),
        ("2.5", 2.5),
        ("2,5", 2.5),
        ("1,000", 1000),
        ("1.000", 1000),
        ("12.345.678", 12_345_678),
        ("1 234,5", 1234.5),
        ("1,234.56", 1234.56),
        ("$51", 51),
        ("€ 1.200", 1200),
        ("about 10", 10),
        ("approx. 62", 62),
        ("~3", 3),
        ("2-4", 3),
        ("10 to 12", 11),
        ("10+", 10),
        ("30s", 35),
        ("45 years", 45),
        ("7 h", 7),
        ("5k", 5000),
        ("12 %", 12),
    ],
)
def test_number_when_the_cell_means_one(cell: str, value: float) -> None:
    assert number(cell) == value


@pytest.mark.parametrize(
    "cell", ["", "just me", "R0000001", "2025-03-30", "I have 3 cats and 2 dogs at home", "1.2.3.4"]
)
def test_number_is_none_when_the_cell_means_something_else(cell: str) -> None:
    assert number(cell) is None


def test_choices_leaves_separators_in_brackets_and_in_options_alone() -> None:
    cell = "Excel, R Command Line (i.e., the native one), Yes, at home, Other, Excel"

    assert choices(cell, MULTIPLE) == ["Excel", "R Command Line (i.e., the native one)", "Yes, at home", "Other"]


def test_choices_of_a_missing_answer_is_empty() -> None:
    assert choices("n/a", MULTIPLE) == []


def test_choices_of_a_category_is_the_whole_cell() -> None:
    category = MULTIPLE.model_copy(update={"role": ColumnRole.CATEGORY, "separator": None, "options": ()})

    assert choices(" Retail, wholesale ", category) == ["Retail, wholesale"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [("4", 4), ("-5", -5), ("I love it!+5", 5), ("5 - Very good", 5), ("7", None), ("n/a", None), ("good", None)],
)
def test_rating_in_digits(cell: str, value: float | None) -> None:
    column = MULTIPLE.model_copy(update={"role": ColumnRole.RATING, "scale": (-5.0, 5.0)})

    assert rating(cell, column) == value


def test_rating_in_words_is_the_place_on_the_scale() -> None:
    column = MULTIPLE.model_copy(update={"role": ColumnRole.RATING, "scale_words": ("Disagree", "Neutral", "Agree")})

    assert [rating(cell, column) for cell in ("Agree", "neutral ", "DISAGREE", "maybe", "")] == [3, 2, 1, None, None]

"""Numbers of a column: marks decided for all of its cells, what is no number told apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from persona.questionnaire.codes import NoteCode
from persona.questionnaire.values.numbers import Numbers, common_mark, read_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable


def read(cells: Iterable[str], question: str = "") -> Numbers:
    found = read_numbers(Counter(cells), question)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["0.254", "0.5", "1.125"], [0.254, 0.5, 1.125]),
        (["3,381", "0,867"], [3.381, 0.867]),
        (["1.234,5", "2.000"], [1234.5, 2000]),
        (["1,234.50", "2,000"], [1234.5, 2000]),
        (["1 234", "12 000,5"], [1234, 12000.5]),
        (["1'234", "56"], [1234, 56]),
        (["1,23,456", "2,000"], [123456, 2000]),
        (["850", "1,200", "430", "12,500"], [850, 1200, 430, 12500]),
        (["1.200", "15.000", "950", "480"], [1200, 15000, 950, 480]),
        (["3", "2.515", "2.901", "4"], [3, 2.515, 2.901, 4]),
        (["$51", "$1,200.00"], [51, 1200]),
        (["45 %", "50%"], [45, 50]),
        (["38 years", "1 year", "40"], [38, 1, 40]),
        (["about 10", "~12", "20+"], [10, 12, 20]),
        (["50k", "1.5k"], [50_000, 1500]),
        (["'38", "'41"], [38, 41]),
        (['="38"', '="41"'], [38, 41]),
        (["３８", "４１"], [38, 41]),
        (["٤٩", "٥١"], [49, 51]),
        (["(12)", "-3", "−4"], [-12, -3, -4]),
        (["17/20", "3/20", "20/20"], [17, 3, 20]),
        (["4 out of 5", "3 out of 5"], [4, 3]),
        (["7 von 10", "9 von 10"], [7, 9]),
        (["34歳", "５８歳", "41歳"], [34, 58, 41]),
        (["12,000円", "5,000円", "800円"], [12000, 5000, 800]),
        (["450万円", "1200万円"], [4_500_000, 12_000_000]),
        (["3명", "4명"], [3, 4]),
        (["25세", "31세"], [25, 31]),
        (["10km", "2,5km"], [10, 2.5]),
        (["50ans", "32ans"], [50, 32]),
        (["70kg", "81.5kg"], [70, 81.5]),
        (["约3次", "5次"], [3, 5]),
        (["2h", "10h"], [2, 10]),
        (["30,- €", "12,50 €", "18,– €"], [30, 12.5, 18]),
        (["€ 25,-", "€ 9,95"], [25, 9.95]),
        (["Fr. 30.-", "Fr. 12.50"], [30, 12.5]),
        (["350р.", "1 200 руб.", "80 руб."], [350, 1200, 80]),
        (["kr 1.200,-", "kr 349,50"], [1200, 349.5]),
    ],
)
def test_numbers_are_read_as_the_column_writes_them(cells: list[str], values: list[float]) -> None:
    found = read(cells)
    assert ([found.values[cell] for cell in cells], found.is_number, found.doubt) == (values, True, None)


def test_the_whole_column_is_told() -> None:
    assert read(["1.234,5", "2.000", "2.000", ""]) == Numbers(
        values={"1.234,5": 1234.5, "2.000": 2000.0},
        share=1.0,
        minimum=1234.5,
        median=2000.0,
        maximum=2000.0,
        whole=False,
        mark=",",
    )


def test_the_maximum_of_a_score_is_told() -> None:
    assert read(["17/20", "3/20"]).of == 20


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (["18-24", "25-34", "35-44", "65+"] * 3, "ranges"),
        (["1-5 employees", "6 to 10 employees", "11+"] * 3, "ranges"),
        (["007", "012", "130"], "codes"),
        (["01067", "80331", "10115", "04109"], "codes"),
        (["1234567890123456", "1234567890123457"], "ids"),
        (["5 Very", "4 Somewhat", "3 Neutral", "2 Little"], "labels"),
        (["1,2", "1,3", "2,3", "3", "1,2,3"], "ticks"),
    ],
)
def test_digits_that_are_no_quantities_say_why(cells: list[str], reason: str) -> None:
    found = read(cells)
    assert (found.reason, found.is_number) == (reason, False)


@pytest.mark.parametrize("question", ["PLZ", "ZIP code", "home_postcode", "Código postal", "Phone", "Kundennummer"])
def test_long_numbers_that_name_a_place_or_an_account_are_codes(question: str) -> None:
    assert read(["10115", "80331", "50667"], question).reason == "codes"
    assert read(["10115", "80331", "50667"], "Income").reason is None


def test_a_mark_that_nothing_decides_is_doubted_and_the_answer_counts() -> None:
    counts = Counter(["1,234", "2,345", "2,345"])
    asked = read_numbers(counts)
    decimal = read_numbers(counts, answer="decimal")
    thousands = read_numbers(counts, answer="thousands")
    assert asked is not None
    assert decimal is not None
    assert thousands is not None
    assert (asked.doubt, asked.example, asked.maximum) == ("thousands", "2,345", 2345)
    assert (decimal.doubt, decimal.maximum) == (None, 2.345)
    assert (thousands.doubt, thousands.maximum) == (None, 2345)


def test_another_column_of_the_file_settles_the_mark() -> None:
    mark = common_mark([read(["0,5", "1,75"]), read(["3", "4"])])
    found = read_numbers(Counter(["1,234", "2,345"]), file_mark=mark)
    assert found is not None
    assert (mark, found.doubt, found.maximum) == (",", None, 2.345)


def test_many_measures_with_three_decimals_are_no_thousands() -> None:
    found = read([f"{1.503 + at * 0.037:.3f}" for at in range(60)])
    assert (found.minimum, found.maximum, found.mark, found.doubt) == (1.503, 3.686, ".", None)


def test_measures_alone_do_not_tell_the_mark_of_other_columns() -> None:
    guessed = read([f"{1.503 + at * 0.037:.3f}" for at in range(60)])
    assert (guessed.guessed, common_mark([guessed, read(["0,5", "1,75"])])) == (True, ",")


@pytest.mark.parametrize(
    ("mark", "default", "most"), [(",", "thousands", 2345), (".", "decimal", 2.345), (None, "decimal", 2.345)]
)
def test_the_habit_of_such_files_is_proposed(mark: str | None, default: str, most: float) -> None:
    found = read_numbers(Counter(["1.234", "2.345", "1.871"]), habit=mark)
    assert found is not None
    assert (found.doubt, found.maximum) == (default, most)


def test_error_cells_are_told_and_have_no_value() -> None:
    found = read(["12", "#N/A", "13", "#REF!", "#DIV/0!", "14"])
    assert (found.share, found.minimum, found.maximum) == (1.0, 12, 14)
    assert [(note.code, note.cells) for note in found.notes] == [(NoteCode.ERROR_CELLS, 3)]


def test_years_of_birth_among_ages_are_told_and_have_no_value() -> None:
    found = read(["38", "42", "1986", "55", "41", "1990"], "Age")
    assert (found.minimum, found.median, found.maximum) == (38, 41.5, 55)
    assert [(n.code, n.cells, n.examples) for n in found.notes] == [(NoteCode.BIRTH_YEARS, 2, ("1986", "1990"))]


def test_ages_that_nobody_has_are_told_and_have_no_value() -> None:
    found = read(["38", "42", "99999999", "-17", "55"], "How old are you?")
    assert (found.minimum, found.maximum) == (38, 55)
    assert [(n.code, n.cells, n.examples) for n in found.notes] == [(NoteCode.OUTLIERS, 2, ("-17", "99999999"))]


def test_a_column_of_years_of_birth_stays_one() -> None:
    found = read(["1986", "1990", "1975"], "Year of birth")
    assert (found.minimum, found.maximum, found.notes) == (1975, 1990, ())


def test_a_value_far_from_the_middle_is_told_and_stays() -> None:
    found = read(["10", "12", "9", "11", "5000"])
    assert found.maximum == 5000
    assert [(n.code, n.examples) for n in found.notes] == [(NoteCode.OUTLIERS, ("5000",))]


def test_other_units_are_told_and_not_mixed_in() -> None:
    found = read(["30 min", "45 minutes", "20", "2 hours", "25 min", "40 min", "35 min"])
    assert (found.unit, found.share, found.maximum) == ("min", 6 / 7, 45)
    assert [(n.code, n.examples) for n in found.notes] == [(NoteCode.MIXED_UNITS, ("2 hours",))]


def test_words_are_no_numbers() -> None:
    assert read_numbers(Counter(["red", "green", "blue", "4"])) is None
    assert read_numbers(Counter(["", "NA"])) is None


@pytest.mark.parametrize(
    "cells",
    [
        ["20代", "30代", "40代"],
        ["5a", "5b", "6a", "6b"],
        ["3D", "2D"],
        ["1st", "2nd", "3rd"],
        ["1er", "2e", "3e"],
        ["80s", "90s"],
        ["1組", "2組"],
        ["65歳以上", "18歳未満"],
        ["12ab9", "34cd1"],
        ["A4", "B5"],
    ],
)
def test_endings_that_make_names_of_numbers_are_no_units(cells: list[str]) -> None:
    assert read_numbers(Counter(cells)) is None


def test_codes_of_digits_and_letters_that_all_differ_are_no_list_of_labels() -> None:
    found = read([f"{1000 + 7 * at}{letters}" for at, letters in enumerate(["AB", "CD", "EF", "GH", "KL"] * 4)])
    assert (found.reason, found.is_number) == (None, False)


def test_ids_of_letters_and_digits_are_no_numbers() -> None:
    assert read_numbers(Counter(['="P0001"', '="P0002"'])) is None


def test_money_with_the_sign_of_a_country_in_some_cells_is_a_number() -> None:
    found = read_numbers({"Tsh 20,000": 4, "5,000": 9, "3000": 5, "50,000": 8})
    assert found is not None
    assert (found.values["Tsh 20,000"], found.minimum, found.maximum, found.unit) == (20_000, 3_000, 50_000, "tsh")

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.persona.reading.conftest import Reader

TABLE = "City,Age,Comment\n" + "Porto,34,Fine as it is\n" * 8


@pytest.mark.parametrize("line", ["Total,8,", "Mean:,34.5,", "SUM,272,8", "Durchschnitt,34,", "Total,,"])
def test_totals_below_the_table_are_left_out(read: Reader, line: str) -> None:
    found = read(f"{TABLE}{line}\n")
    assert (found.report.rows, found.left_out) == (8, [(10, "footer")])


def test_several_totals_are_left_out_in_order(read: Reader) -> None:
    found = read(TABLE + "Total,272,\nMean,34,\n")
    assert found.left_out == [(10, "footer"), (11, "footer")]


@pytest.mark.parametrize("line", ["Total,34,I would miss it", "Porto,34,"])
def test_answers_at_the_end_stay(read: Reader, line: str) -> None:
    assert read(f"{TABLE}{line}\n").report.rows == 9


def test_total_in_the_middle_stays(read: Reader) -> None:
    assert read(TABLE + "Total,8,\nOslo,51,Slow\n").report.rows == 10


def test_answers_in_a_single_column_are_no_totals(read: Reader) -> None:
    assert read("What would help?\nFaster reports, please\nTotal\n").report.rows == 2


WIDE = "ID,City,Age,Comment\n" + "".join(f"P{i:02},Porto,34,Fine as it is\n" for i in range(9))


@pytest.mark.parametrize(
    "line",
    [
        "N = 120,,,",
        "n=9,,,",
        ",n = 9,,",
        "Base: all respondents,9,,",
        "Source: survey of May,,,",
        "Exported on 1 May,,,",
        "Erhebung im Mai 2024 durch das Institut,,,",
        "* multiple answers,,,",
    ],
)
def test_notes_below_the_table_are_left_out(read: Reader, line: str) -> None:
    found = read(f"{WIDE}{line}\n")
    assert (found.report.rows, found.left_out) == (9, [(11, "footer")])


@pytest.mark.parametrize("line", ["P10,,,", ",,,I know this city", "P11,Oslo,,", ",Base camp,,", "P12,n = 3,5,Total"])
def test_respondents_with_few_answers_at_the_end_stay(read: Reader, line: str) -> None:
    assert read(f"{WIDE}{line}\n").report.rows == 10


RATED = "id;Dia;Quarto;Vista;Noites\n" + "".join(f"{i};d{i};{i % 5 + 1};{i % 4 + 1};{i % 7 + 1}\n" for i in range(20))


@pytest.mark.parametrize(
    "lines",
    [
        ["Total;20 respostas;20;20;20"],
        [";;3,00;2,50;3,85"],  # means, by no word
        ["Wszystkich;;60;50;77", "n;;20;20;20"],  # the line above is known by its sums
        ["x;;20;20;20", "Stan na dzień 3.04;;;;"],  # and takes what stands below it along
    ],
)
def test_rows_that_count_or_add_up_what_stands_above_them_are_left_out(read: Reader, lines: list[str]) -> None:
    found = read(RATED + "".join(f"{line}\n" for line in lines))
    assert (found.report.rows, found.left_out) == (20, [(22 + at, "footer") for at in range(len(lines))])


@pytest.mark.parametrize("line", ["20;d20;3;2;4", "20;;3;2;", ";;5;3;"])
def test_answers_that_happen_to_be_near_the_mean_stay(read: Reader, line: str) -> None:
    assert read(f"{RATED}{line}\n").report.rows == 21


COUNTED = "Nr;Town;Clear;Fair;Why?\n" + "".join(
    f"{at};Bari;{at % 5 + 1};{at % 4 + 1};note {at}\n" for at in range(1, 13)
)


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        pytest.param("Μέσος όρος;;3,4;2,9;", 12, id="an average that does not come out, in any language"),
        pytest.param("Vidurkis;;3,4;;", 13, id="one number may be anything"),
        pytest.param("Σύνολο;12 ερωτηματολόγια;;;", 12, id="hardly a cell is filled"),
        pytest.param("Viso;12;;;", 12, id="the number of lines"),
        pytest.param("Viso;;;;", 12, id="a word alone"),
        pytest.param("Alytus;;;;nothing to add, it was a fine day", 12, id="a remark of whoever typed it"),
        pytest.param("13;Bari;3;4;", 13, id="the next person"),
        pytest.param("13b;Bari;3;4;", 13, id="a number with a letter"),
    ],
)
def test_words_where_all_lines_are_counted_are_no_person(read: Reader, line: str, rows: int) -> None:
    assert read(f"{COUNTED}{line}\n").report.rows == rows

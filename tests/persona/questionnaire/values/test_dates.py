"""Dates of a column: many ways to write a day, one order of day and month."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from persona.questionnaire.codes import NoteCode
from persona.questionnaire.values.dates import Dates, read_dates

if TYPE_CHECKING:
    from collections.abc import Iterable


def read(cells: Iterable[str], question: str = "") -> Dates:
    found = read_dates(Counter(cells), question)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "cell",
    [
        "2024-03-14",
        "2024/03/14 10:00:00",
        "2024-03-14T10:00:00.123Z",
        "2024-03-14 10:00:00+02:00",
        "2024/03/14 3:04:05 PM GMT+1",
        "20240314",
        "14/03/2024 23:59",
        "3/14/2024 3:04 PM",
        "14.03.2024",
        "14.03.24 14:05 Uhr",
        "14-03-2024",
        "14 March 2024",
        "March 14th, 2024",
        "Thursday, March 14, 2024 at 3:04pm",
        "Thu Mar 14 2024 10:00:00 GMT+0100 (CET)",
        "14-Mar-24",
        "14. März 2024",
        "jeudi 14 mars 2024",
        "14 de marzo de 2024",
        "14 de março de 2024",
        "14 marzo 2024",
        "14 maart 2024",
        "14 mars 2024",
        "14 марта 2024",
        "2024年3月14日",
        "2024年3月14日 14時05分",
        "2024/03/14 (木)",
        "14/03/2567",
        "٢٠٢٤/٠٣/١٤",
    ],
)
def test_a_day_is_read_however_it_is_written(cell: str) -> None:
    found = read([cell] * 3 + ["2024-03-14"] * 2)
    assert (found.values[cell], found.is_date, found.doubt) == (date(2024, 3, 14), True, None)


@pytest.mark.parametrize("cell", ["Monday", "5 May", "10:30", "192.168.1.1", "5/4", "Great 20", "31/31/2024", "2024"])
def test_other_cells_are_no_days(cell: str) -> None:
    assert read_dates(Counter([cell] * 5)) is None


def test_the_whole_column_is_told() -> None:
    assert read(["13/6/2024", "3/4/2024", ""]) == Dates(
        values={"13/6/2024": date(2024, 6, 13), "3/4/2024": date(2024, 4, 3)},
        share=1.0,
        first="2024-04-03",
        last="2024-06-13",
        order="day_first",
    )


def test_one_cell_decides_the_order_of_all() -> None:
    assert read(["3/14/2024", "3/4/2024"]).values["3/4/2024"] == date(2024, 3, 4)


def test_nobody_writes_the_month_first_before_a_point() -> None:
    found = read(["04.03.2024", "05.03.2024"])
    assert (found.first, found.doubt) == ("2024-03-04", None)


def test_a_short_span_decides_where_many_days_agree() -> None:
    found = read([f"3/{day}/2024" for day in range(1, 12)])
    assert (found.order, found.doubt, found.first, found.last) == ("month_first", None, "2024-03-01", "2024-03-11")


def test_an_order_that_nothing_decides_is_doubted_and_the_answer_counts() -> None:
    counts = Counter(["3/4/2024", "3/4/2024", "5/6/2024"])
    asked = read_dates(counts)
    answered = read_dates(counts, answer="month_first")
    assert asked is not None
    assert answered is not None
    assert (asked.doubt, asked.example, asked.first) == ("day_first", "3/4/2024", "2024-04-03")
    assert (answered.doubt, answered.first) == (None, "2024-03-04")


def test_a_clock_of_twelve_hours_speaks_for_the_month_first() -> None:
    assert read(["3/4/2024 3:04 PM", "5/6/2024 9:00 AM"]).doubt == "month_first"


def test_cells_of_the_other_order_are_told() -> None:
    found = read(["13/6/2024", "14/6/2024", "15/6/2024", "6/16/2024"])
    assert (found.first, found.last) == ("2024-06-13", "2024-06-16")
    assert [(n.code, n.examples) for n in found.notes] == [(NoteCode.MULTIPLE_DATE_ORDERS, ("6/16/2024",))]


@pytest.mark.parametrize("question", ["Date of visit", "Geburtsdatum", "fecha", "created_at", "生年月日"])
def test_serial_numbers_are_days_where_the_name_says_so(question: str) -> None:
    found = read(["45387", "45404"], question)
    assert (found.first, found.last, found.written) == ("2024-04-05", "2024-04-22", "serial")
    assert [note.code for note in found.notes] == [NoteCode.SERIAL_DATES]


def test_serial_numbers_of_the_other_epoch() -> None:
    found = read_dates(Counter(["43925"]), "Date", epoch=1904)
    assert found is not None
    assert found.first == "2024-04-05"


def test_serial_numbers_with_a_time_of_day_need_no_name() -> None:
    assert read(["43290.53123", "43291.12345"]).first == "2018-07-09"


def test_whole_numbers_without_a_name_stay_numbers() -> None:
    assert read_dates(Counter(["45387", "45404"]), "Salary") is None
    assert read_dates(Counter(["1700000000", "1700009000"]), "Phone") is None


def test_a_clock_count_is_a_day() -> None:
    assert read(["1700000000", "1700100000"], "timestamp").first == "2023-11-14"
    assert read([str(1700000000000 + at * 1_000_003) for at in range(12)]).first == "2023-11-14"


def test_numbers_of_orders_are_no_dates_to_come() -> None:
    orders = {f"2024{at:02}5075{at:03}": 1 for at in range(1, 40)}
    assert read_dates(orders, "주문번호") is None
    clock = {str(1_709_251_200_000 + at * 86_400_000): 1 for at in range(40)}
    assert read_dates(clock, "x") is not None

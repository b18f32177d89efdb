"""Files of SPSS and Stata: texts, labels and missing values stand as the file says."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from persona.exceptions import DataError
from tests.statistics_files import Variable, dta, sav

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.persona.reading.conftest import Reader

OFTEN = {1.0: "Never", 2.0: "Now and then", 3.0: "Every day"}
VARIABLES = [
    Variable("id", "Number of the respondent"),
    Variable("q1", "How often do you plan?", labels=OFTEN),
    Variable("q2", "How happy are you?", labels={1.0: "Not at all", 5.0: "Very"}),
    Variable("age", "How old are you?", labels={98.0: "Don't know"}, missing=(99.0,)),
    Variable("why", "Why is that so?", width=24),
]
ROWS: list[list[float | str | None]] = [
    [1, 1, 1, 34, "It is quick"],
    [2, 2, 3, 98, "Zürich is far away"],
    [3, 3, 5, 99, ""],
    [4, None, 4, 51.5, "なんとなく"],
]
READ = [
    ("1", "Never", "1 (Not at all)", "34", "It is quick"),
    ("2", "Now and then", "3", "Don't know", "Zürich is far away"),
    ("3", "Every day", "5 (Very)", "", ""),
    ("4", "", "4", "51.5", "なんとなく"),
]


def test_spss_file_is_read_with_its_words(read: Reader) -> None:
    found = read(sav(VARIABLES, ROWS), name="study.sav")
    assert (found.report.kind, found.report.labels) == ("sav", tuple(v.text for v in VARIABLES))
    assert [name.lower() for name in found.report.names] == [v.name for v in VARIABLES]
    assert found.rows == READ


def test_stata_file_is_read_with_its_words(read: Reader) -> None:
    rows = [[None if cell == 99 else cell for cell in row] for row in ROWS]
    found = read(dta(VARIABLES, rows), name="study.dta")
    assert (found.report.kind, found.report.labels) == ("dta", tuple(v.text for v in VARIABLES))
    assert (found.report.names, found.rows) == (tuple(v.name for v in VARIABLES), READ)


def test_ranges_of_missing_values_are_blank(read: Reader) -> None:
    variables = [VARIABLES[4], Variable("n", labels={1.0: "One"}, missing=(90.0, 99.0), is_range=True)]
    rows: list[list[float | str | None]] = [["Fine as it is", 1], ["It is slow and dear", 90], ["No idea at all", 97]]
    assert [row[1] for row in read(sav(variables, rows)).rows] == ["One", "", ""]


def test_dates_and_old_encodings_are_read(read: Reader) -> None:
    variables = [Variable("day", is_date=True), Variable("why", width=16, labels={})]
    seconds = 86_400.0 * (dt.date(2024, 1, 17) - dt.date(1582, 10, 14)).days
    found = read(sav(variables, [[seconds, "Zürich"]], encoding="windows-1252"))
    assert found.rows == [("2024-01-17", "Zürich")]


@pytest.mark.parametrize("make", [sav, dta], ids=["SPSS", "Stata"])
def test_broken_file_gives_one_sentence(read: Reader, make: Callable[..., bytes]) -> None:
    whole = make(VARIABLES, ROWS)
    for data in (whole[: len(whole) // 2], whole[:40] + bytes(60) + whole[100:]):
        with pytest.raises(DataError) as raised:
            read(data)
        assert raised.value.code in ("damaged", "empty", "no_rows")


def test_protected_file_gives_one_sentence(read: Reader) -> None:
    with pytest.raises(DataError) as raised:
        read(b"\x1cENCRYPTEDSAV" + bytes(100))
    assert raised.value.message == "This is not a table but an SPSS file with a password."


def test_labels_of_codes_in_a_row_are_steps_chosen_or_not(read: Reader) -> None:
    report = read(sav(VARIABLES, ROWS), name="study.sav").report

    assert {name.lower(): steps for name, steps in report.steps.items()} == {"q1": tuple(OFTEN.values())}

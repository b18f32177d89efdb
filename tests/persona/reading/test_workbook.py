from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from persona.exceptions import ConfigurationError, DataError
from tests.tables import workbook

if TYPE_CHECKING:
    from tests.persona.reading.conftest import Reader

HOSTILE = Path(__file__).parents[2] / "data" / "hostile" / "public"
ANSWERS = [["ID", "Age", "Comment"], [1, 34, "Slow,\n“dear”"], [2, 51.5, "Fine"]]


def test_sheet_becomes_rows_with_their_numbers_as_lines(read: Reader) -> None:
    found = read(workbook({"Answers": ANSWERS}))
    assert (found.report.kind, found.report.sheet, found.report.sheets) == ("xlsx", "Answers", ("Answers",))
    assert (found.report.delimiter, found.report.quote, found.report.header_line) == ("", None, 1)
    assert (found.rows, found.lines) == ([("1", "34", "Slow,\n“dear”"), ("2", "51.5", "Fine")], [2, 3])


def test_lines_count_empty_rows_and_titles_above_the_table(read: Reader) -> None:
    found = read(workbook({"A": [["Survey"], [], *ANSWERS, [], [3, 28, "ok"]]}, start=1))
    assert (found.report.titles, found.report.header_line, found.lines) == (("Survey",), 4, [5, 6, 8])
    assert found.report.names == ("ID", "Age", "Comment")


def test_sheet_with_most_answers_is_taken_unless_one_is_chosen(read: Reader) -> None:
    book = workbook({"Notes": [["Read me"]], "Data": ANSWERS, "Old": [*ANSWERS, *ANSWERS[1:]]}, hidden="Old")
    found = read(book)
    assert (found.report.sheet, found.report.sheets, found.report.rows) == ("Data", ("Notes", "Data"), 2)
    other = [["City", "Why?"], ["Porto", "It is warm there"]]
    assert read(workbook({"Data": ANSWERS, "Cities": other}), sheet="Cities").rows == [("Porto", "It is warm there")]
    with pytest.raises(ConfigurationError) as raised:
        read(book, sheet="Old")
    assert (raised.value.code, raised.value.hint) == ("unknown_sheet", "Choose one of: Notes, Data.")


def test_cells_with_dates_are_written_as_people_read_them(read: Reader) -> None:
    dates = [dt.datetime(2024, 5, 1, tzinfo=None), dt.datetime(2024, 5, 1, 10, 30, tzinfo=None)]  # noqa: DTZ001 -- sheets know no zone
    assert read(workbook({"A": [["When", "Until"], dates]})).rows == [("2024-05-01", "2024-05-01 10:30:00")]


def test_workbook_of_another_project_is_read(read: Reader) -> None:
    found = read((HOSTILE / "csvkit_test.xlsx").read_bytes())
    assert found.report.names[:6] == ("text", "date", "integer", "boolean", "float", "datetime")
    assert found.rows[0][:6] == ("Chicago Reader", "1971-01-01", "40", "TRUE", "1", "1971-01-01 04:14:00")
    assert found.report.rows == 5


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (workbook({"A": ANSWERS})[:-300], "damaged"),
        (workbook({"A": []}), "empty"),
        (workbook({"A": [["ID", "Comment"]]}), "no_rows"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "not_a_table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "protected"),
    ],
    ids=["cut off", "no cell", "names only", "old and damaged", "with a password"],
)
def test_workbook_that_cannot_be_read_gives_one_sentence(read: Reader, data: bytes, code: str) -> None:
    with pytest.raises(DataError) as raised:
        read(data)
    assert raised.value.code == code


def test_sheet_with_a_cell_far_away_is_refused_before_it_is_built(read: Reader) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook({"A": ANSWERS}))) as source, zipfile.ZipFile(target, "w") as far:
        for name in source.namelist():
            data = source.read(name).replace(b'<row r="3"', b'<row r="1048576"').replace(b'r="C3"', b'r="XFD1048576"')
            far.writestr(name, data)
    with pytest.raises(DataError) as raised:
        read(target.getvalue())
    assert raised.value.message == "The sheet spans more than 20,000,000 cells, filled or not."


def test_archive_that_unpacks_to_more_than_it_says_is_refused(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("persona.reading.unpacking.UNPACKED", 3000)
    with pytest.raises(DataError) as raised:
        read(workbook({"A": ANSWERS}))
    assert (raised.value.code, raised.value.message) == ("unpacks_too_large", "The file unpacks to more than 3 kB.")

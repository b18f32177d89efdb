from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from persona.exceptions import DataError
from persona.questionnaire.rows.reported import report_notes
from persona.reading.hidden import find_hidden_rows
from persona.reading.oldbook import check_old_book, find_hidden_rows_of_old
from tests.persona.reading.test_sheets import open_document

if TYPE_CHECKING:
    from tests.persona.reading.conftest import Reader


def workbook(hidden: tuple[int, ...], *, sheet: str = "Answers & more", rows: int = 9) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet("Notes").write_row(0, 0, ["nothing"])
        answers = book.add_worksheet(sheet)
        answers.write_row(0, 0, ["ID", "Age", "Comment"])
        for row in range(1, rows + 1):
            answers.write_row(row, 0, [f"P{row}", 20 + row, "fine as it is"])
        for row in hidden:
            answers.set_row(row, options={"hidden": True})
    return file.getvalue()


def test_hidden_rows_are_read_and_told(read: Reader) -> None:
    found = read(workbook((2, 3, 5)))
    assert (found.report.rows, found.report.notes) == (9, {"hidden_rows": 3})
    assert [(note.code.value, note.rows) for note in report_notes(found.report)] == [
        ("hidden_rows", 3),
        ("other_sheets", None),
    ]


def test_workbook_without_hidden_rows_tells_of_none(read: Reader) -> None:
    assert read(workbook(())).report.notes == {}


def concealing(columns: str = "", *, sheets: int = 0, answers_hidden: bool = False) -> bytes:
    """A workbook with hidden columns ("B:C") and so many hidden sheets beside, or its answers on the hidden one."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        first = book.add_worksheet("Read me")
        first.write_row(0, 0, ["nothing"])
        answers = book.add_worksheet("Answers")
        answers.write_row(0, 0, ["ID", "Age", "Margin", "Comment"])
        for row in range(1, 10):
            answers.write_row(row, 0, [f"P{row}", 20 + row, row % 4, "fine as it is"])
        if columns:
            answers.set_column(columns, None, None, {"hidden": True})
        if answers_hidden:
            answers.hide()
        for at in range(sheets):
            beside = book.add_worksheet(f"Internal {at}")
            beside.write_row(0, 0, ["key", "value"])
            beside.very_hidden() if at else beside.hide()
    return file.getvalue()


@pytest.mark.parametrize(
    ("columns", "sheets", "told"),
    [
        ("B:B", 0, ["1 column is hidden in the workbook; it is read like the others."]),
        ("B:C", 0, ["2 columns are hidden in the workbook; they are read like the others."]),
        ("F:XFD", 0, []),
        ("", 2, ["2 sheets are hidden in the workbook and not read."]),
        ("", 0, []),
    ],
)
def test_hidden_columns_and_sheets_are_told(read: Reader, columns: str, sheets: int, told: list[str]) -> None:
    found = read(concealing(columns, sheets=sheets))

    assert (found.report.sheet, found.report.rows, len(found.report.names)) == ("Answers", 9, 4)
    assert [note.sentence for note in report_notes(found.report) if "hidden" in note.code] == told


def test_answers_on_a_hidden_sheet_are_read_where_no_other_holds_any(read: Reader) -> None:
    found = read(concealing(answers_hidden=True))

    assert (found.report.sheet, found.report.rows) == ("Answers", 9)
    assert [note.sentence for note in report_notes(found.report)] == [
        "1 sheet is hidden in the workbook and read, as no other holds answers.",
        "Other sheets were not read: Read me.",
    ]


def test_hidden_rows_below_the_table_do_not_count() -> None:
    opened = zipfile.ZipFile(io.BytesIO(workbook((4, 20, 21))))
    found = find_hidden_rows(opened, ["Answers & more", "Notes", "Nowhere"])
    assert {name: len(rows) for name, rows in found.items()} == {"Answers & more": 1, "Notes": 0, "Nowhere": 0}


@pytest.mark.parametrize("rows", [30_000])
def test_rows_are_counted_once_wherever_blocks_end(rows: int) -> None:
    opened = zipfile.ZipFile(io.BytesIO(workbook(tuple(range(1, rows, 3)), rows=rows)))
    (found,) = find_hidden_rows(opened, ["Answers & more"]).values()
    assert len(found) == len(range(1, rows, 3))


OLD = Path(__file__).parents[2] / "data" / "hidden_rows.xls"
"""Sheets "Notes" and "Antwörten": nine people, of whom the rows 3, 4 and 6 are hidden. Written by xlwt."""


def test_hidden_rows_of_an_old_workbook(read: Reader) -> None:
    found = read(OLD.read_bytes())
    assert (found.report.kind, found.report.rows, found.report.notes) == ("xls", 9, {"hidden_rows": 3})
    assert find_hidden_rows_of_old(OLD) == {"Notes": frozenset(), "Antwörten": frozenset({3, 4, 6})}


@pytest.mark.parametrize("cut", [0, 8, 60, 511, 700, 2000, 5000])
def test_an_old_workbook_that_is_cut_short_hides_nothing(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "cut.xls"
    path.write_bytes(OLD.read_bytes()[:cut])
    assert set().union(*find_hidden_rows_of_old(path).values()) <= {3, 4, 6}


@pytest.mark.parametrize("cut", [512, 700, 2000, 4000])
def test_an_old_workbook_that_is_cut_short_is_damaged(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "cut.xls"
    path.write_bytes(OLD.read_bytes()[:cut])

    with pytest.raises(DataError) as told:
        check_old_book(path)

    assert told.value.code == "damaged"


def _row(*cells: str, attributes: str = "") -> str:
    inside = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{c}</text:p></table:table-cell>' for c in cells
    )
    return f"<table:table-row{attributes}>{inside}</table:table-row>"


def hiding(visibility: str) -> bytes:
    """Nine people: the third, and two that are written as one row and repeated, are of this visibility."""
    seen = f' table:visibility="{visibility}"'
    people = [_row(f"P{at}", "23", "fine", attributes=seen if at == 3 else "") for at in range(1, 8)]
    twice = _row("P8", "29", "fine", attributes=f'{seen} table:number-rows-repeated="2"')
    blank = f'<table:table-row{seen} table:number-rows-repeated="1000"><table:table-cell/></table:table-row>'
    rows = [_row("ID", "Age", "Comment"), *people, twice, blank]
    return open_document(f'<table:table table:name="Answers">{"".join(rows)}</table:table>')


@pytest.mark.parametrize(("visibility", "hidden"), [("collapse", 3), ("filter", 3), ("visible", 0)])
def test_hidden_rows_of_an_open_document(read: Reader, visibility: str, hidden: int) -> None:
    found = read(hiding(visibility))
    assert (found.report.kind, found.report.rows) == ("ods", 9)
    assert found.report.notes == ({"hidden_rows": hidden} if hidden else {})

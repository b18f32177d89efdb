"""Cells in which a formula failed stay with what the spreadsheet shows there, in every kind of workbook."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import xlsxwriter

from persona.reading.oldbook import find_failed_of_old
from tests.persona.reading.test_sheets import open_document

if TYPE_CHECKING:
    from tests.persona.reading.conftest import Reader

OLD = Path(__file__).parents[2] / "data" / "failed_cells.xls"
"""Sheets "Notes" and "Antwörten": nine people from the second row and column on; two ages failed. Written by xlwt."""
HEAD = ("ID", "Age", "Comment")
CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'


def workbook() -> bytes:
    """People from the third row and second column on, beside a sheet in which everything is well."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet("Notes").write_row(0, 0, ["nothing"])
        answers = book.add_worksheet("Answers & more")
        answers.write_row(2, 1, HEAD)
        for row in range(3, 9):
            answers.write_row(row, 1, [f"P{row}", 20 + row, "fine as it is"])
        answers.write_formula(4, 2, "=NA()", None, "#N/A")
        answers.write_formula(6, 2, "=1/0", None, "#DIV/0!")
        answers.write_formula(6, 3, "=C5&C6", None, "as it says")
    return file.getvalue()


def test_failed_cells_of_a_workbook(read: Reader) -> None:
    found = read(workbook())

    assert found.report.names == HEAD
    assert [row[1] for row in found.rows] == ["23", "#N/A", "25", "#DIV/0!", "27", "28"]
    assert found.rows[3] == ("P6", "#DIV/0!", "as it says")


def test_failed_cells_of_an_old_workbook(read: Reader, tmp_path: Path) -> None:
    found = read(OLD.read_bytes())
    cut = tmp_path / "cut.xls"
    cut.write_bytes(OLD.read_bytes()[:700])

    assert [row[1] for row in found.rows] == ["22", "23", "#N/A", "25", "#DIV/0!", "27", "28", "29", "30"]
    assert find_failed_of_old(OLD) == {"Notes": {}, "Antwörten": {(4, 2): "#N/A", (6, 2): "#DIV/0!"}}
    assert not any(find_failed_of_old(cut).values())


def _cell(text: str, told: str = 'office:value-type="string"') -> str:
    return f"<table:table-cell {told}><text:p>{text}</text:p></table:table-cell>"


def test_failed_cells_of_an_open_document(read: Reader) -> None:
    failed = f'office:value-type="string" office:string-value="" {CALC} calcext:value-type="error"'
    people = [(_cell(f"P{at}"), _cell("34"), _cell("fine as it is")) for at in range(5)]
    people[2] = (_cell("P2"), _cell("#DIV/0!", failed), _cell("fine as it is"))
    rows = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in [map(_cell, HEAD), *people])
    found = read(open_document(f'<table:table table:name="Answers">{rows}</table:table>'))

    assert [row[1] for row in found.rows] == ["34", "34", "#DIV/0!", "34", "34"]

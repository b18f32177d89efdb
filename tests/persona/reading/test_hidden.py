from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from persona.questionnaire.rows.reported import report_notes
from persona.reading.hidden import find_hidden_rows

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


def test_hidden_rows_below_the_table_do_not_count() -> None:
    opened = zipfile.ZipFile(io.BytesIO(workbook((4, 20, 21))))
    assert len(find_hidden_rows(opened, "Answers & more")) == 1
    assert find_hidden_rows(opened, "Notes") == find_hidden_rows(opened, "Nowhere") == frozenset()


@pytest.mark.parametrize("rows", [30_000])
def test_rows_are_counted_once_wherever_blocks_end(rows: int) -> None:
    opened = zipfile.ZipFile(io.BytesIO(workbook(tuple(range(1, rows, 3)), rows=rows)))
    assert len(find_hidden_rows(opened, "Answers & more")) == len(range(1, rows, 3))

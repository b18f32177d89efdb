"""Tables for tests of the library, really read from files."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import xlsxwriter

from persona.reading import read_source
from persona.reading.options import DialectChoice
from persona.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from persona.models.reading import Layout

DATA = Path(__file__).parent / "data"


def table_from(path: Path, folder: Path) -> Table:
    """The table in a file; its parts are written into `folder`."""
    read_source(path, folder)
    return Table.open([folder])


def table_of(
    folder: Path, header: Sequence[str], rows: Iterable[Sequence[str]], *, layout: Layout | None = None
) -> Table:
    """A table with these cells; `layout`: what rows are, where somebody says so."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "answers.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    read_source(path, folder / "read", dialect=DialectChoice(layout=layout))
    return Table.open([folder / "read"])


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]], *, hidden: str = "", start: int = 0) -> bytes:
    """A workbook with these rows in its sheets, from row and column `start` on."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"default_date_format": "yyyy-mm-dd"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows, start):
                sheet.write_row(number, start, row)
            if name == hidden:
                sheet.hide()
    return target.getvalue()

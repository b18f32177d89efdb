"""Workbooks (.xlsx, .xls): one sheet of answers, row numbers as the spreadsheet program shows them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from persona.messages import configuration_error, data_error
from persona.reading.hidden import count_hidden_rows
from persona.reading.job import Found, Job
from persona.reading.rows import CLEAN, Row, as_records, as_text
from persona.reading.sheetxml import WorkbookXml
from persona.reading.signature import OLD_OFFICE
from persona.reading.tabulate import write_table
from persona.reading.unpacking import archive, check_unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from python_calamine import CalamineSheet, CalamineWorkbook

LOOKED_AT = 1000
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_workbook(job: Job) -> Found:
    """Write the sheet with the most answers, or the chosen one, into parts."""
    import python_calamine

    sha256 = job.sha256()
    old = _check(job.path)
    with _plain_words(old=old):
        workbook = python_calamine.CalamineWorkbook.from_path(job.path)
        sheets = _visible_sheets(workbook)
        sheet = _choose(workbook, sheets, job.choice.sheet)
        width = _width(sheet)
        table = write_table(as_records(_rows(sheet, width, job)), job, CLEAN, width)
    if not old:
        with archive(job.path, "Excel") as opened:
            job.ledger.note("hidden_rows", count_hidden_rows(opened, sheet.name))
    return Found("xls" if old else "xlsx", sha256, table, sheet=sheet.name, sheets=sheets)


def _check(path: Path) -> bool:
    """Whether it is one of the old kind. Raises where opening it would be dear or is not possible."""
    with path.open("rb") as file:
        if file.read(len(OLD_OFFICE)) == OLD_OFFICE:
            if ENCRYPTED in file.read():
                raise data_error("protected")
            return True
    book = WorkbookXml()
    with archive(path, "Excel") as opened:
        check_unpacked(opened, book.look)
    book.finish()
    return False


@contextmanager
def _plain_words(*, old: bool) -> Iterator[None]:
    """Errors of the library that opens workbooks, as sentences."""
    import python_calamine

    damaged = data_error("not_a_table", kind="an old Office document") if old else data_error("damaged", kind="Excel")
    try:
        yield
    except python_calamine.PasswordError as exc:
        raise data_error("protected") from exc
    except python_calamine.CalamineError as exc:
        raise damaged from exc
    except BaseException as exc:
        if type(exc).__module__ == "pyo3_runtime":  # a panic of compiled code, which is no Exception
            raise damaged from exc
        raise


def _visible_sheets(workbook: CalamineWorkbook) -> tuple[str, ...]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    tables = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    visible = [sheet.name for sheet in tables if sheet.visible == SheetVisibleEnum.Visible]
    return tuple(visible or (sheet.name for sheet in tables))


def _choose(workbook: CalamineWorkbook, names: tuple[str, ...], chosen: str | None) -> CalamineSheet:
    """The sheet with the most filled cells, as far as its first rows tell."""
    if chosen is not None and chosen not in names:
        raise configuration_error("unknown_sheet", sheet=chosen, names=", ".join(names))
    sheets = [workbook.get_sheet_by_name(name) for name in ((chosen,) if chosen is not None else names)]
    if not any(sheet.height for sheet in sheets):
        raise data_error("empty")
    return max(sheets, key=_filled)


def _filled(sheet: CalamineSheet) -> float:
    rows = sheet.to_python(nrows=LOOKED_AT)
    filled = sum(cell != "" for row in rows for cell in row)
    return filled / max(1, len(rows)) * sheet.height


def _width(sheet: CalamineSheet) -> int:
    """Up to the last column that holds something; formatted empty columns beyond it do not count."""
    rows = sheet.to_python(nrows=LOOKED_AT)
    return max((i for row in rows for i, cell in enumerate(row, 1) if cell != ""), default=1)


def _rows(sheet: CalamineSheet, width: int, job: Job) -> Iterator[Row]:
    """Rows with their numbers in the sheet, from the first that is not empty and the first column that is not."""
    first, size = None, job.path.stat().st_size
    for number, values in enumerate(sheet.iter_rows()):
        cells = [as_text(value) for value in values]
        while len(cells) > width and not cells[-1]:
            cells.pop()
        if first is None and any(cells):
            first = number
        if first is not None:
            yield Row((sheet.start or (0, 0))[0] + number - first + 1, cells if any(cells) else ("",))
        if number % LOOKED_AT == 0:
            job.progress.read(size * number // sheet.height)

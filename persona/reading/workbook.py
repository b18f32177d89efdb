"""Workbooks (.xlsx, .xls, .ods): the sheet of answers, row numbers as the spreadsheet program shows them."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from persona.messages import configuration_error, data_error
from persona.reading.codebook import read_codebook
from persona.reading.hidden import count_hidden_rows
from persona.reading.job import Found, Job, Written
from persona.reading.labelling import labelled
from persona.reading.odsxml import OPEN_DOCUMENT, check_open_document
from persona.reading.rows import CLEAN, Row, as_records, as_text
from persona.reading.sheets import LOOKED_AT, SheetView, alike, also_answers, choose, fold
from persona.reading.sheetxml import WorkbookXml
from persona.reading.signature import OLD_OFFICE
from persona.reading.tabulate import write_table
from persona.reading.unpacking import archive, check_unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from python_calamine import CalamineWorkbook

    from persona.reading.codebook import Codebook

ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_workbook(job: Job) -> Found:
    """Write the sheet of answers, with those that have the same columns, or the chosen one, into parts."""
    import python_calamine

    sha256 = job.sha256()
    kind = _check(job.path)
    with _plain_words(kind):
        workbook = python_calamine.CalamineWorkbook.from_path(job.path)
        names = _visible_sheets(workbook)
        views = _views(workbook, names, job.choice.sheet)
        chosen = choose(views) if job.choice.sheet is None else next(v for v in views if v.name == job.choice.sheet)
        together = alike(chosen, views) if _may_join(job) else [chosen]
        chosen = chosen if job.choice.sheet is not None else together[0]
        others = [view for view in views if view not in together]
        book = read_codebook(others, chosen.head.names)
        width = max(_width(view) for view in together)
        counts: dict[str, int] = {}
        table = write_table(as_records(_all_rows(together, chosen, width, book, counts, job)), job, CLEAN, width)
    if kind == "xlsx":
        with archive(job.path, "Excel") as opened:
            job.ledger.note("hidden_rows", sum(count_hidden_rows(opened, view.name) for view in together))
    return Found(
        kind,
        sha256,
        _with_texts(table, book),
        sheet=chosen.name,
        sheets=names,
        sheets_read={view.name: counts[view.name] for view in together} if together[1:] else {chosen.name: table.rows},
        sheets_in_doubt=tuple(view.name for view in also_answers(together, views)),
    )


def _may_join(job: Job) -> bool:
    """Sheets with the same columns are read together, unless a person chose one or says no."""
    return job.choice.sheet is None if job.choice.join_sheets is None else job.choice.join_sheets


def _with_texts(table: Written, book: Codebook) -> Written:
    """Texts of questions from the code book, where the sheet of answers has none."""
    head = table.head
    if head.labels or table.layout != "people_in_rows" or not any(fold(name) in book.texts for name in head.names):
        return table
    return replace(table, head=replace(head, labels=tuple(book.texts.get(fold(name), "") for name in head.names)))


def _check(path: Path) -> str:
    """Which kind of workbook it is. Raises where opening it would be dear or is not possible."""
    with path.open("rb") as file:
        if file.read(len(OLD_OFFICE)) == OLD_OFFICE:
            if ENCRYPTED in file.read():
                raise data_error("protected")
            return "xls"
    with archive(path, "OpenDocument") as opened:
        if OPEN_DOCUMENT in opened.namelist():
            check_open_document(opened)
            return "ods"
    book = WorkbookXml()
    with archive(path, "Excel") as opened:
        check_unpacked(opened, book.look)
    book.finish()
    return "xlsx"


@contextmanager
def _plain_words(kind: str) -> Iterator[None]:
    """Errors of the library that opens workbooks, as sentences."""
    import python_calamine

    damaged = {
        "xls": data_error("not_a_table", kind="an old Office document"),
        "ods": data_error("damaged", kind="OpenDocument"),
        "xlsx": data_error("damaged", kind="Excel"),
    }[kind]
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


def _views(workbook: CalamineWorkbook, names: tuple[str, ...], chosen: str | None) -> list[SheetView]:
    if chosen is not None and chosen not in names:
        raise configuration_error("unknown_sheet", sheet=chosen, names=", ".join(names))
    views = [SheetView.of(workbook.get_sheet_by_name(name)) for name in names]
    if not any(view.filled for view in views):
        raise data_error("empty")
    return views


def _width(view: SheetView) -> int:
    """Up to the last column that holds something in any row; formatted empty columns beyond it do not count."""
    width = max(1, view.width)
    if width < view.sheet.width:
        for values in view.sheet.iter_rows():
            while len(values) > width and as_text(values[-1]) == "":
                values.pop()
            width = max(width, len(values))
    return width


def _all_rows(
    together: Sequence[SheetView], chosen: SheetView, width: int, book: Codebook, counts: dict[str, int], job: Job
) -> Iterator[Row]:
    """The rows of the chosen sheet with its names, and the answers of the others in the order of its columns.

    `counts` is told how many of them are answers, by sheet.
    """
    size, total = job.path.stat().st_size, sum(view.sheet.height for view in together)
    done = 0
    written = _labels(book, together, chosen)
    for view in sorted(together, key=lambda view: view is not chosen):
        order, counts[view.name] = None if view is chosen else _order(view, chosen), 0
        for row in _rows(view, width, order):
            is_answer = not _is_head(row, view)
            counts[view.name] += is_answer and any(row.cells)
            yield _relabelled(row, written) if written and is_answer else row
            done += 1
            if done % LOOKED_AT == 0:
                job.progress.read(min(size, size * done // max(1, total)))


def _is_head(row: Row, view: SheetView) -> bool:
    """Whether a row stands above the answers."""
    return row.line <= (view.sheet.start or (0, 0))[0] + view.head.first


def _order(view: SheetView, chosen: SheetView) -> list[int]:
    """For each column of the chosen sheet the same one of another."""
    places: dict[str, list[int]] = {}
    for at, name in enumerate(view.names):
        places.setdefault(name, []).append(at)
    return [places[name].pop(0) for name in chosen.names]


def _labels(book: Codebook, together: Sequence[SheetView], chosen: SheetView) -> dict[int, dict[str, str]]:
    """What to write for the codes of each column, by its position."""
    found = {}
    for at, name in enumerate(chosen.head.names):
        cells = {cell for view in together for cell in view.column(at if view is chosen else _order(view, chosen)[at])}
        if (labels := book.labels_for(name, cells)) and (shown := labelled(labels, cells)):
            found[at] = shown
    return found


def _relabelled(row: Row, written: Mapping[int, Mapping[str, str]]) -> Row:
    cells = [written[at].get(cell, cell) if at in written else cell for at, cell in enumerate(row.cells)]
    return Row(row.line, cells)


def _rows(view: SheetView, width: int, order: Sequence[int] | None) -> Iterator[Row]:
    """Rows with their numbers in the sheet, from the first that is not empty and the first column that is not.

    `order`: the rows below the names only, with the columns in this order.
    """
    first, start = None, (view.sheet.start or (0, 0))[0]
    for number, values in enumerate(view.sheet.iter_rows()):
        cells = [as_text(value) for value in values]
        while len(cells) > width and not cells[-1]:
            cells.pop()
        if first is None and any(cells):
            first = number
        if first is None or (order is not None and number < first + view.head.first):
            continue
        if order is not None and any(cells):
            cells = [cells[at] if at < len(cells) else "" for at in order]
        yield Row(start + number - first + 1, cells if any(cells) else ("",))

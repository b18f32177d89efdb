"""Workbooks (.xlsx, .xls, .ods): the sheet of answers, row numbers as the spreadsheet program shows them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from persona.messages import configuration_error, data_error
from persona.reading.failed import Failed, with_failed
from persona.reading.hidden import count_hidden_columns, find_hidden_rows, members_of
from persona.reading.job import Found, Job
from persona.reading.odsxml import OPEN_DOCUMENT, check_open_document
from persona.reading.oldbook import check_old_book, find_failed_of_old, find_hidden_rows_of_old
from persona.reading.sheets import SheetView, choose
from persona.reading.sheetxml import WorkbookXml
from persona.reading.signature import OLD_OFFICE
from persona.reading.talking import may_be_talk, read_talks, sheets_of_talk, table_of_talk
from persona.reading.together import sheet_rows, write_sheets
from persona.reading.transcript import participants, speakers_in, write_talks
from persona.reading.unpacking import archive, check_unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from python_calamine import CalamineWorkbook


_LEAST_ROWS = 2  # of a sheet that may hold a table: names and an answer
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_workbook(job: Job) -> Found:
    """Write the sheet of answers, with those that have the same columns, or the chosen one, into parts."""
    import python_calamine

    sha256 = job.sha256()
    checked = _check(job.path)
    kind = checked.kind
    with _plain_words(kind):
        workbook = python_calamine.CalamineWorkbook.from_path(job.path)
        names, concealed = _sheets(workbook)
        views = _views(workbook, names, job.choice.sheet, _failed(job, checked, names))
        if found := _talk(job, views, kind, sha256, names):
            return found
        hidden = {"xlsx": _hidden, "xls": _hidden_of_old}[kind](job, names) if kind != "ods" else checked.hidden
        joined = write_sheets(job, views, hidden if job.choice.hidden_rows is False else {})
    job.ledger.note("hidden_rows", sum(len(hidden.get(name, ())) for name in joined.counts))
    job.ledger.note(
        "hidden_columns", _hidden_columns(job, kind, {v.name: v.width for v in views if v.name in joined.counts})
    )
    job.ledger.note("read_hidden_sheets" if set(joined.counts) & concealed else "hidden_sheets", len(concealed))
    return joined.found(kind, sha256, names)


def _talk(job: Job, views: Sequence[SheetView], kind: str, sha256: str, names: tuple[str, ...]) -> Found | None:
    """The interviews of a workbook whose sheet of answers is talk, from all sheets that are."""
    talking = sheets_of_talk(views) if may_be_talk(job.choice) else []
    wanted = choose(views) if job.choice.sheet is None else next(v for v in views if v.name == job.choice.sheet)
    if wanted not in talking:
        return None
    if job.choice.sheet is not None or job.choice.join_sheets is False:
        talking = [wanted]
    whole = [table_of_talk(view.name, list(sheet_rows(view, view.width)), view.width, job.choice) for view in talking]
    tables = [table for table in whole if table is not None]
    by_sheet = read_talks(tables, job.choice)
    talks = [talk for found in by_sheet for talk in found]
    if not talks:
        return None
    counts = {
        table.title: sum(len(list(participants(talk))) for talk in found)
        for table, found in zip(tables, by_sheet, strict=True)
    }
    return Found(
        kind,
        sha256,
        write_talks(job, talks),
        sheet=tables[0].title,
        sheets=names,
        sheets_read=counts,
        speakers=speakers_in(talks),
    )


def _hidden(job: Job, names: tuple[str, ...]) -> dict[str, frozenset[int]]:
    """The numbers of the hidden rows of each sheet."""
    with archive(job.path, "Excel") as opened:
        return find_hidden_rows(opened, names)


def _hidden_columns(job: Job, kind: str, widths: Mapping[str, int]) -> int:
    if kind != "xlsx":
        return 0
    with archive(job.path, "Excel") as opened:
        return count_hidden_columns(opened, widths)


def _hidden_of_old(job: Job, _: tuple[str, ...]) -> dict[str, frozenset[int]]:
    return find_hidden_rows_of_old(job.path)


def _failed(job: Job, checked: _Checked, names: tuple[str, ...]) -> dict[str, Failed]:
    """The cells of each sheet in which a formula failed."""
    if checked.kind == "xls":
        return find_failed_of_old(job.path)
    if checked.kind == "ods" or not checked.failed:
        return checked.failed
    with archive(job.path, "Excel") as opened:
        members = {name: member for name, member in members_of(opened).items() if name in names}
    return {name: checked.failed[member] for name, member in members.items() if member in checked.failed}


class _Checked(NamedTuple):
    """Which kind of workbook it is, and what parsing told: hidden rows by sheet, failed cells by sheet or member."""

    kind: str
    hidden: dict[str, frozenset[int]]
    failed: dict[str, Failed]


def _check(path: Path) -> _Checked:
    """Raises where opening it would be dear."""
    with path.open("rb") as file:
        if file.read(len(OLD_OFFICE)) == OLD_OFFICE:
            if ENCRYPTED in file.read():
                raise data_error("protected")
            check_old_book(path)
            return _Checked("xls", {}, {})
    with archive(path, "OpenDocument") as opened:
        if OPEN_DOCUMENT in opened.namelist():
            return _Checked("ods", *check_open_document(opened))
    book = WorkbookXml()
    with archive(path, "Excel") as opened:
        check_unpacked(opened, book.look)
    book.finish()
    return _Checked("xlsx", {}, book.failed)


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


def _sheets(workbook: CalamineWorkbook) -> tuple[tuple[str, ...], frozenset[str]]:
    """The sheets to look at, and those that are hidden: only where no other holds rows are these looked at, too."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    tables = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    names = tuple(sheet.name for sheet in tables)
    visible = tuple(sheet.name for sheet in tables if sheet.visible == SheetVisibleEnum.Visible)
    hold_rows = any(workbook.get_sheet_by_name(name).height >= _LEAST_ROWS for name in visible)
    return (visible if hold_rows else names), frozenset(names) - frozenset(visible)


def _views(
    workbook: CalamineWorkbook, names: tuple[str, ...], chosen: str | None, failed: Mapping[str, Failed]
) -> list[SheetView]:
    if chosen is not None and chosen not in names:
        raise configuration_error("unknown_sheet", sheet=chosen, names=", ".join(names))
    views = [SheetView.of(with_failed(workbook.get_sheet_by_name(name), failed)) for name in names]
    if not any(view.filled for view in views):
        raise data_error("empty")
    return views

"""One file, read as what its first bytes say it is, and the report on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.messages import configuration_error
from persona.models import SourceReport
from persona.reading.job import Found, Job
from persona.reading.ledger import Ledger
from persona.reading.opening import open_text
from persona.reading.parquet import write_left_out
from persona.reading.progress import ReadProgress
from persona.reading.signature import kind_of
from persona.reading.text import read_text, shown_delimiter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from persona.reading.options import DialectChoice, Limits

LEFT_OUT = "left-out.parquet"
NO_DELIMITERS = '"\r\n\0'


def read_report(
    path: Path,
    folder: Path,
    *,
    name: str,
    size: int,
    limits: Limits,
    choice: DialectChoice,
    on_progress: Callable[[int, int], None] | None,
) -> SourceReport:
    """Write the parts and the left-out lines of a file into an empty folder, and say how it was understood."""
    _check_choice(choice)
    progress = ReadProgress(on_progress, size)
    with Ledger(folder) as ledger:
        found = _read(Job(path, folder, name, limits, choice, ledger, progress))
    write_left_out(folder / LEFT_OUT, ledger.spool)
    progress.finished()
    return _report(found, ledger, name=name, size=size)


def _read(job: Job) -> Found:
    """Each kind loads what it needs only when there is such a file."""
    match kind := kind_of(job.path):
        case "sav" | "dta":
            from persona.reading.labelled_files import read_labelled

            return read_labelled(job, kind)
        case "bundle":
            from persona.reading.bundle import read_bundle

            return read_bundle(job, _read)
        case "gzip":
            return read_text(job, open_text(job, packed=True), packed=True)
        case "json":
            from persona.reading.objects import read_objects

            return read_objects(job)
        case "workbook":
            from persona.reading.workbook import read_workbook

            return read_workbook(job)
        case "parquet":
            from persona.reading.columnar import read_parquet

            return read_parquet(job)
        case "document":
            from persona.reading.document import read_document

            return read_document(job)
        case _:
            from persona.reading.prose import is_prose, read_prose

            text = open_text(job)
            return read_prose(job, text) if is_prose(job, text) else read_text(job, text)


def _report(found: Found, ledger: Ledger, *, name: str, size: int) -> SourceReport:
    table, dialect = found.table, found.dialect
    return SourceReport(
        name=name,
        kind=found.kind,
        bytes=size,
        sha256=found.sha256,
        encoding=found.encoding.name,
        encoding_how=found.encoding.how,
        encoding_samples=found.encoding.samples,
        delimiter=shown_delimiter(dialect) if dialect else "",
        quote=dialect.quote.decode() if dialect and dialect.quote else None,
        escape="\\" if dialect and dialect.escape else None,
        line_ends=found.line_ends,
        sheet=found.sheet,
        sheets=found.sheets,
        sheets_read=found.sheets_read,
        sheets_in_doubt=found.sheets_in_doubt,
        sheet_changes=found.sheet_changes,
        sheets_beside=found.sheets_beside,
        sheets_of_codes=found.sheets_of_codes,
        speakers=found.speakers,
        titles=table.head.titles,
        header_line=table.header_line,
        header_rows=table.head.rows,
        layout=table.layout,
        header_sure=table.head.sure,
        names=table.head.names,
        labels=table.head.labels,
        steps=dict(table.head.steps),
        rows=table.rows,
        rows_per_part=table.rows_per_part,
        parts=table.parts,
        skipped_lines=tuple(sorted(ledger.left_out, key=lambda entry: entry.line)),
        skipped=dict(sorted(ledger.left_out_counts.items())),
        repaired=tuple(ledger.mended),
        notes=dict(sorted(ledger.notes.items())),
    )


def _check_choice(choice: DialectChoice) -> None:
    delimiter = choice.delimiter
    if delimiter is not None and (not delimiter.isascii() or delimiter in NO_DELIMITERS):
        raise configuration_error("unknown_delimiter", delimiter=delimiter)

"""One file, read as what its first bytes say it is, and the report on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.messages import configuration_error
from persona.models import SourceReport
from persona.reading.ledger import Ledger
from persona.reading.parquet import write_left_out
from persona.reading.progress import Progress
from persona.reading.signature import kind_of
from persona.reading.text import read_text, shown_delimiter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from persona.reading.options import DialectChoice, Limits

LEFT_OUT = "left-out.parquet"
KINDS = {"text": "csv", "gzip": "csv.gz"}
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
    kind = kind_of(path)
    progress = Progress(on_progress, size)
    with Ledger(folder) as ledger:
        found = read_text(
            path, folder, packed=kind == "gzip", limits=limits, choice=choice, ledger=ledger, progress=progress
        )
    write_left_out(folder / LEFT_OUT, ledger.spool)
    progress.finished()
    head, dialect = found.table.head, found.dialect
    return SourceReport(
        name=name,
        kind=KINDS[kind],
        bytes=size,
        sha256=found.sha256,
        encoding=found.encoding.name,
        encoding_how=found.encoding.how,
        encoding_samples=found.encoding.samples,
        delimiter=shown_delimiter(dialect),
        quote=dialect.quote.decode() if dialect.quote else None,
        escape="\\" if dialect.escape else None,
        line_ends=found.line_ends,
        titles=head.titles,
        header_line=found.table.header_line,
        names=head.names,
        labels=head.labels,
        rows=found.table.rows,
        rows_per_part=found.table.rows_per_part,
        parts=found.table.parts,
        left_out=tuple(sorted(ledger.left_out, key=lambda entry: entry.line)),
        left_out_counts=dict(sorted(ledger.left_out_counts.items())),
        mended=tuple(ledger.mended),
        notes=dict(sorted(ledger.notes.items())),
    )


def _check_choice(choice: DialectChoice) -> None:
    delimiter = choice.delimiter
    if delimiter is not None and (not delimiter.isascii() or delimiter in NO_DELIMITERS):
        raise configuration_error("unknown_delimiter", delimiter=delimiter)

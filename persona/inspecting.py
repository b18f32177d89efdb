"""Inspect: how a file is understood, without making an experiment of it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from pydantic import Field

from persona.experiment import LOCAL_LIMITS
from persona.models import Column, Frozen, OldNames, SkippedLine, SourceReport
from persona.reading.options import DialectChoice, Limits


class Dialect(Frozen):
    """How a file is written."""

    encoding: str
    encoding_how: Literal["mark", "checked", "mixed", "guessed", "chosen"]
    encoding_samples: tuple[str, ...] = ()
    delimiter: str
    quote: str | None
    escape: str | None
    line_ends: tuple[str, ...]
    header_line: int | None
    sheet: str | None = Field(default=None, description="Workbooks: the sheet that was read.")
    sheets: tuple[str, ...] = Field(default=(), description="Workbooks: the sheets to choose from.")


class Inspection(OldNames):
    """A file as the library reads it."""

    name: str
    kind: str
    bytes: int
    sha256: str
    rows: int
    dialect: Dialect
    titles: tuple[str, ...] = Field(description="Lines above the column names.")
    columns: tuple[Column, ...]
    skipped_lines: tuple[SkippedLine, ...] = Field(description="The first 1,000 lines that did not become rows.")
    skipped: dict[str, int] = Field(description="All of them, by code.")
    skipped_total: int
    notes: dict[str, int] = Field(description="Mended on the way.")


def inspect(
    path: str | Path,
    *,
    limits: Limits = LOCAL_LIMITS,
    dialect: DialectChoice = DialectChoice(),  # noqa: B008 -- frozen
) -> Inspection:
    """Read a file and say how it was understood; nothing is kept.

    Raises:
        DataError: the file cannot be read.

    Example:
        >>> inspect("survey.csv").rows                                    # doctest: +SKIP
        300
    """
    from persona.source import add_source

    with TemporaryDirectory() as folder:
        source = add_source(Path(path), Path(folder) / "source", limits=limits, dialect=dialect)
        return _inspection(source.report, source.columns)


def _inspection(report: SourceReport, columns: tuple[Column, ...]) -> Inspection:
    return Inspection(
        name=report.name,
        kind=report.kind,
        bytes=report.bytes,
        sha256=report.sha256,
        rows=report.rows,
        dialect=Dialect(
            encoding=report.encoding,
            encoding_how=report.encoding_how,
            encoding_samples=report.encoding_samples,
            delimiter=report.delimiter,
            quote=report.quote,
            escape=report.escape,
            line_ends=report.line_ends,
            header_line=report.header_line,
            sheet=report.sheet,
            sheets=report.sheets,
        ),
        titles=report.titles,
        columns=columns,
        skipped_lines=report.skipped_lines,
        skipped=report.skipped,
        skipped_total=report.skipped_total,
        notes=report.notes,
    )

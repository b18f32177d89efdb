"""Rows from files that are no plain text, on the same way as records from those that are."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.reading.cells import write
from persona.reading.dialect import Dialect
from persona.reading.splitter import Records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

CLEAN = Dialect()  # how rows are written on the way
BATCH = 5_000  # rows
CHARACTERS = 16 << 20  # … unless they are long
BETWEEN = "; "  # several choices of one answer
EXACT = 1e15  # larger numbers are no whole ones any more


class Row(NamedTuple):
    """Cells, and the place in the file that people will look at: a line, or the number of a row or paragraph."""

    line: int
    cells: Sequence[str]


def is_number(cell: str) -> bool:
    """Whether a cell is a plain number, with decimals or per cent: "-3", "2.5", "2,5", "40%"."""
    return cell.replace(",", ".").replace(".", "", 1).removesuffix("%").lstrip("-").isdigit()


def as_records(rows: Iterable[Row]) -> Iterator[Records]:
    """The rows as records, a batch at a time; none of the batches is empty."""
    batches = _batches(rows)
    batch = next(batches, None)
    while batch:
        following = next(batches, None)
        yield _records(batch, final=not following)
        batch = following


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """As many rows at a time as stay small together: one cell may be as long as another file."""
    batch: list[Row] = []
    characters = 0
    for row in rows:
        batch.append(row)
        characters += sum(map(len, row.cells))
        if len(batch) == BATCH or characters > CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _records(rows: list[Row], *, final: bool) -> Records:
    written = [write([cell.replace("\0", "") for cell in row.cells], CLEAN) for row in rows]
    end = np.cumsum([len(record) for record in written])
    nothing = np.zeros(len(rows), bool)
    return Records(
        data=b"".join(written),
        start=np.append(0, end[:-1]),
        end=end,
        line=np.array([row.line for row in rows], np.int64),
        width=np.array([max(1, len(row.cells)) for row in rows], np.int64),
        odd=nothing,
        unclosed=nothing,
        used=int(end[-1]),
        lines=len(rows),
        final=final,
    )


def as_text(value: object) -> str:
    """A cell as people would write it: whole numbers without a point, midnight without a time, choices with semicolons.

    >>> as_text(5.0), as_text(None), as_text(["Excel", "Jira"])
    ('5', '', 'Excel; Jira')
    """
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case float() | Decimal():
            return str(int(value)) if abs(float(value)) < EXACT and value == int(value) else str(value)
        case dt.datetime() if value.time() == dt.time():
            return value.date().isoformat()
        case dt.datetime():
            return value.isoformat(" ", "seconds")
        case list() | tuple():
            return BETWEEN.join(as_text(item) for item in value)
        case bytes():
            return value.decode("utf-8", "replace")
        case _:
            return str(value)

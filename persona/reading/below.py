"""Small tables that stand below an empty line under the table of answers: counts by place, answers added up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from persona.reading.cells import parse
from persona.reading.lookahead import looks_like_value
from persona.reading.rows import CLEAN, is_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.reading.dialect import Dialect
    from persona.reading.ledger import Ledger
    from persona.reading.parts import Batch

    Cells = Sequence[str]

LOOKED_AT = 200  # rows at the end, among which such tables begin
SEEN = 500  # rows above them that tell what is always filled
MOST_BLOCKS = 8  # parted by empty lines; more say that empty lines mean nothing here
LEAST_ROWS = 8  # of the table of answers
LEAST_OTHER = 3  # rows of another table: its names, and two below them
ALWAYS = 0.9
TWO = 2


def without_other_tables(batch: Batch, dialect: Dialect, ledger: Ledger) -> Batch:
    """The last rows of a file, less small tables below an empty line, and the lines of text beside those."""
    starts = _behind_gaps(batch, dialect)
    if not 0 < len(starts) <= MOST_BLOCKS:
        return batch
    first, end = max(0, starts[0] - SEEN), len(batch.lines)
    rows = [parse(batch.take(at, at + 1).data, dialect) for at in range(first, end)]
    always = _always_filled(rows[: starts[0] - first])
    keep = end
    for start in reversed(starts):
        above, block = rows[: start - first], rows[start - first : end - first]
        is_line = all(_filled(row) <= 1 for row in block)
        if is_line and keep == len(batch.lines):
            end = start  # a note: it goes with a table that may stand above it
        elif is_line or _is_other_table(block, above, always):
            keep = end = start
        else:
            break
    for at in range(keep, len(batch.lines)):
        text = batch.take(at, at + 1).data.decode("utf-8", "replace")
        ledger.leave_out("second_table", int(batch.lines[at]), text)
    return batch.take(0, keep)


def _behind_gaps(batch: Batch, dialect: Dialect) -> list[int]:
    """The rows near the end above which at least one empty line stands, and a table of some rows."""
    count = len(batch.lines)
    first = max(LEAST_ROWS, count - LOOKED_AT)
    steps = np.diff(batch.lines[first - 1 :]) if count > first else np.empty(0, np.int64)
    wide = [first + at for at in np.flatnonzero(steps > 1).tolist()]
    if dialect is CLEAN:  # rows of a sheet: a cell may hold several lines
        return wide
    taken = {at: batch.take(at - 1, at).data.count(b"\n") for at in wide}
    return [at for at in wide if int(batch.lines[at] - batch.lines[at - 1]) > max(1, taken[at])]


def _always_filled(rows: Sequence[Cells]) -> frozenset[int]:
    """The columns that nearly every respondent filled."""
    width = len(rows[0])
    return frozenset(at for at in range(width) if sum(bool(row[at].strip()) for row in rows) >= ALWAYS * len(rows))


def _is_other_table(block: Sequence[Cells], above: Sequence[Cells], always: frozenset[int]) -> bool:
    """Whether rows have names of their own, numbers below one of these, and nothing where every respondent has."""
    while block and _filled(block[0]) <= 1:  # a title
        block = block[1:]
    if len(block) < LEAST_OTHER:
        return False
    top, *below = block
    places = [at for at in range(len(top)) if any(row[at].strip() for row in block)]
    named = [at for at in places if top[at].strip()]
    if not always - set(places) or len(named) < min(TWO, len(places)) or len(named) < len(places) - 1:
        return False
    if any(_is_no_name(top[at], [row[at] for row in above]) for at in named):
        return False
    return any(_are_numbers([row[at].strip() for row in below]) for at in named)


def _is_no_name(cell: str, column: Cells) -> bool:
    """Whether it is a number, or what respondents answered."""
    name = cell.strip().casefold()
    return looks_like_value(name) or any(name == other.strip().casefold() for other in column)


def _are_numbers(cells: Cells) -> bool:
    filled = [cell.replace(" ", "") for cell in cells if cell]
    return len(filled) >= TWO and all(map(is_number, filled))


def _filled(row: Cells) -> int:
    return sum(bool(cell.strip()) for cell in row)

"""Lines of two cells above a table: "Survey: | Customers 2024", "Exported: | 2 April 2024"."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from persona.reading.lookahead import LOOKED_AT, looks_like_value
from persona.reading.naming import has_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    Row = Sequence[str]

_PAIR = 2
_MOST_LINES = 15
_NAMED = 0.8  # share of the columns that the line of names fills
_NARROWEST = 3  # columns; in a table of two, such lines look like any other


def pairs_end(rows: Sequence[Row], width: int) -> int:
    """How many lines at the top tell of the table in one or two cells each, so that the names stand below them.

    Evidence is all three: the lines fill no more than the first two columns, one of them is a label with its value (a
    colon, a number, a day) or there are several; a line of names over nearly all columns follows; and most rows
    below fill more than two.
    """
    if width < _NARROWEST:
        return 0
    looked = rows[: _MOST_LINES + 1]
    head = next((at for at, row in enumerate(looked) if not _is_pair(row)), 0)
    pairs = [row for row in looked[:head] if _filled(row)]
    below = [row for row in rows[head + 1 :] if _filled(row)][:LOOKED_AT]
    if not below or not any(_filled(row) == _PAIR for row in pairs) or not _tells(pairs):
        return 0
    names = rows[head]
    whole = len(names) == width and _filled(names) >= _NAMED * width and not any(map(looks_like_value, names))
    wide = median(map(_filled, below)) > _PAIR
    return head if whole and wide and has_names(names, [row for row in below if len(row) == width] or below) else 0


def is_title_of_two(row: Row, following: Sequence[Row]) -> bool:
    """Whether a line above a table of two columns is a title: one cell, then an empty line, then two names.

    Several such lines may follow each other before the empty one.
    """
    if _filled(row) != 1 or not row[0].strip() or looks_like_value(row[0]):
        return False
    rest = following[:_MOST_LINES]
    empty = next((at for at, other in enumerate(rest) if not _filled(other)), None)
    if empty is None or any(_filled(other) != 1 for other in rest[:empty]):
        return False
    below = [other for other in following[empty:] if _filled(other)][: LOOKED_AT + 1]
    whole = len(below) > 1 and _filled(below[0]) == len(below[0]) == _PAIR
    return whole and median(map(_filled, below[1:])) == _PAIR and has_names(below[0], below[1:])


def _is_pair(row: Row) -> bool:
    """Whether it fills none but the first two of its cells."""
    return not any(cell.strip() for cell in row[_PAIR:])


def _tells(pairs: Sequence[Row]) -> bool:
    """Whether these are no names that stand over merged columns: those hold neither values nor follow each other."""
    labels = any(cell.rstrip().endswith((":", "：")) for row in pairs for cell in row[:_PAIR])
    return len(pairs) > 1 or labels or any(looks_like_value(cell) for row in pairs for cell in row[:_PAIR])


def _filled(row: Row) -> int:
    return sum(bool(cell.strip()) for cell in row)

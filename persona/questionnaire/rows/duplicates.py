"""Rows that repeat an earlier one: the same questionnaire twice, by its id or by all of its cells."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from persona.questionnaire.rows.status_words import RESPONSE_IDS, bare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.questionnaire.rows.table import RowTable

BATCH_CELLS = 2_000_000
SAMPLE = 2_000
INDIVIDUAL = 0.8  # share of different cells in a column whose cells tell people apart
LONG = 40  # letters of a text that two people do not write alike
FEW = 0.2  # share of repeated ids up to which they are a slip; above, people have many rows each
ALIKE = 0.8  # share of equal cells at which two rows with one id are one questionnaire
COMPARED = 200
FILLED = 3  # cells of a row that says something
DIGIT = re.compile(r"\d")
MINUTE = re.compile(
    r"[\d/.-]{6,10}([ T]\d{1,2}:\d\d( ?[AP]M)?)?", re.IGNORECASE
)  # two people may begin in the same one


@dataclass(frozen=True)
class Repeats:
    """Rows (from 1) that repeat others, and how they were known."""

    rows: tuple[int, ...]
    how: str
    column: str | None = None
    alike: bool = True
    """Whether they agree with the rows that they repeat."""


@dataclass(frozen=True)
class ManyRows:
    """A column of ids of which most stand in several rows."""

    column: str
    people: int


def same_cells(table: RowTable) -> Repeats | None:
    """Rows equal to an earlier one in all cells, among them one that tells people apart: an id, a time, a long text."""
    again = _later_ones(row_hashes(table, table.names))
    telling = _telling_columns(table) if again.size else []
    rows = [row for row, cells in _cells(table, telling, again.tolist()) if any(_tells(cell) for cell in cells)]
    answered = _cells(table, list(table.names), rows)
    rows = [row for row, cells in answered if sum(map(bool, cells)) >= min(FILLED, len(cells))]
    return Repeats(tuple(rows), "all cells are equal") if rows else None


def same_id(table: RowTable) -> Repeats | ManyRows | None:
    """Rows whose id of a questionnaire stood in an earlier row already."""
    named = [name for name in table.names if bare(name) in RESPONSE_IDS]
    for name in named:
        ids = [cell.strip() for _, cells in table.batches([name]) for cell in cells[name]]
        places: defaultdict[str, list[int]] = defaultdict(list)
        for row, cell in enumerate(ids, 1):
            if cell:
                places[cell].append(row)
        extra = sum(len(rows) - 1 for rows in places.values())
        if not extra:
            continue
        if extra > FEW * sum(map(len, places.values())):
            return ManyRows(name, len(places))
        return _fullest(table, name, [rows for rows in places.values() if len(rows) > 1])
    return None


def _fullest(table: RowTable, name: str, groups: Sequence[Sequence[int]]) -> Repeats:
    """All rows of each group but the fullest, the first of equals."""
    wanted = [row for rows in groups for row in rows]
    cells = dict(_cells(table, list(table.names), wanted))
    left: list[int] = []
    alike: list[float] = []
    for rows in groups:
        best = max(rows, key=lambda row: (sum(bool(cell) for cell in cells[row]), -row))
        left += [row for row in rows if row != best]
        alike += [_agreement(cells[row], cells[best]) for row in rows if row != best]
    return Repeats(tuple(sorted(left)), f"the same “{name}”", name, float(np.median(alike[:COMPARED])) >= ALIKE)


def _agreement(one: Sequence[str], other: Sequence[str]) -> float:
    both = [a == b for a, b in zip(one, other, strict=True) if a and b]
    return sum(both) / max(1, len(both))


def row_hashes(table: RowTable, names: Sequence[str]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """One number for the cells of each row in these columns."""
    hashes = np.empty(table.rows, np.int64)
    for first, cells in table.batches(names, batch_size(table)):
        columns = [cells[name] for name in names]
        found = np.fromiter((hash(row) for row in zip(*columns, strict=True)), np.int64, len(columns[0]))
        hashes[first - 1 : first - 1 + len(found)] = found
    return hashes


def _later_ones(hashes: np.ndarray[tuple[int], np.dtype[np.int64]]) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """The numbers of rows whose hash stood in an earlier one."""
    _, firsts = np.unique(hashes, return_index=True)
    again = np.ones(len(hashes), np.bool_)
    again[firsts] = False
    return np.flatnonzero(again) + 1


def _telling_columns(table: RowTable) -> list[str]:
    """Columns whose cells differ from person to person, in the first rows."""
    size = min(batch_size(table), SAMPLE)
    _, cells = next(iter(table.batches(table.names, size)))
    return [name for name in table.names if _is_telling([cell for cell in cells[name] if cell.strip()])]


def _is_telling(cells: Sequence[str]) -> bool:
    return len(cells) > 1 and len(set(cells)) >= INDIVIDUAL * len(cells)


def _tells(cell: str) -> bool:
    return len(cell) >= LONG or (bool(DIGIT.search(cell)) and not MINUTE.fullmatch(cell))


def _cells(table: RowTable, names: list[str], rows: Sequence[int]) -> list[tuple[int, tuple[str, ...]]]:
    """The cells of these rows in these columns."""
    wanted = set(rows)
    found: list[tuple[int, tuple[str, ...]]] = []
    if not wanted or not names:
        return found
    for first, cells in table.batches(names, batch_size(table)):
        found += [
            (row, tuple(cells[name][row - first].strip() for name in names))
            for row in range(first, first + len(cells[names[0]]))
            if row in wanted
        ]
    return found


def batch_size(table: RowTable) -> int:
    return max(200, min(50_000, BATCH_CELLS // max(1, len(table.names))))

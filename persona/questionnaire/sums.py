"""Points that people shared out: neighbouring columns of numbers that add up to one total in nearly every row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from persona.questionnaire.drafts import Draft
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.models import Recoding, Scale
from persona.questionnaire.options import silent
from persona.questionnaire.values.blanks import Blank

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    import numpy.typing as npt

    from persona.questionnaire.columns import ColumnView, RowSample
    from persona.questionnaire.names.stems import Run

    Points = npt.NDArray[np.float64]

_POINTS = re.compile(r"(\d{1,4})(?:[.,](\d{1,2}))?\s?%?")
_LEAST_COLUMNS, _MOST_COLUMNS = 3, 25
_LEAST_TOTAL = 5  # less is a choice of one among boxes
_LEAST_ROWS, _LEAST_WAYS = 8, 4
_NEARLY_ALL = 0.95  # share of rows with the one total; others were miscounted
_ROUNDED = 0.15  # thirds of 100, written with one decimal
_LOOKED_AT = 2_000  # rows


def shared_out(
    columns: Sequence[ColumnView], runs: Sequence[Run], sample: RowSample, taken: Collection[int] = ()
) -> list[Draft]:
    """Questions by which people share out a number of points: n neighbours whose rows add up to one total.

    Neighbours that share a stem go first; without one, the shortest stretch that adds up is the question. What each
    person put in another order is a ranking (its places add up, too) and none of these.
    """
    points = _points_of(columns, sample, taken)
    found: list[Draft] = []
    free = set(points)
    for run in sorted(runs, key=lambda run: run.start - run.stop):
        at = tuple(range(run.start, run.stop))
        if free.issuperset(at) and (total := _total([points[column] for column in at])):
            found.append(_draft([columns[column] for column in at], run.stem, run.items, total))
            free -= set(at)
    for stretch in _stretches(sorted(free)):
        for window, total in _windows(stretch, points):
            members = [columns[column] for column in window]
            items = [column.text for column in members]
            found.append(_draft(members, _listed(items), items, total))
    return found


def _points_of(columns: Sequence[ColumnView], sample: RowSample, taken: Collection[int]) -> dict[int, Points]:
    """The cells of each column that holds nothing but points, by its position; blanks are not a number."""
    return {
        column.position: np.array([_value(cell) for cell in sample.cells[column.position][:_LOOKED_AT]])
        for column in columns
        if column.position not in taken and column.sides and not column.uncounted and _holds_points(column)
    }


def _holds_points(column: ColumnView) -> bool:
    return all(map(_POINTS.fullmatch, column.sides))


def _value(cell: str) -> float:
    found = _POINTS.fullmatch(cell)
    return float(f"{found[1]}.{found[2] or 0}") if found else float("nan")


def _total(points: Sequence[Points]) -> float | None:
    """What these columns add up to in each row in which any of them is filled."""
    if not _LEAST_COLUMNS <= len(points) <= _MOST_COLUMNS:
        return None
    table = np.column_stack(points)
    table = np.nan_to_num(table[~np.isnan(table).all(axis=1)])
    if len(table) < _LEAST_ROWS:
        return None
    sums = table.sum(axis=1)
    total = float(np.median(sums))
    if total < _LEAST_TOTAL or (np.abs(sums - total) <= _ROUNDED).mean() < _NEARLY_ALL:
        return None
    places = len(points) * (len(points) + 1) / 2  # 1, 2, 3 … n in another order each time
    ordered = total == places and table.max() <= len(points)
    several = (table > 0).sum(axis=1) > 1  # somebody shares out; else all put the whole on one thing
    varied = len(np.unique(table, axis=0)) >= _LEAST_WAYS and several.any()
    return round(total, 1) if varied and not ordered else None


def _stretches(positions: Sequence[int]) -> Iterator[list[int]]:
    start = 0
    for at in range(1, len(positions) + 1):
        if at == len(positions) or positions[at] != positions[at - 1] + 1:
            yield list(positions[start:at])
            start = at


def _windows(stretch: Sequence[int], points: Mapping[int, Points]) -> Iterator[tuple[Sequence[int], float]]:
    start = 0
    while start + _LEAST_COLUMNS <= len(stretch):
        for stop in range(start + _LEAST_COLUMNS, min(len(stretch), start + _MOST_COLUMNS) + 1):
            at = stretch[start:stop]
            if total := _total([points[column] for column in at]):
                yield at, total
                start = stop
                break
        else:
            start += 1


def _draft(columns: Sequence[ColumnView], text: str, items: Sequence[str], total: float) -> Draft:
    counts: dict[str, int] = {}
    blanks: dict[str, Blank] = {}
    for column in columns:
        blanks |= column.blanks
        for cell, n in column.counts.items():
            counts[cell] = counts.get(cell, 0) + n
    return Draft(
        tuple(columns),
        text,
        Kind.BATTERY,
        f"its columns add up to {total:g} in each row: points that were shared out",
        items=tuple(items),
        scale=Scale(low=0, high=total, higher_is="more"),
        recoding=Recoding(values={"": 0.0}),
        no_answer=silent(counts, blanks),
    )


def _listed(items: Sequence[str]) -> str:
    return ", ".join(items[:3]) + (" …" if len(items) > 3 else "")

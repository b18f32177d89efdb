"""Best and worst of a set, again and again: pairs of columns of codes that are never alike in one row."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from persona.questionnaire.scales import whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from persona.questionnaire.columns import ColumnView, RowSample

_LEAST_SETS = 2
_LEAST_CODES, _MOST_CODES = 3, 40
_LEAST_PEOPLE, _LEAST_MEETINGS = 30, 8.0
"""Rows in which two columns would be alike if they had nothing to do with each other: so many are no chance."""


def find_best_and_worst(columns: Sequence[ColumnView], sample: RowSample) -> frozenset[int]:
    """Positions of the pairs; none unless several stand side by side, and columns of two pairs are alike now and then.

    So they differ from the places of a ranking, of which no two are alike.
    """
    found: set[int] = set()
    for run in _runs(columns):
        pairs = list(zip(run[::2], run[1::2], strict=False))
        between = [(b, c) for (_, b), (c, _) in pairwise(pairs)]
        if len(pairs) < _LEAST_SETS or len(run) % 2:
            continue
        if all(_never_meet(a, b, sample) for a, b in pairs) and all(_meet(b, c, sample) for b, c in between):
            found |= {column.position for column in run}
    return frozenset(found)


def _runs(columns: Sequence[ColumnView]) -> Iterator[list[ColumnView]]:
    """Neighbours that hold the same few codes."""
    run: list[ColumnView] = []
    for column in columns:
        codes = set(column.sides) if not column.uncounted and len(column.sides) <= _MOST_CODES else set[str]()
        fits = len(codes) >= _LEAST_CODES and all(whole(text) is not None for text in codes)
        if run and not (fits and codes == set(run[0].sides) and column.position == run[-1].position + 1):
            yield run
            run = []
        run = [*run, column] if fits else []
    if run:
        yield run


def _rows(a: ColumnView, b: ColumnView, sample: RowSample) -> list[tuple[str, ...]]:
    return [row for row in sample.of([a.position, b.position]) if row[0] in a.sides and row[1] in b.sides]


def _never_meet(a: ColumnView, b: ColumnView, sample: RowSample) -> bool:
    rows = _rows(a, b, sample)
    if len(rows) < _LEAST_PEOPLE or any(one == other for one, other in rows):
        return False
    first, second = Counter(row[0] for row in rows), Counter(row[1] for row in rows)
    return sum(n * second[code] for code, n in first.items()) / len(rows) >= _LEAST_MEETINGS


def _meet(a: ColumnView, b: ColumnView, sample: RowSample) -> bool:
    return any(one == other for one, other in _rows(a, b, sample))

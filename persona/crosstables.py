"""Cross-tables: every closed question by persona, counted from the data alone; proofs of counts rest on them, too."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from persona.models import ColumnRole
from persona.models.crosstables import Cell, CrossLine, CrossTable
from persona.recoding.cells import choices, is_missing, number, rating

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from persona.grouping import Segmentation
    from persona.models import Column
    from persona.recoding.table import RecodedTable

CLOSED = (ColumnRole.CATEGORY, ColumnRole.MULTIPLE, ColumnRole.RATING, ColumnRole.NUMBER)
CLEAR = 1.96
"""Standard errors from which two personas differ: 95 %, two-sided."""
TESTED_BASE = 30
"""Smaller groups get no letters, as tables of surveys have it."""


class GroupCells(NamedTuple):
    """What people of one group answered to one column; weights are people where nobody weighs."""

    people: Counter[str]
    weights: Mapping[str, float]


class Moments(NamedTuple):
    """Numbers of one group: how many people, what they weigh, the weighed sum and the weighed sum of squares."""

    people: int
    weight: float
    total: float
    squares: float

    @property
    def mean(self) -> float:
        return self.total / self.weight if self.weight else 0.0

    @property
    def variance(self) -> float:
        return max(0.0, self.squares / self.weight - self.mean**2) if self.weight else 0.0


def cross_tables(table: RecodedTable, columns: Sequence[Column], segmentation: Segmentation) -> Iterator[CrossTable]:
    """A table for each closed question.

    Args:
        table: the answers as the questionnaire reads them.
        columns: the questions; those that are not closed are passed over.
        segmentation: who is in which persona.
    """
    segments = sorted(segment.index for segment in segmentation.summary.segments)
    for column in columns:
        if column.role in CLOSED:
            by_group = count_cells(table, column.name, segmentation)
            lines = [*_shares(column, by_group, segments), *_means(column, by_group, segments)]
            if lines:
                yield CrossTable(question=column.question, column=column.name, role=column.role, lines=tuple(lines))


def letters(number: int) -> str:
    """The letter of a persona: 1 is A."""
    return chr(ord("A") + number - 1)


# -- counting --------------------------------------------------------------------------------------
def count_cells(table: RecodedTable, column: str, segmentation: Segmentation) -> dict[int, GroupCells]:
    """Segment -> its answers to a column; where people have many rows, the first answer of each counts."""
    people: defaultdict[int, Counter[str]] = defaultdict(Counter)
    weights: defaultdict[int, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    weighs = table.weights
    for segment, text, weight in _answers(table, column, segmentation, weighs):
        people[segment][text] += 1
        weights[segment][text] += weight
    return {segment: GroupCells(counts, weights[segment]) for segment, counts in people.items()}


def _answers(
    table: RecodedTable, column: str, segmentation: Segmentation, weighs: NDArray[np.float64] | None
) -> Iterator[tuple[int, str, float]]:
    """Segment, cell and weight of every person who is in a group and answered."""
    heard: set[int] = set()
    for first, cells in table.batches([column]):
        rows = slice(first - 1, first - 1 + len(cells[column]))
        segments = segmentation.assignments[rows].tolist()
        people = None if segmentation.person_of is None else segmentation.person_of[rows].tolist()
        weights = None if weighs is None else weighs[rows].tolist()
        for place, text in enumerate(cells[column]):
            if is_missing(text) or (people is not None and people[place] in heard):
                continue
            if people is not None:
                heard.add(people[place])
            if segments[place]:
                yield segments[place], text, 1.0 if weights is None else weights[place]


def options_in(text: str, column: Column) -> list[str]:
    """What one cell says: the options that were chosen, or its one answer."""
    return choices(text, column) if column.role is ColumnRole.MULTIPLE else [text.strip()]


def moments(column: Column, cells: GroupCells | None) -> Moments:
    """The numbers, or places on the scale, that a group gave."""
    if cells is None:
        return Moments(0, 0.0, 0.0, 0.0)
    read = rating if column.role is ColumnRole.RATING else (lambda text, _: number(text))
    found = [
        (times, cells.weights[text], value)
        for text, times in cells.people.items()
        if (value := read(text, column)) is not None
    ]
    return Moments(
        sum(times for times, _, _ in found),
        math.fsum(weight for _, weight, _ in found),
        math.fsum(weight * value for _, weight, value in found),
        math.fsum(weight * value * value for _, weight, value in found),
    )


# -- lines -----------------------------------------------------------------------------------------
class _Share(NamedTuple):
    gave: int
    base: int
    weight: float
    base_weight: float

    @property
    def share(self) -> float:
        return self.weight / self.base_weight if self.base_weight else 0.0


def _shares(column: Column, by_group: Mapping[int, GroupCells], segments: Sequence[int]) -> Iterator[CrossLine]:
    if column.role is ColumnRole.NUMBER:
        return
    totals: Counter[str] = Counter()
    for group in by_group.values():
        for text, times in group.people.items():
            totals.update(dict.fromkeys(options_in(text, column), times))
    for option in _ordered(totals, column):
        by = {segment: _share(by_group.get(segment), option, column) for segment in segments}
        told = [by[segment] for segment in segments]
        cells = [
            Cell(
                persona=segment,
                base=by[segment].base,
                count=by[segment].gave,
                share=by[segment].share if by[segment].base else None,
                higher_than="".join(letters(other) for other in segments if _is_above(by[segment], by[other])),
            )
            for segment in segments
        ]
        everyone = _Share(*(sum(each) for each in zip(*told, strict=True)))
        all_of_them = Cell(persona=None, base=everyone.base, count=everyone.gave, share=everyone.share)
        yield CrossLine(option=option, cells=(*cells, all_of_them))


def _ordered(totals: Counter[str], column: Column) -> list[str]:
    """Places of a scale in their order, other options by how many gave them."""
    if column.scale_words:
        known = [word for word in column.scale_words if word in totals]
        return [*known, *sorted(totals.keys() - set(known))]
    if column.role is ColumnRole.RATING:
        return sorted(totals, key=lambda text: (number(text) is None, number(text) or 0.0, text))
    return [option for option, _ in sorted(totals.items(), key=lambda pair: (-pair[1], pair[0]))]


def _share(cells: GroupCells | None, option: str, column: Column) -> _Share:
    if cells is None:
        return _Share(0, 0, 0.0, 0.0)
    gave = [text for text in cells.people if option in options_in(text, column)]
    return _Share(
        sum(cells.people[text] for text in gave),
        cells.people.total(),
        math.fsum(cells.weights[text] for text in gave),
        math.fsum(cells.weights.values()),
    )


def _is_above(one: _Share, other: _Share) -> bool:
    """Whether a share is clearly larger: two proportions, pooled."""
    if min(one.base, other.base) < TESTED_BASE or one.share <= other.share:
        return False
    pooled = (one.share * one.base + other.share * other.base) / (one.base + other.base)
    error = math.sqrt(pooled * (1 - pooled) * (1 / one.base + 1 / other.base))
    return error > 0 and (one.share - other.share) / error > CLEAR


def _means(column: Column, by_group: Mapping[int, GroupCells], segments: Sequence[int]) -> Iterator[CrossLine]:
    if column.role not in (ColumnRole.RATING, ColumnRole.NUMBER):
        return
    by = {segment: moments(column, by_group.get(segment)) for segment in segments}
    if not any(found.people for found in by.values()):
        return
    cells = [
        Cell(
            persona=segment,
            base=found.people,
            mean=found.mean if found.weight else None,
            higher_than="".join(letters(other) for other in segments if _is_higher(found, by[other])),
        )
        for segment, found in by.items()
    ]
    yield CrossLine(option=None, cells=(*cells, _all_of_them(by.values())))


def _all_of_them(found: Iterable[Moments]) -> Cell:
    everyone = _together(found)
    return Cell(persona=None, base=everyone.people, mean=everyone.mean if everyone.weight else None)


def _together(found: Iterable[Moments]) -> Moments:
    people, weight, total, squares = zip(*found, strict=True)
    return Moments(sum(people), math.fsum(weight), math.fsum(total), math.fsum(squares))


def _is_higher(one: Moments, other: Moments) -> bool:
    """Whether a mean is clearly larger: Welch's test, at bases where it is that of a normal distribution."""
    if min(one.people, other.people) < TESTED_BASE or one.mean <= other.mean:
        return False
    error = math.sqrt(one.variance / one.people + other.variance / other.people)
    return error > 0 and (one.mean - other.mean) / error > CLEAR

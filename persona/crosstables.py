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
            lines = tuple(_lines(column, by_group, segments))
            if lines:
                yield CrossTable(question=column.question, column=column.name, role=column.role, lines=lines)


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


def people_of_any(table: RecodedTable, columns: Sequence[Column], segmentation: Segmentation) -> dict[int, int]:
    """Segment -> people who gave a number to at least one of several ratings, each counted once."""
    people = segmentation.person_of
    gave: defaultdict[int, set[int]] = defaultdict(set)
    for column in columns:
        heard: set[int] = set()
        for first, cells in table.batches([column.name]):
            for row, text in enumerate(cells[column.name], first - 1):
                who = row if people is None else int(people[row])
                if not is_missing(text) and who not in heard:
                    heard.add(who)
                    if rating(text, column) is not None:
                        gave[int(segmentation.assignments[row])].add(who)
    return {segment: len(some) for segment, some in sorted(gave.items()) if segment}


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
class Share(NamedTuple):
    """How many of a group gave an option, of how many who answered, and what both weigh."""

    gave: int
    base: int
    weight: float
    base_weight: float

    @property
    def share(self) -> float:
        return self.weight / self.base_weight if self.base_weight else 0.0


class Chosen(NamedTuple):
    """One group's answers to a column by option; `everyone` is who answered at all."""

    everyone: Share
    options: Mapping[str, Share]

    def of(self, option: str) -> Share:
        """The share of an option, which nobody may have given."""
        return self.options.get(option, self.everyone._replace(gave=0, weight=0.0))


def chosen_in(cells: GroupCells | None, column: Column) -> Chosen:
    """What a group chose; each option counts once a person, however often a cell holds it."""
    if cells is None:
        return Chosen(Share(0, 0, 0.0, 0.0), {})
    gave: defaultdict[str, list[str]] = defaultdict(list)
    for text in cells.people:
        for option in set(options_in(text, column)):
            gave[option].append(text)
    base, base_weight = cells.people.total(), math.fsum(cells.weights.values())
    options = {
        option: Share(
            sum(cells.people[text] for text in texts),
            base,
            math.fsum(cells.weights[text] for text in texts),
            base_weight,
        )
        for option, texts in gave.items()
    }
    return Chosen(Share(base, base, base_weight, base_weight), options)


def share_line(option: str, chosen: Mapping[int, Chosen]) -> CrossLine:
    """The line of an option: its share in each persona and of everybody."""
    by = {segment: found.of(option) for segment, found in chosen.items()}
    cells = [
        Cell(
            persona=segment,
            base=found.base,
            count=found.gave,
            share=found.share if found.base else None,
            higher_than="".join(letters(other) for other in by if _is_above(found, by[other])),
        )
        for segment, found in by.items()
    ]
    everyone = Share(*(sum(each) for each in zip(*by.values(), strict=True)))
    all_of_them = Cell(persona=None, base=everyone.base, count=everyone.gave, share=everyone.share)
    return CrossLine(option=option, cells=(*cells, all_of_them))


def mean_line(column: Column, by_group: Mapping[int, GroupCells], segments: Sequence[int]) -> CrossLine | None:
    """The line of means of a scale or of numbers; None where nobody gave one."""
    by = {segment: moments(column, by_group.get(segment)) for segment in segments}
    if not any(found.people for found in by.values()):
        return None
    cells = [
        Cell(
            persona=segment,
            base=found.people,
            mean=found.mean if found.weight else None,
            higher_than="".join(letters(other) for other in segments if _is_higher(found, by[other])),
        )
        for segment, found in by.items()
    ]
    return CrossLine(option=None, cells=(*cells, _all_of_them(by.values())))


def _lines(column: Column, by_group: Mapping[int, GroupCells], segments: Sequence[int]) -> Iterator[CrossLine]:
    if column.role is not ColumnRole.NUMBER:
        chosen = {segment: chosen_in(by_group.get(segment), column) for segment in segments}
        yield from (share_line(option, chosen) for option in _ordered(given(chosen.values()), column))
    if column.role in (ColumnRole.RATING, ColumnRole.NUMBER):
        mean = mean_line(column, by_group, segments)
        if mean is not None:
            yield mean


def given(chosen: Iterable[Chosen]) -> Counter[str]:
    """How many people of all groups gave each option."""
    found: Counter[str] = Counter()
    for one in chosen:
        found.update({option: share.gave for option, share in one.options.items()})
    return found


def commonest(found: Counter[str]) -> list[str]:
    """Options by how many gave them; of as many, in the order of their letters."""
    return sorted(found, key=lambda option: (-found[option], option))


def _ordered(totals: Counter[str], column: Column) -> list[str]:
    """Places of a scale in their order, other options by how many gave them."""
    if column.scale_words:
        known = [word for word in column.scale_words if word in totals]
        return [*known, *sorted(totals.keys() - set(known))]
    if column.role is ColumnRole.RATING:
        return sorted(totals, key=lambda text: (number(text) is None, number(text) or 0.0, text))
    return commonest(totals)


def _is_above(one: Share, other: Share) -> bool:
    """Whether a share is clearly larger: two proportions, pooled."""
    if min(one.base, other.base) < TESTED_BASE or one.share <= other.share:
        return False
    pooled = (one.share * one.base + other.share * other.base) / (one.base + other.base)
    error = math.sqrt(pooled * (1 - pooled) * (1 / one.base + 1 / other.base))
    return error > 0 and (one.share - other.share) / error > CLEAR


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

"""Answers of closed questions, counted by segment: how many people gave each, and what they weigh together."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.models import Column, ColumnRole
from persona.recoding.cells import is_missing, rating

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from persona.grouping import Segmentation
    from persona.recoding.answers import PlacedAnswers

CLOSED = (ColumnRole.CATEGORY, ColumnRole.MULTIPLE, ColumnRole.RATING, ColumnRole.NUMBER)
_ADMINISTRATIVE = re.compile(
    r"survey|\bwave\b|reward|incentive|hear about (?:this|us)|collector|submitted|timestamp|\bip\b|browser|\bchannel\b"
    r"|status|duration|language$|^row$|\bid$",
    re.IGNORECASE,
)
People = dict[int, Counter[str]]
"""Segment -> how many people gave each cell text."""
Weights = dict[int, dict[str, float]]
"""Segment -> the weights of the people who gave each cell text, summed."""


class AnswerCounts(NamedTuple):
    """The cells of one column. Without weights, everybody weighs 1 and `weights` are `people`."""

    column: Column
    people: People
    weights: Weights | People

    @property
    def is_weighted(self) -> bool:
        return self.weights is not self.people


def count_answers(
    table: PlacedAnswers,
    columns: Sequence[Column],
    segmentation: Segmentation,
    on_rows: Callable[[int], None] | None = None,
) -> Iterator[AnswerCounts]:
    """Each closed column with its answers counted by segment: one pass, only different texts are kept.

    Where people have many rows, the first answer of each counts, with the weight of its row.
    """
    asked = [c for c in columns if c.role in CLOSED and not _ADMINISTRATIVE.search(c.name)]
    by_name = {c.name: _empty(c, is_weighted=table.weights is not None) for c in asked}
    people = segmentation.person_of
    heard = {} if people is None else {c.name: np.zeros(int(people.max()) + 1, dtype=bool) for c in asked}
    if asked:
        for first, found in table.batches([c.name for c in asked]):
            rows = slice(first - 1, first - 1 + len(found[asked[0].name]))
            segments = segmentation.assignments[rows]
            chosen = {segment: segments == segment for segment in np.unique(segments).tolist()}
            weights = None if table.weights is None else table.weights[rows].tolist()
            for name, cells in found.items():
                news = None if people is None else _news(cells, people[rows].tolist(), heard[name])
                for segment, mine in chosen.items():
                    counted = mine if news is None else mine & news
                    _add(by_name[name], segment, cells, counted.tolist(), weights)
            if on_rows:
                on_rows(first - 1 + len(segments))
    yield from by_name.values()


def people_of_any(table: PlacedAnswers, columns: Sequence[Column], segmentation: Segmentation) -> Counter[int]:
    """Segment -> people who gave a number to at least one of several ratings: the base of their common mean.

    Where people have many rows, the first answer of each to each column counts, as everywhere.
    """
    people = segmentation.person_of
    size = len(segmentation.assignments) if people is None else int(people.max()) + 1
    gave, of = np.zeros(size, dtype=bool), np.zeros(size, dtype=np.int64)
    heard = {column.name: np.zeros(size, dtype=bool) for column in columns}
    known: dict[str, dict[str, bool]] = {column.name: {} for column in columns}
    for first, found in table.batches([column.name for column in columns]):
        rows = slice(first - 1, first - 1 + len(found[columns[0].name]))
        who = np.arange(rows.start, rows.stop) if people is None else people[rows]
        segments = segmentation.assignments[rows]
        for column in columns:
            cells, is_number = found[column.name], known[column.name]
            for text in set(cells) - is_number.keys():
                is_number[text] = not is_missing(text) and rating(text, column) is not None
            right = np.fromiter(map(is_number.__getitem__, cells), bool, len(cells))
            if people is not None:
                right &= _news(cells, who.tolist(), heard[column.name])
            gave[who[right]] = True
            of[who[right]] = segments[right]
    return Counter(dict(enumerate(np.bincount(of[gave]).tolist())))


def _empty(column: Column, *, is_weighted: bool) -> AnswerCounts:
    people: People = defaultdict(Counter)
    weights: Weights = defaultdict(lambda: defaultdict(float))
    return AnswerCounts(column, people, weights if is_weighted else people)


def _add(
    counts: AnswerCounts, segment: int, cells: Sequence[str], counted: Sequence[bool], weights: Sequence[float] | None
) -> None:
    mine = list(compress(cells, counted))
    counts.people[segment].update(mine)
    if weights is not None:
        sums: dict[str, float] = counts.weights[segment]  # type: ignore[assignment]
        for text, weight in zip(mine, compress(weights, counted), strict=True):
            sums[text] += weight


def _news(cells: Sequence[str], people: Sequence[int], heard: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which cells hold the first answer of a person; they are noted in `heard`."""
    news = np.zeros(len(cells), dtype=bool)
    for place, (person, text) in enumerate(zip(people, cells, strict=True)):
        if not heard[person] and not is_missing(text):
            heard[person] = news[place] = True
    return news


def design_effect(weights: NDArray[np.float64] | None) -> float:
    """By how much weights widen intervals (Kish 1965): people divided by what they are worth; 1 without weights."""
    if weights is None or not weights.any():
        return 1.0
    weighed = weights[weights > 0]
    return float(len(weighed) * np.square(weighed).sum() / weighed.sum() ** 2)

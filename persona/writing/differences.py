"""What sets a segment apart in closed questions: shares and means beside the others', with guards against chance."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING

import numpy as np

from persona.models import Column, ColumnRole
from persona.recoding.cells import choices, is_missing, number, rating
from persona.writing.statistics import difference, discoveries, effect, p_value

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from persona.grouping import Segmentation
    from persona.recoding.answers import PlacedAnswers

PEOPLE_AT_LEAST = 5
OPTION_SHARE = 0.02
CLEAR_EFFECT = 0.3
CLEAR_POINTS = 0.03
AGREE = "agree"
"""Stands for "agree" and "strongly agree" together."""

CLOSED = (ColumnRole.CATEGORY, ColumnRole.MULTIPLE, ColumnRole.RATING, ColumnRole.NUMBER)
_ADMINISTRATIVE = re.compile(
    r"survey|\bwave\b|reward|incentive|hear about (?:this|us)|collector|submitted|timestamp|\bip\b|browser|\bchannel\b"
    r"|status|duration|language$|^row$|\bid$",
    re.IGNORECASE,
)
_NO_OPTION = re.compile(r"(?:other|none|prefer not|not applicable)\b", re.IGNORECASE)
_AGREES = re.compile(
    r"(?:(?:strongly|totally|completely|fully|somewhat|mostly) )?agree\b"
    r"|(?:ich )?stimme (?:\w+ )?zu\b|trifft (?:\w+ )*zu\b"
    r"|(?:(?:muy|totalmente|completamente) )?de acuerdo\b|(?:(?:tout à fait|plut[oô]t) )?d['’]accord\b|concordo\b",
    re.IGNORECASE,
)
_DISAGREES = re.compile(r"\b(?:nicht|no|pas|n[aã]o|dis)\b", re.IGNORECASE)

Values = Mapping[int, Counter[str]]
"""Segment -> how often each cell text occurs."""


@dataclass(frozen=True)
class Share:
    """How many people of a segment gave an answer, beside the others."""

    column: Column
    option: str
    segment: int
    count: int
    base: int
    others: int
    others_base: int

    @property
    def share(self) -> float:
        return self.count / self.base

    @property
    def everyone(self) -> float:
        return (self.count + self.others) / (self.base + self.others_base)

    @property
    def ratio(self) -> float:
        return self.share / self.everyone if self.everyone else 0.0

    @property
    def effect(self) -> float:
        return effect(self.share, self.others / self.others_base) if self.others_base else 0.0

    @property
    def is_clear(self) -> bool:
        """Large enough to tell, and not near zero even at the end of its interval."""
        low, high = difference(self.count, self.base, self.others, self.others_base)
        return abs(self.effect) >= CLEAR_EFFECT and low * high > 0 and min(abs(low), abs(high)) >= CLEAR_POINTS

    @property
    def rank(self) -> float:
        weight = 1.0 if self.effect > 0 else 0.6
        return abs(self.effect) * weight * (0.5 + 0.5 * min(1, self.share / 0.4))


@dataclass(frozen=True)
class Measure:
    """A number or rating of a segment, beside everyone."""

    column: Column
    segment: int
    base: int
    mean: float
    """Plain, so that anybody can compute it again."""
    everyone: float
    quartiles: tuple[float, float, float]
    everyone_median: float
    distance: float
    """Difference from the others in standard deviations, without the most extreme hundredth at either end."""
    everyone_base: int = 0


@dataclass(frozen=True)
class Differences:
    """One segment's differences, largest first. `shares` holds only what passed the guards."""

    shares: tuple[Share, ...]
    measures: tuple[Measure, ...]
    usual: tuple[Share, ...] = ()
    """The most frequent answers, for a portrait of everyone."""


def find_differences(
    table: PlacedAnswers,
    columns: Sequence[Column],
    segmentation: Segmentation,
    segments: Sequence[int],
    on_rows: Callable[[int], None] | None = None,
) -> dict[int, Differences]:
    """Compare every segment with the others on all closed questions; false discoveries are held under 5 % in all."""
    shares: list[Share] = []
    measures: defaultdict[int, list[Measure]] = defaultdict(list)
    for column, values in count_answers(table, columns, segmentation, on_rows):
        if column.role is ColumnRole.NUMBER or (column.role is ColumnRole.RATING and not column.scale_words):
            for measure in _measures(column, values):
                measures[measure.segment].append(measure)
        else:
            shares += _shares(column, values, segments)
    compared = [share for share in shares if min(share.base, share.others_base) >= PEOPLE_AT_LEAST]
    kept = discoveries([p_value(s.count, s.base, s.others, s.others_base) for s in compared])
    clear = [share for i, share in enumerate(compared) if i in kept and share.is_clear]
    return {
        segment: Differences(
            tuple(sorted((s for s in clear if s.segment == segment), key=_share_order)),
            tuple(sorted(measures[segment], key=lambda m: (-abs(m.distance), m.column.position))),
            tuple(sorted((s for s in shares if s.segment == segment), key=lambda s: (-s.share, s.column.position))),
        )
        for segment in segments
    }


def _share_order(share: Share) -> tuple[float, int, str]:
    return -share.rank, share.column.position, share.option


def count_answers(
    table: PlacedAnswers,
    columns: Sequence[Column],
    segmentation: Segmentation,
    on_rows: Callable[[int], None] | None = None,
) -> Iterator[tuple[Column, Values]]:
    """Each closed column with its answers counted by segment: one pass, only different texts are kept.

    Where people have many rows, the first answer of each counts.
    """
    asked = [c for c in columns if c.role in CLOSED and not _ADMINISTRATIVE.search(c.name)]
    counts: dict[str, defaultdict[int, Counter[str]]] = {c.name: defaultdict(Counter) for c in asked}
    people = segmentation.person_of
    heard = {} if people is None else {c.name: np.zeros(int(people.max()) + 1, dtype=bool) for c in asked}
    if asked:
        for first, found in table.batches([c.name for c in asked]):
            rows = slice(first - 1, first - 1 + len(found[asked[0].name]))
            segments = segmentation.assignments[rows]
            chosen = {segment: segments == segment for segment in np.unique(segments).tolist()}
            for name, cells in found.items():
                news = None if people is None else _news(cells, people[rows].tolist(), heard[name])
                for segment, mine in chosen.items():
                    counted = mine if news is None else mine & news
                    counts[name][segment].update(compress(cells, counted.tolist()))
            if on_rows:
                on_rows(first - 1 + len(segments))
    for column in asked:
        yield column, counts[column.name]


def _news(cells: Sequence[str], people: Sequence[int], heard: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which cells hold the first answer of a person; they are noted in `heard`."""
    news = np.zeros(len(cells), dtype=bool)
    for place, (person, text) in enumerate(zip(people, cells, strict=True)):
        if not heard[person] and not is_missing(text):
            heard[person] = news[place] = True
    return news


def options_of(text: str, column: Column) -> list[str]:
    """What one cell says; `AGREE` for those who agree, "" for others who took a side, or saw options and chose none."""
    if is_missing(text):
        return []
    if column.role is ColumnRole.MULTIPLE:
        return choices(text, column) or [""]
    if is_agreement(column):
        if rating(text, column) is None:
            return []  # takes no side
        return [AGREE] if _agrees(text) else [""]
    return [text.strip()]


def _agrees(text: str) -> bool:
    return _AGREES.match(text) is not None and not _DISAGREES.search(text)


def agreeing(column: Column) -> list[str]:
    """The words of a scale that agree."""
    return [word for word in column.scale_words if _agrees(word)]


def is_agreement(column: Column) -> bool:
    """Whether a rating asks how far people agree."""
    return column.role is ColumnRole.RATING and any(_agrees(word) for word in column.scale_words)


def _shares(column: Column, values: Values, segments: Sequence[int]) -> list[Share]:
    bases: Counter[int] = Counter()
    given: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for segment, counts in values.items():
        for text, times in counts.items():
            options = options_of(text, column)
            bases[segment] += times if options else 0
            for option in options:
                given[option][segment] += times
    everyone = bases.total()
    least = max(PEOPLE_AT_LEAST, OPTION_SHARE * everyone)
    return [
        Share(column, option, s, by[s], bases[s], by.total() - by[s], everyone - bases[s])
        for option, by in sorted(given.items())
        if option and by.total() >= least and not _NO_OPTION.match(option)
        for s in segments
        if bases[s]
    ]


def value_of(text: str, column: Column) -> float | None:
    """The number in a cell, or its place on the column's scale; None where nobody answered."""
    if is_missing(text):
        return None
    return rating(text, column) if column.role is ColumnRole.RATING else number(text)


def _measures(column: Column, values: Values) -> Iterator[Measure]:
    found: dict[int, tuple[NDArray[np.float64], NDArray[np.int64]]] = {}
    for segment, counts in sorted(values.items()):
        pairs = sorted((v, n) for text, n in counts.items() if (v := value_of(text, column)) is not None)
        found[segment] = (np.array([v for v, _ in pairs]), np.array([n for _, n in pairs], dtype=np.int64))
    every = np.concatenate([np.repeat(v, n) for v, n in found.values()]) if found else np.array([])
    if len(every) < 2 * PEOPLE_AT_LEAST:
        return
    low, high = np.percentile(every, [1, 99])
    clipped = np.clip(every, low, high)
    spread = float(clipped.std()) or 1.0
    for segment, (value, times) in found.items():
        own = np.repeat(value, times)
        if len(own) < PEOPLE_AT_LEAST:
            continue
        mean = float(np.clip(own, low, high).mean())
        rest = len(every) - len(own)
        others = (clipped.sum() - mean * len(own)) / rest if rest else mean
        q1, median, q3 = (float(q) for q in np.percentile(own, [25, 50, 75]))
        yield Measure(
            column, segment, len(own), float(own.mean()), float(every.mean()), (q1, median, q3),
            float(np.median(every)), float(mean - others) / spread, len(every),
        )  # fmt: skip

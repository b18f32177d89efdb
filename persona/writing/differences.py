"""What sets a segment apart in closed questions: shares and means beside the others', with guards against chance."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

import numpy as np

from persona.models import Column, ColumnRole
from persona.questionnaire import headings
from persona.recoding.cells import choices, is_missing, number, rating
from persona.writing.answer_counts import AnswerCounts, count_answers, design_effect
from persona.writing.statistics import difference, discoveries, effect, p_value

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from persona.grouping import Segmentation
    from persona.recoding.answers import PlacedAnswers

PEOPLE_AT_LEAST = 5
OPTION_SHARE = 0.02
CLEAR_EFFECT = 0.3
CLEAR_POINTS = 0.03
CODE_DIGITS = 3
"""Longer numbers are years or amounts, which say what they are."""
AGREE = "agree"
"""Stands for "agree" and "strongly agree" together."""

_NO_OPTION = re.compile(r"(?:other|none|prefer not|not applicable)\b", re.IGNORECASE)
_AGREES = re.compile(
    r"(?:(?:strongly|totally|completely|fully|somewhat|mostly) )?agree\b"
    r"|(?:ich )?stimme (?:\w+ )?zu\b|trifft (?:\w+ )*zu\b"
    r"|(?:(?:muy|totalmente|completamente) )?de acuerdo\b|(?:(?:tout à fait|plut[oô]t) )?d['’]accord\b|concordo\b",
    re.IGNORECASE,
)
_DISAGREES = re.compile(r"\b(?:nicht|no|pas|n[aã]o|dis)\b", re.IGNORECASE)


@dataclass(frozen=True)
class WeightedShare:
    """What the people of a share weigh together, where people have weights."""

    own: float
    own_base: float
    others: float
    others_base: float


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
    weighted: WeightedShare | None = None
    design: float = 1.0
    """The design effect of the weights: so many people are worth one in tests and intervals."""

    @property
    def share(self) -> float:
        return self.weighted.own / self.weighted.own_base if self.weighted else self.count / self.base

    @property
    def everyone(self) -> float:
        if (w := self.weighted) is not None:
            return (w.own + w.others) / (w.own_base + w.others_base)
        return (self.count + self.others) / (self.base + self.others_base)

    @property
    def ratio(self) -> float:
        return self.share / self.everyone if self.everyone else 0.0

    @property
    def effect(self) -> float:
        return effect(self.share, self._others_share) if self.others_base else 0.0

    @property
    def _others_share(self) -> float:
        return self.weighted.others / self.weighted.others_base if self.weighted else self.others / self.others_base

    @property
    def compared(self) -> tuple[float, float, float, float]:
        """Count, base, others' count and base for tests and intervals: of people, or of what they are worth."""
        if self.weighted is None:
            return self.count, self.base, self.others, self.others_base
        base, others_base = self.base / self.design, self.others_base / self.design
        return self.share * base, base, self._others_share * others_base, others_base

    @property
    def is_clear(self) -> bool:
        """Large enough to tell, and not near zero even at the end of its interval."""
        low, high = difference(*self.compared)
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
    """Plain or weighted, so that anybody can compute it again."""
    everyone: float
    quartiles: tuple[float, float, float]
    everyone_median: float
    distance: float
    """Difference from the others in standard deviations, without the most extreme hundredth at either end."""
    everyone_base: int = 0
    weight: float = 0.0
    """What the people who answered weigh together; without weights, their number."""
    everyone_weight: float = 0.0
    design: float | None = None
    """The design effect of the weights; None: people as they are."""


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
    design = design_effect(table.weights)
    for counts in count_answers(table, columns, segmentation, on_rows):
        role = counts.column.role
        if role is ColumnRole.NUMBER or (role is ColumnRole.RATING and not counts.column.scale_words):
            for measure in _measures(counts, design):
                measures[measure.segment].append(measure)
        else:
            shares += _shares(counts, segments, design)
    compared = [share for share in shares if min(share.base, share.others_base) >= PEOPLE_AT_LEAST]
    kept = discoveries([p_value(*share.compared) for share in compared])
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


def is_one_code_of_several(option: str, column: Column) -> bool:
    """Whether a 0 or 1 stands among other options, and so is neither no nor yes: box 1 of four boxes."""
    return option in ("0", "1") and not set(column.options) <= {"0", "1"}


def is_bare_code(option: str, column: Column) -> bool:
    """Whether an answer is a code that nobody has put into words: "6" to "Position"; a count says itself.

    0 and 1 alone are no and yes, unless they stand for something that is neither, such as a gender.
    """
    if column.role is not ColumnRole.CATEGORY or not option.isdigit() or len(option) > CODE_DIGITS:
        return False
    if set(column.options) <= {"0", "1"}:
        return headings.names("demography", column.question) or headings.names("demography", column.name)
    return not headings.names("count", column.question)


def _shares(counts: AnswerCounts, segments: Sequence[int], design: float) -> list[Share]:
    column, (bases, given) = counts.column, _options(counts.people, counts.column)
    everyone = sum(bases.values())
    least = max(PEOPLE_AT_LEAST, OPTION_SHARE * everyone)
    weighted = _weighted(counts) if counts.is_weighted else {}
    found = []
    for option, by in sorted(given.items()):
        by_segment = {s: int(by.get(s, 0)) for s in segments if bases.get(s)}
        total = int(sum(by.values()))
        if not option or total < least or _NO_OPTION.match(option) or is_bare_code(option, column):
            continue
        for s, count in by_segment.items():
            if not counts.is_weighted or (option, s) in weighted:
                base = int(bases[s])
                others = total - count, int(everyone) - base
                found.append(Share(column, option, s, count, base, *others, weighted.get((option, s)), design))
    return found


def _options(
    cells: Mapping[int, Mapping[str, float]], column: Column
) -> tuple[dict[int, float], dict[str, dict[int, float]]]:
    """Segment -> people (or what they weigh) who answered, and option -> the same of who gave it."""
    bases: defaultdict[int, float] = defaultdict(int)
    given: defaultdict[str, dict[int, float]] = defaultdict(lambda: defaultdict(int))
    for segment, counts in cells.items():
        for text, times in counts.items():
            options = options_of(text, column)
            bases[segment] += times if options else 0
            for option in options:
                given[option][segment] += times
    return bases, given


def _weighted(counts: AnswerCounts) -> dict[tuple[str, int], WeightedShare]:
    """By option and segment; where nobody who answered has a weight, nothing is said of a segment."""
    bases, given = _options(counts.weights, counts.column)
    everyone = sum(bases.values())
    return {
        (option, s): WeightedShare(by.get(s, 0), base, sum(by.values()) - by.get(s, 0), everyone - base)
        for option, by in given.items()
        for s, base in bases.items()
        if base > 0 and (len(bases) == 1 or everyone > base)
    }


def value_of(text: str, column: Column) -> float | None:
    """The number in a cell, or its place on the column's scale; None where nobody answered."""
    if is_missing(text):
        return None
    return rating(text, column) if column.role is ColumnRole.RATING else number(text)


@dataclass(frozen=True)
class _Numbers:
    """The different numbers of a segment, rising, each with its people and what they weigh."""

    values: NDArray[np.float64]
    people: NDArray[np.int64]
    weights: NDArray[np.float64]

    @classmethod
    def of(cls, counts: AnswerCounts, segment: int) -> _Numbers:
        weights = counts.weights[segment]
        found = sorted(
            (value, people, weights[text])
            for text, people in counts.people[segment].items()
            if (value := value_of(text, counts.column)) is not None
        )
        values, people, weighed = zip(*found, strict=True) if found else ((), (), ())
        return cls(np.array(values, float), np.array(people, np.int64), np.array(weighed, float))

    def __add__(self, other: _Numbers) -> _Numbers:
        parts = zip((self.values, self.people, self.weights), (other.values, other.people, other.weights), strict=True)
        return _Numbers(*(np.concatenate(pair) for pair in parts))

    @property
    def base(self) -> int:
        return int(self.people.sum())

    @property
    def weight(self) -> float:
        return float(self.weights.sum())

    def mean(self, low: float = -np.inf, high: float = np.inf) -> float:
        return float(np.average(np.clip(self.values, low, high), weights=self.weights))

    def spread(self, low: float, high: float) -> float:
        clipped = np.clip(self.values, low, high)
        mean = np.average(clipped, weights=self.weights)
        return float(np.sqrt(np.average(np.square(clipped - mean), weights=self.weights)))

    def percentiles(self, *wanted: float, is_weighted: bool) -> list[float]:
        if is_weighted:
            found = np.percentile(self.values, wanted, weights=self.weights, method="inverted_cdf")
        else:
            found = np.percentile(np.repeat(self.values, self.people), wanted)
        return [float(each) for each in found]


def _measures(counts: AnswerCounts, design: float) -> Iterator[Measure]:
    found = {segment: _Numbers.of(counts, segment) for segment in sorted(counts.people)}
    every = _together(found.values())
    if every.base < 2 * PEOPLE_AT_LEAST or not every.weight:
        return
    low, high, middle = every.percentiles(1, 99, 50, is_weighted=counts.is_weighted)
    spread, whole = every.spread(low, high) or 1.0, every.mean(low, high) * every.weight
    for segment, own in found.items():
        if own.base < PEOPLE_AT_LEAST or not own.weight:
            continue
        clipped, rest = own.mean(low, high), every.weight - own.weight
        others = (whole - clipped * own.weight) / rest if every.base > own.base and rest > 0 else clipped
        q1, median, q3 = own.percentiles(25, 50, 75, is_weighted=counts.is_weighted)
        yield Measure(
            counts.column, segment, own.base, own.mean(), every.mean(), (q1, median, q3),
            middle, (clipped - others) / spread, every.base, own.weight, every.weight,
            design if counts.is_weighted else None,
        )  # fmt: skip


def _together(parts: Iterable[_Numbers]) -> _Numbers:
    """The numbers of several segments together."""
    return reduce(add, parts, _Numbers(np.array([]), np.array([], np.int64), np.array([])))

"""From cells to features: fitted on a sample, then the same for every further batch of rows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Protocol

import numpy as np
from scipy.special import ndtri

from persona.grouping.features import Feature
from persona.grouping.tokens import Vocabulary
from persona.models import ColumnRole as Role
from persona.profiling.values import choices, is_missing, number, rating

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.models import Column

    Floats = NDArray[np.float64]

MIN_SHARE = 0.01  # rarer categories are pooled, rarer options left out
MIN_COUNT = 5
MAX_LEVELS = 40
_KNOTS = 129


class Encoder(Protocol):
    """Knows how one column becomes a feature; `block` may be set by the whole set of columns."""

    column: Column
    block: str

    def encode(self, cells: Sequence[str]) -> Feature: ...


class NumberEncoder:
    """Normal scores: each value's place in the distribution, as a Gaussian quantile. Skew and outliers do not matter."""

    def __init__(self, column: Column, cells: Sequence[str]) -> None:
        self.column, self.block = column, "numbers"
        known = np.sort(self._numbers(cells))
        known = known[~np.isnan(known)]
        self._values = np.unique(np.quantile(known, np.linspace(0, 1, _KNOTS)))
        below = np.searchsorted(known, self._values, "left") + np.searchsorted(known, self._values, "right")
        share = (below / 2 + 0.5) / (len(known) + 1)
        self._scores = ndtri(np.clip(share, 0.002, 0.998))
        scores = np.interp(known, self._values, self._scores)
        self._mean, self._spread = float(scores.mean()), float(max(scores.std(), 1e-9))

    def _numbers(self, cells: Sequence[str]) -> Floats:
        return np.array([np.nan if is_missing(c) or (v := number(c)) is None else v for c in cells], float)

    def encode(self, cells: Sequence[str]) -> Feature:
        raw = self._numbers(cells)
        scores = (np.interp(raw, self._values, self._scores) - self._mean) / self._spread
        return number_feature(self.column.name, self.block, np.where(np.isnan(raw), np.nan, scores))


class RatingEncoder:
    """Places on a scale, standardised over the people who answered."""

    def __init__(self, column: Column, cells: Sequence[str]) -> None:
        self.column, self.block = column, "numbers"
        raw = self._places(cells)
        self._mean, self._spread = float(np.nanmean(raw)), float(max(np.nanstd(raw), 1e-9))

    def _places(self, cells: Sequence[str]) -> Floats:
        return np.array([np.nan if (v := rating(c, self.column)) is None else v for c in cells], float)

    def encode(self, cells: Sequence[str]) -> Feature:
        return number_feature(self.column.name, self.block, (self._places(cells) - self._mean) / self._spread)


def number_feature(name: str, block: str, scores: Floats) -> Feature:
    """A feature from scores in which NaN is a missing answer."""
    missing = np.isnan(scores)
    return Feature(name, "number", block, np.where(missing, 0.0, scores)[:, None], ~missing)


class CategoryEncoder:
    """One-hot; rare categories are pooled."""

    def __init__(self, column: Column, cells: Sequence[str]) -> None:
        self.column, self.block = column, column.name
        counts = Counter(answer for c in cells if (answer := _level(c)))
        floor = min(max(MIN_COUNT, MIN_SHARE * counts.total()), max(counts.values(), default=0))
        levels = [level for level, count in sorted(counts.items(), key=lambda i: (-i[1], i[0])) if count >= floor]
        self.levels = levels[:MAX_LEVELS]
        self.covered = sum(counts[level] for level in self.levels) / max(1, counts.total())
        self._pooled = self.covered < 1.0
        self._index = {level: place for place, level in enumerate(self.levels)}

    def encode(self, cells: Sequence[str]) -> Feature:
        rest = len(self.levels)
        places = np.array([self._index.get(level, rest) if (level := _level(c)) else -1 for c in cells])
        answered = places >= 0 if self._pooled else (places >= 0) & (places < rest)
        values = np.zeros((len(cells), rest + self._pooled))
        values[np.nonzero(answered)[0], places[answered]] = 1.0
        return Feature(self.column.name, "category", self.block, values, answered)


def _level(cell: str) -> str:
    return "" if is_missing(cell) else " ".join(cell.casefold().split())


class OptionsEncoder:
    """0/1 for each option of a multiple choice; a blank cell is a missing answer."""

    def __init__(self, column: Column, cells: Sequence[str]) -> None:
        self.column, self.block = column, column.name
        counts = Counter(choice for c in cells for choice in choices(c, column))
        filled = sum(not is_missing(c) for c in cells)
        floor = max(MIN_COUNT, MIN_SHARE * filled)
        self.options = sorted(o for o, count in counts.items() if floor <= count <= filled - floor)
        self._index = {option: place for place, option in enumerate(self.options)}

    def encode(self, cells: Sequence[str]) -> Feature:
        values = np.zeros((len(cells), len(self.options)))
        answered = np.zeros(len(cells), bool)
        for row, cell in enumerate(cells):
            ticked = choices(cell, self.column)
            answered[row] = bool(ticked)
            values[row, [self._index[o] for o in ticked if o in self._index]] = 1.0
        return Feature(self.column.name, "options", self.block, values, answered)


class WordsEncoder:
    """Which words an open answer holds."""

    def __init__(self, column: Column, cells: Sequence[str]) -> None:
        self.column, self.block = column, column.name
        self.vocabulary = Vocabulary.learn(cells)

    def encode(self, cells: Sequence[str]) -> Feature:
        values = self.vocabulary.matrix(cells)
        return Feature(self.column.name, "words", self.block, values, np.diff(values.indptr) > 0)


def make_encoder(column: Column, cells: Sequence[str]) -> Encoder | None:
    """The encoder for a column, or None where its answers cannot tell people apart."""
    if column.role is Role.RATING:
        return _varied(RatingEncoder(column, cells), cells)
    if column.role is Role.NUMBER:
        return _varied(NumberEncoder(column, cells), cells) if _holds_numbers(cells) else None
    if column.role is Role.CATEGORY:
        category = CategoryEncoder(column, cells)
        if category.covered < 0.5:
            return _worded(column, cells)
        return category if len(category.levels) > 1 or category.covered < 1.0 else None
    if column.role is Role.MULTIPLE:
        options = OptionsEncoder(column, cells)
        return options if options.options else None
    return _worded(column, cells) if column.role is Role.OPEN else None


def _worded(column: Column, cells: Sequence[str]) -> Encoder | None:
    words = WordsEncoder(column, cells)
    return words if len(words.vocabulary.words) >= 5 else None


def _holds_numbers(cells: Sequence[str]) -> bool:
    return any(number(c) is not None for c in cells)


def _varied(encoder: Encoder, cells: Sequence[str]) -> Encoder | None:
    values = encoder.encode(cells).values
    return encoder if np.ptp(values) > 1e-6 else None

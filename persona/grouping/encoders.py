"""From cells to features: each column's encoder is fitted on a sample and then the same for every further batch."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Protocol

import numpy as np

from persona.grouping.features import Feature
from persona.grouping.tokens import Vocabulary
from persona.models import ColumnRole as Role
from persona.recoding.cells import choices, fold, is_missing, number, rating

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from persona.models import Column

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

MIN_SHARE = 0.01  # rarer categories are pooled, rarer options left out
MIN_COUNT = 5
MAX_LEVELS = 40
_KNOTS = 129  # of the distribution that numbers are ranked by: memory, not the segments, grows with more
_LEAST_COVERED = 0.5  # of a category's answers by levels; below, it is read as words (job titles)
_LEAST_WORDS = 5
_WORDS_ALONE = 3_000


class Encoder(Protocol):
    """Knows how one column becomes a feature. `block` is set when all columns are looked at together."""

    column: Column
    block: str

    def encode(self, cells: Sequence[str]) -> Feature: ...


def distinct(cells: Sequence[str]) -> tuple[list[str], Ints]:
    """The different cells, and for each cell which of them it is: answers repeat, so each is read once."""
    index = {cell: place for place, cell in enumerate(dict.fromkeys(cells))}
    return list(index), np.fromiter(map(index.__getitem__, cells), np.int64, len(cells))


class ScoreEncoder:
    """A number or a rating as a standardised score."""

    block = "numbers"

    def __init__(self, column: Column, read: Callable[[str], float | None], cells: Sequence[str]) -> None:
        self.column, self._read = column, read
        known = self._values(cells)
        known = np.sort(known[~np.isnan(known)])
        self._knots = _normal_scores(known) if column.role is Role.NUMBER and len(known) else None
        scores = self._place(known)
        self._mean = float(scores.mean()) if len(scores) else 0.0
        self._spread = float(max(scores.std(), 1e-9)) if len(scores) else 1.0

    def encode(self, cells: Sequence[str]) -> Feature:
        scores = (self._place(self._values(cells)) - self._mean) / self._spread
        return score_feature(self.column.name, self.block, scores, spread=self._spread)

    def _values(self, cells: Sequence[str]) -> Floats:
        different, which = distinct(cells)
        read = [np.nan if is_missing(cell) or (value := self._read(cell)) is None else value for cell in different]
        return np.array(read, float)[which]

    def _place(self, values: Floats) -> Floats:
        if self._knots is None:
            return values
        return np.where(np.isnan(values), np.nan, np.interp(values, *self._knots))  # one knot would answer for all


def _normal_scores(known: Floats) -> tuple[Floats, Floats]:
    """Knots from values to Gaussian quantiles of their place: skew and outliers do not matter."""
    from scipy.special import ndtri  # it takes its time, and many a study has no numbers

    values = np.unique(np.quantile(known, np.linspace(0, 1, _KNOTS)))
    below = np.searchsorted(known, values, "left") + np.searchsorted(known, values, "right")
    share = (below / 2 + 0.5) / (len(known) + 1)
    return values, ndtri(np.clip(share, 0.002, 0.998))


def score_feature(name: str, block: str, scores: Floats, *, spread: float) -> Feature:
    """A feature from scores in which NaN is a missing answer."""
    missing = np.isnan(scores)
    return Feature(name, "number", block, np.where(missing, 0.0, scores)[:, None], ~missing, spread)


class CategoryEncoder:
    """One-hot; rare categories are pooled."""

    def __init__(self, column: Column, cells: Sequence[str]) -> None:
        self.column, self.block = column, column.name
        counts = Counter(fold(cell) for cell in cells if not is_missing(cell))
        floor = min(max(MIN_COUNT, MIN_SHARE * counts.total()), max(counts.values(), default=0))
        common = [level for level, count in counts.items() if count >= floor]
        self.levels = sorted(common, key=lambda level: (-counts[level], level))[:MAX_LEVELS]
        self.covered = sum(counts[level] for level in self.levels) / max(1, counts.total())
        self._index = {level: place for place, level in enumerate(self.levels)}

    def encode(self, cells: Sequence[str]) -> Feature:
        different, which = distinct(cells)
        rest, pooled = len(self.levels), int(self.covered < 1.0)
        values = np.zeros((len(different), rest + pooled))
        for row, cell in enumerate(different):
            place = self._index.get(fold(cell), rest)
            if not is_missing(cell) and place < rest + pooled:
                values[row, place] = 1.0
        answered = values.sum(1) > 0
        return Feature(self.column.name, "category", self.block, values[which], answered[which])


class OptionsEncoder:
    """0/1 for each option of a multiple choice; a blank cell is a missing answer."""

    def __init__(self, column: Column, cells: Sequence[str]) -> None:
        self.column, self.block = column, column.name
        counts = Counter(choice for cell in cells for choice in choices(cell, column))
        filled = sum(not is_missing(cell) for cell in cells)
        floor = max(MIN_COUNT, MIN_SHARE * filled)
        self.options = sorted(o for o, count in counts.items() if floor <= count <= filled - floor)
        self._index = {option: place for place, option in enumerate(self.options)}

    def encode(self, cells: Sequence[str]) -> Feature:
        different, which = distinct(cells)
        ticked = [choices(cell, self.column) for cell in different]
        answered = np.array([not is_missing(cell) for cell in different], bool)
        places = [[self._index[option] for option in options if option in self._index] for options in ticked]
        values = np.zeros((len(different), len(self.options)))
        values[np.repeat(np.arange(len(different)), list(map(len, places))), list(chain.from_iterable(places))] = 1.0
        return Feature(self.column.name, "options", self.block, values[which], answered[which])


class WordsEncoder:
    """Which words an open answer holds; where it is the only question, also which pairs of words."""

    def __init__(self, column: Column, cells: Sequence[str], *, alone: bool = False) -> None:
        self.column, self.block = column, column.name
        self.vocabulary = Vocabulary.learn(cells, size=_WORDS_ALONE, pairs=True) if alone else Vocabulary.learn(cells)

    def encode(self, cells: Sequence[str]) -> Feature:
        values = self.vocabulary.matrix(cells)
        return Feature(self.column.name, "words", self.block, values, np.diff(values.indptr) > 0)


def make_encoder(column: Column, cells: Sequence[str]) -> Encoder | None:
    """The encoder for a column of a usable role, or None where its answers cannot be compared."""
    if column.role is Role.RATING:
        return ScoreEncoder(column, lambda cell: rating(cell, column), cells)
    if column.role is Role.NUMBER:
        return ScoreEncoder(column, number, cells)
    if column.role is Role.MULTIPLE:
        options = OptionsEncoder(column, cells)
        return options if options.options else None
    if column.role is Role.CATEGORY:
        category = CategoryEncoder(column, cells)
        if category.covered >= _LEAST_COVERED:
            return category
    words = WordsEncoder(column, cells)
    return words if len(words.vocabulary.words) >= _LEAST_WORDS else None

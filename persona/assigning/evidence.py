"""Evidence: what an answer to one question says about each persona, as log-odds against everybody's answers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import scipy.sparse as sp

from persona.grouping.tokens import Vocabulary
from persona.models import ColumnRole as Role
from persona.recoding.cells import choices, fold, is_missing, number, rating

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from persona.models import Column

    Floats = NDArray[np.float64]
    Bools = NDArray[np.bool_]

MOST_LEVELS = 40
BINS = 5
"""Numbers are told apart by fifths of the people."""
PRIOR = 2.0
"""People of everybody's answers that are added to each persona's: what few answered says little."""
PRIOR_WORDS = 50.0
LEAST = 1e-4


class Answers(NamedTuple):
    """Cells of one question: which levels each person gave, who answered, and who gave what the study never had."""

    given: sp.csr_matrix
    answered: Bools
    unknown: int


class Weights(NamedTuple):
    """By level and persona, and for whoever answered."""

    of_level: Floats
    of_answer: Floats


@dataclass(frozen=True)
class Question:
    """How one question is read; learnt from the study once and then the same for new people."""

    column: Column
    levels: int
    read: Callable[[str], list[int]]
    """The levels that a cell gives; none where it says what the study never had."""
    vocabulary: Vocabulary | None = None
    """Of an open question, whose levels are words."""

    @property
    def is_set(self) -> bool:
        """Whether a person may give several levels, and leaving one out says something, too."""
        return self.column.role is Role.MULTIPLE

    def answers(self, cells: Sequence[str]) -> Answers:
        """Each different cell is read once."""
        if self.vocabulary is not None:
            words = sp.csr_matrix(self.vocabulary.matrix(cells))
            return Answers(words, np.diff(words.indptr) > 0, 0)
        seen: dict[str, list[int] | None] = {}  # None: no answer
        places, lengths, answered, unknown = [], [], [], 0
        for cell in cells:
            if cell not in seen:
                seen[cell] = None if is_missing(cell) else self.read(cell)
            levels = seen[cell]
            strange = levels == [] and not self.is_set
            unknown += strange
            answered.append(levels is not None and not strange)
            places += levels or []
            lengths.append(len(levels or []))
        starts = np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])
        given = sp.csr_matrix((np.ones(len(places)), places, starts), shape=(len(cells), self.levels))
        return Answers(given, np.array(answered, bool), unknown)

    def weights(self, counts: Floats, answered: Floats) -> Weights:
        """From how many of each persona gave each level, and how many answered."""
        everyone = counts.sum(1, keepdims=True)
        if self.vocabulary is not None:
            whole = np.maximum(everyone / max(everyone.sum(), 1.0), LEAST / 100)
            own = (counts + PRIOR_WORDS * whole) / (counts.sum(0, keepdims=True) + PRIOR_WORDS)
            return Weights(np.log(own / whole), np.zeros(counts.shape[1]))
        whole = np.clip(everyone / max(answered.sum(), 1.0), LEAST, 1 - LEAST)
        own = np.clip((counts + PRIOR * whole) / (answered + PRIOR), LEAST, 1 - LEAST)
        if not self.is_set:
            return Weights(np.log(own / whole), np.zeros(counts.shape[1]))
        left: Floats = np.log((1 - own) / (1 - whole))
        return Weights(np.log(own / whole) - left, left.sum(0))


def questions_of(columns: Sequence[Column], cells: dict[str, list[str]]) -> list[Question]:
    """The questions that can tell people apart, from the study's own cells."""
    made = [_question(column, cells[column.name]) for column in columns]
    return [question for question in made if question is not None and question.levels > 1]


def _question(column: Column, cells: Sequence[str]) -> Question | None:
    known = [cell for cell in cells if not is_missing(cell)]
    if column.role is Role.CATEGORY:
        index = _index(Counter(map(fold, known)))
        return Question(column, len(index), lambda cell: _one(index, fold(cell)))
    if column.role is Role.MULTIPLE:
        options = _index(Counter(option for cell in known for option in choices(cell, column)))
        return Question(column, len(options), lambda cell: _some(options, choices(cell, column)))
    if column.role in (Role.RATING, Role.NUMBER):
        return _measured(column, known)
    if column.role is Role.OPEN:
        vocabulary = Vocabulary.learn(known)
        size = vocabulary.matrix(known[:1]).shape[1] if known else 0
        return Question(column, size, lambda _: [], vocabulary)
    return None


def _measured(column: Column, known: Sequence[str]) -> Question | None:
    """Places of a scale as they are, numbers by fifths."""
    read = (lambda cell: rating(cell, column)) if column.role is Role.RATING else _finite
    values = np.array([value for cell in known if (value := read(cell)) is not None])
    if not len(values):
        return None
    different = np.unique(values)
    edges = (different[1:] + different[:-1]) / 2
    if column.role is Role.NUMBER or len(different) > MOST_LEVELS:
        after = np.searchsorted(different, np.quantile(values, np.linspace(0, 1, BINS + 1)[1:-1]), side="right")
        edges = edges[np.unique(after[after < len(different)]) - 1]  # between two values that people gave

    def level(cell: str) -> list[int]:
        value = read(cell)
        return [] if value is None else [int(np.searchsorted(edges, value, side="right"))]

    return Question(column, len(edges) + 1, level)


def _finite(cell: str) -> float | None:
    value = number(cell)
    return value if value is not None and isfinite(value) else None


def _index(counts: Counter[str]) -> dict[str, int]:
    common = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_LEVELS]
    return {level: place for place, (level, _) in enumerate(common)}


def _one(index: dict[str, int], level: str) -> list[int]:
    return [index[level]] if level in index else []


def _some(index: dict[str, int], levels: Sequence[str]) -> list[int]:
    return [index[level] for level in levels if level in index]

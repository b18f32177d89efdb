"""How far an answer is the segment's own: counted with all that reads like it, and hardly by chance.

"Opened the tracker, closed it again" may by chance be one segment's; that people open something and close it again is
said everywhere alike.
"""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from persona.writing import lexicon
from persona.writing.similarity import RELATED
from persona.writing.statistics import ALONE, chance
from persona.writing.steps import NOT_LESS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.writing.candidates import Candidate
    from persona.writing.corpus import Corpus
    from persona.writing.similarity import Vectors
    from persona.writing.units import Unit

READS_LIKE = 0.6
"""Share of the words of the shorter of two that the other must hold as well, a telling one among them."""
WORDS_AT_LEAST = 4
COUNTED = 3
"""Of fewer voices, where nobody else says so, the topic decides."""


class Own:
    """Judges candidates of one kind in one segment; each when it is first asked for."""

    def __init__(self, corpus: Corpus, segment: int, kind: str) -> None:
        self._corpus, self._pool = corpus, corpus.of_kind(kind)
        self._inside = corpus.segments[self._pool] == segment
        self._people, self._others = corpus.answered(kind, segment)
        self._known: dict[int, float] = {}

    def z(self, candidate: Candidate) -> float:
        """Midway between the z of those who say just this and the z of all who say what reads like it."""
        if candidate.index not in self._known:
            self._known[candidate.index] = self._judge(candidate) if self._others else ALONE
        return self._known[candidate.index]

    def just_this(self, candidate: Candidate) -> float:
        """z of those who say just this."""
        if not self._others:
            return ALONE
        counted = candidate.support >= COUNTED or candidate.others > 0
        return self._chance(candidate.support, candidate.others) if counted else candidate.z

    def _judge(self, candidate: Candidate) -> float:
        just_this = self.just_this(candidate)
        if just_this < NOT_LESS:
            return just_this
        alike = self._alike(candidate.index)
        mine, theirs = (len(np.unique(self._speakers[alike & side])) for side in (self._inside, ~self._inside))
        if mine + theirs <= candidate.support + candidate.others:
            return just_this
        return (just_this + self._chance(mine, theirs)) / 2

    def _chance(self, inside: int, outside: int) -> float:
        return chance(inside, self._people, outside, self._others)

    def _alike(self, index: int) -> NDArray[np.bool_]:
        """What is related to a unit, or shares most of its words, whatever the rest."""
        close: NDArray[np.float32] = self._corpus.space.same(self._corpus.vectors.take([index]), self._vectors)[0]
        return (close >= RELATED) | self._words.shared_by(self._corpus.units[index])

    @cached_property
    def _vectors(self) -> Vectors:
        return self._corpus.vectors.take(self._pool)

    @cached_property
    def _words(self) -> _Words:
        return _Words([self._corpus.units[i] for i in self._pool.tolist()])

    @cached_property
    def _speakers(self) -> NDArray[np.int64]:
        return self._corpus.people[self._pool]


class _Words:
    """The words of units, whatever they mean: variants of one sentence share most of them."""

    def __init__(self, units: Sequence[Unit]) -> None:
        from scipy import sparse

        self._numbers: dict[str, int] = {}
        told = [[self._numbers.setdefault(word, len(self._numbers)) for word in set(unit.words)] for unit in units]
        self._lengths = np.array([len(numbers) for numbers in told])
        columns, rows = np.array(list(chain.from_iterable(told)), dtype=np.int64), np.cumsum([0, *self._lengths])
        self._held = sparse.csr_matrix(
            (np.ones(len(columns), dtype=np.float32), columns, rows), shape=(len(units), len(self._numbers))
        )

    def shared_by(self, unit: Unit) -> NDArray[np.bool_]:
        """Which units share most words with this one of them, one that tells something among these."""
        words = set(unit.words)
        if len(words) < WORDS_AT_LEAST:
            return np.zeros(len(self._lengths), dtype=bool)
        shared = self._held @ self._marks(words)
        telling = self._held @ self._marks(words - lexicon.STOP_ANYWHERE - lexicon.GENERIC)
        most = shared >= READS_LIKE * np.minimum(self._lengths, len(words))
        result: NDArray[np.bool_] = most & (telling > 0) & (self._lengths >= WORDS_AT_LEAST)
        return result

    def _marks(self, words: set[str]) -> NDArray[np.float32]:
        marks = np.zeros(len(self._numbers), dtype=np.float32)
        marks[[self._numbers[word] for word in words]] = 1
        return marks

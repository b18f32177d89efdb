"""A quick look at answers before they are cut: most share no words with any chosen passage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

import numpy as np

from persona.writing import lexicon
from persona.writing.tokens import Tokens, Wordlist
from persona.writing.words import Stemmer

if TYPE_CHECKING:
    from numpy.typing import NDArray

TOPIC = -1
"""All passages: a word of a topic that people mention."""
SHORT = 8
"""An answer of so few words may back a passage with one shared stem; a longer one needs two."""
_NEEDED = 2


class Sieve:
    """Lets through what may say the same as one of some passages; the exact measure decides afterwards."""

    def __init__(
        self,
        passages: Sequence[tuple[Iterable[str], str | None]],
        stemmer: Stemmer,
        languages: Sequence[str],
        words: Wordlist,
    ) -> None:
        self._stems: dict[str, int] = {}
        for number, (told, topic) in enumerate(passages):
            for stem in _asked_of(set(told)):
                self._stems[stem] = self._stems.get(stem, 0) | 1 << number
            for stem in topic.split() if topic else ():
                self._stems[stem] = TOPIC
        self._size, self._stemmer, self._languages, self._words = len(passages), stemmer, languages, words
        self._rows = {0: 0}  # the passages that a word marks, one bit each -> the row of its mark
        self._marked = np.array([], dtype=np.int64)  # word -> row
        self._marks = np.zeros((0, self._size), dtype=np.float32)

    def lets_through(self, tokens: Tokens) -> NDArray[np.bool_]:
        """Which answers share two stems with a passage (one, if they are short), or a stem with a topic."""
        self._learn()
        rows = self._marked[tokens.words]
        said = rows > 0
        if not said.any():
            return np.zeros(tokens.answers, dtype=bool)
        from scipy import sparse

        places = (tokens.answer[said], rows[said])
        held = sparse.csr_matrix(
            (np.ones(int(said.sum()), dtype=np.float32), places), shape=(tokens.answers, len(self._marks))
        )
        most = (held @ self._marks).max(axis=1)
        found: NDArray[np.bool_] = (most >= _NEEDED) | ((most > 0) & (tokens.lengths <= SHORT))
        return found

    def _learn(self) -> None:
        """The marks of words that were not read before: the passages that hold their stem in some language."""
        new = [self._row(word) for word in self._words.names[len(self._marked) :]]
        if new:
            self._marked = np.concatenate([self._marked, np.array(new, dtype=np.int64)])
            self._marks = np.array([self._mark(passages) for passages in self._rows], dtype=np.float32)

    def _row(self, word: str) -> int:
        passages = reduce(or_, (self._stems.get(self._stemmer.stem(word, code), 0) for code in self._languages))
        return self._rows.setdefault(passages, len(self._rows))

    def _mark(self, passages: int) -> list[int]:
        if passages == TOPIC:
            return [_NEEDED] * self._size
        return [passages >> number & 1 for number in range(self._size)]


def _asked_of(stems: set[str]) -> set[str]:
    """The stems by which a passage is known; all of "people update it when I ask", where only one says something."""
    telling = stems - lexicon.GENERIC
    return telling if len(telling) >= _NEEDED else stems

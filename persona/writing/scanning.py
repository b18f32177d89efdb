"""A fast reading of many answers: sentences become places in the space without being cut and trimmed one by one.

Good enough to count who says the same; what is quoted is cut exactly, by `Splitter`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from persona.writing.corpus import Corpus
from persona.writing.similarity import Vectors
from persona.writing.tokens import Tokens, Wordlist
from persona.writing.words import is_negation, language

if TYPE_CHECKING:
    from numpy.typing import NDArray

_END = -1
MIXED = 0.05
"""From this share of units in another language on, the language of every answer of a column is looked at."""


@dataclass(frozen=True)
class Scan:
    """Sentences of a batch of answers."""

    answer: NDArray[np.int64]
    """Which answer of the batch each sentence stands in."""
    vectors: Vectors
    stems: NDArray[np.int64]
    """All stems one after the other, as numbers of the space."""
    sentence: NDArray[np.int64]
    """Which sentence each stem stands in."""

    def touching(self, stems: Sequence[int]) -> NDArray[np.int64]:
        """Sentences that hold this stem, or these two side by side."""
        if len(stems) == 1:
            return np.unique(self.sentence[self.stems == stems[0]])
        beside = (
            (self.stems[:-1] == stems[0]) & (self.stems[1:] == stems[1]) & (self.sentence[:-1] == self.sentence[1:])
        )
        return np.unique(self.sentence[:-1][beside])


class Scanner:
    """Scans answers of one column."""

    def __init__(self, corpus: Corpus, column: str) -> None:
        self._space = corpus.space
        self._default = corpus.splitter.habits.languages.get(column, "en")
        self.words = Wordlist()
        self._codes = {code: _Codes(corpus, code, self.words) for code in corpus.languages_of(column, MIXED)}

    def scan(self, tokens: Tokens) -> Scan:
        """The sentences of answers."""
        ends = np.arange(1, tokens.answers + 1) + np.cumsum(tokens.lengths) - 1  # each answer closes its last sentence
        flat = np.full(len(tokens.words) + tokens.answers, _END)
        inside = np.ones(len(flat), dtype=bool)
        inside[ends] = False
        flat[inside] = self._coded(tokens)
        return self._vectors(flat, np.repeat(np.arange(tokens.answers), tokens.lengths + 1))

    def _coded(self, tokens: Tokens) -> NDArray[np.int64]:
        codes = {code: found.all() for code, found in self._codes.items()}
        if len(codes) == 1:
            return codes[self._default][tokens.words]
        parts = np.split(tokens.words, np.cumsum(tokens.lengths)[:-1])
        coded = [codes.get(self._language(part.tolist()), codes[self._default])[part] for part in parts]
        return np.concatenate(coded) if coded else tokens.words

    def _language(self, numbers: Iterable[int]) -> str:
        return language([self.words.names[number] for number in numbers], self._default)

    def _vectors(self, flat: NDArray[np.int64], answer_of: NDArray[np.int64]) -> Scan:
        ends = flat == _END
        sentence = np.cumsum(ends) - ends  # the end belongs to the sentence that it closes
        negative = np.zeros(int(ends.sum()), dtype=bool)
        negative[sentence[~ends & (flat % 2 == 1)]] = True
        said = flat >= 2
        stems, where = flat[said] // 2 - 1, sentence[said]
        vectors = self._space.place(stems, where, negative, np.zeros_like(negative))
        return Scan(answer_of[ends], vectors, stems, where)


class _Codes:
    """Word -> twice the number of its stem (from 1; 0: no meaning), plus 1 for a negation; looked up once."""

    def __init__(self, corpus: Corpus, code: str, words: Wordlist) -> None:
        self._corpus, self._code, self._words = corpus, code, words
        self._known = np.array([], dtype=np.int64)

    def all(self) -> NDArray[np.int64]:
        """The code of every word that was read so far, by its number."""
        new = [self._look_up(token) for token in self._words.names[len(self._known) :]]
        if new:
            self._known = np.concatenate([self._known, np.array(new, dtype=np.int64)])
        return self._known

    def _look_up(self, token: str) -> int:
        if not token[0].isalnum():
            return _END
        stem = self._corpus.splitter.stemmer.stem(token, self._code)
        number = self._corpus.space.number(stem) + 1 if stem else 0
        return 2 * number + is_negation(token)

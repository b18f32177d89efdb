"""A fast reading of many answers: sentences become places in the space without being cut and trimmed one by one.

Good enough to count who says the same; what is quoted is cut exactly, by `Splitter`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from persona.writing.corpus import Corpus
from persona.writing.similarity import Vectors
from persona.writing.words import is_negation, language

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[.!?…]+(?=[\s\"”')])|\n+|;(?=\s)")
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


def tokens(text: str) -> list[str]:
    """Lower-case words and ends of sentences."""
    return _TOKEN.findall(text.lower().replace("’", "'"))


class Scanner:
    """Scans answers of one column."""

    def __init__(self, corpus: Corpus, column: str) -> None:
        self._space = corpus.space
        self._default = corpus.splitter.habits.languages.get(column, "en")
        self._codes = {code: _Codes(corpus, code) for code in corpus.languages_of(column, MIXED)}

    def scan(self, answers: Sequence[Sequence[str]]) -> Scan:
        """The sentences of answers that were made `tokens`."""
        flat: list[int] = []
        answer_of: list[int] = []
        for number, found in enumerate(answers):
            codes = self._codes_for(found)
            flat += [codes[token] for token in found]
            flat.append(_END)
            answer_of += [number] * (len(found) + 1)
        return self._vectors(np.array(flat, dtype=np.int64), np.array(answer_of, dtype=np.int64))

    def _codes_for(self, found: Sequence[str]) -> _Codes:
        if len(self._codes) == 1:
            return self._codes[self._default]
        return self._codes.get(language(found, self._default)) or self._codes[self._default]

    def _vectors(self, flat: NDArray[np.int64], answer_of: NDArray[np.int64]) -> Scan:
        ends = flat == _END
        sentence = np.cumsum(ends) - ends  # the end belongs to the sentence that it closes
        negative = np.zeros(int(ends.sum()), dtype=bool)
        negative[sentence[~ends & (flat % 2 == 1)]] = True
        said = flat >= 2
        stems, where = flat[said] // 2 - 1, sentence[said]
        vectors = self._space.place(stems, where, negative, np.zeros_like(negative))
        return Scan(answer_of[ends], vectors, stems, where)


class _Codes(dict[str, int]):
    """Word -> twice the number of its stem (from 1; 0: no meaning), plus 1 for a negation; looked up once."""

    def __init__(self, corpus: Corpus, code: str) -> None:
        self._corpus, self._code = corpus, code

    def __missing__(self, token: str) -> int:
        self[token] = self._look_up(token) if token[0].isalnum() else _END
        return self[token]

    def _look_up(self, token: str) -> int:
        stem = self._corpus.splitter.stemmer.stem(token, self._code)
        number = self._corpus.space.number(stem) + 1 if stem else 0
        return 2 * number + is_negation(token)

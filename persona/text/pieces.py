"""Texts as the word pieces that the encoder knows: each word is split once and remembered."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

UNKNOWN, BEGIN, END = 0, 1, 2
REMEMBERED = 200_000
_SPACE = "\u2581"  # stands before each word, as in the vocabulary


class Pieces:
    """The likeliest split of each word by the log chances of its pieces (a unigram language model, Viterbi)."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float]) -> None:
        self._known = {piece: (place, float(scores[place])) for place, piece in enumerate(pieces) if place > END}
        self._scores = list(map(float, scores))
        self._longest = max(map(len, self._known), default=1)
        self._worst = min(scores) - 10.0
        self._words: dict[str, tuple[int, ...]] = {}

    def of(self, text: str) -> list[int]:
        """The numbers of the pieces of a text, without a mark for its beginning or end."""
        return [piece for word in unicodedata.normalize("NFKC", text).split() for piece in self.of_word(word)]

    def of_word(self, word: str) -> tuple[int, ...]:
        """The pieces of one word."""
        found = self._words.get(word)
        if found is None:
            if len(self._words) >= REMEMBERED:
                self._words.clear()
            found = self._words[word] = self._split(_SPACE + word)
        return found

    def score(self, word: str) -> float:
        """The log chance of a word in general language; that of the rarest piece where it is split."""
        return min((self._scores[piece] for piece in self.of_word(word)), default=self._worst)

    def _split(self, word: str) -> tuple[int, ...]:
        size = len(word)
        best = [0.0] + [float("-inf")] * size
        back: list[tuple[int, int]] = [(0, UNKNOWN)] * (size + 1)
        for start in range(size):
            for end in range(start + 1, min(size, start + self._longest) + 1):
                piece, score = self._known.get(word[start:end], (UNKNOWN, self._worst))
                if piece == UNKNOWN and end > start + 1:
                    continue
                if best[start] + score > best[end]:
                    best[end], back[end] = best[start] + score, (start, piece)
        found = []
        while size:
            size, piece = back[size]
            found.append(piece)
        return tuple(reversed(found))

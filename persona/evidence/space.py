"""The space in which passages are compared: word meaning and shared rare words, without what all answers share.

Placing costs one look-up a word and one product, so that a million passages can be placed; only the words of a study go
through the encoder, once each.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from persona.text.languages import common_words
from persona.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from persona.text.embedding import Embedder

    Floats = NDArray[np.float32]

SHARED = 0.5  # of the likeness that comes from shared rare words; the rest is meaning
SKETCH = 192  # directions that stand for all words
MOST_WORDS = 12_000  # the commonest words of a study; a rarer one counts by no meaning
COMMON = 0.01  # share of passages from which a word says little (Arora and others, 2017, scaled to one study)
BLOCK = 20_000


@lru_cache(maxsize=50_000)
def content_words(text: str) -> tuple[str, ...]:
    """The words of a passage that say something, in their order."""
    common = common_words()
    return tuple(word for word in words(text) if word not in common and not word.isdigit())


class Space:
    """Fitted on a sample of passages; the same sample gives the same space."""

    def __init__(self, embedder: Embedder, texts: Sequence[str], *, seed: int = 0) -> None:
        found = Counter(word for text in texts for word in set(content_words(text)))
        kept = sorted(found, key=lambda word: (-found[word], word))[:MOST_WORDS]
        self._places = {word: place for place, word in enumerate(kept)}
        share = np.array([found[word] / max(1, len(texts)) for word in kept], np.float32)
        meaning = embedder.encode_words(kept).astype(np.float32)
        meaning -= meaning.mean(0) if len(kept) else np.float32(0)
        rare = np.log(1 / np.maximum(share, 1e-9)).astype(np.float32)
        draw = np.random.default_rng(seed).standard_normal((len(kept), SKETCH)).astype(np.float32)
        self._meaning = meaning * (COMMON / (COMMON + share))[:, None]
        self._sketch = draw * rare[:, None] / np.float32(np.sqrt(SKETCH))
        self._mean = np.zeros(embedder.word_size, np.float32)
        self._mean = unit(self._sums(texts)[0]).mean(0) if texts else self._mean

    def place(self, texts: Sequence[str]) -> Floats:
        """A row of length one a passage; a passage without a known word is a row of zeros."""
        blocks = [self._block(texts[first : first + BLOCK]) for first in range(0, len(texts), BLOCK)]
        return np.vstack(blocks) if blocks else np.zeros((0, self._meaning.shape[1] + SKETCH), np.float32)

    def sketch(self, texts: Sequence[str]) -> Floats:
        """The part of `place` that tells shared rare words, of length one."""
        return unit(self._sums(texts)[1])

    def _block(self, texts: Sequence[str]) -> Floats:
        meaning, shared = self._sums(texts)
        known = np.linalg.norm(meaning, axis=1, keepdims=True) > 0
        meaning = unit(unit(meaning) - self._mean) * known
        return np.hstack([meaning * np.float32(np.sqrt(1 - SHARED)), unit(shared) * np.float32(np.sqrt(SHARED))])

    def _sums(self, texts: Sequence[str]) -> tuple[Floats, Floats]:
        from scipy import sparse

        where, ends = [], [0]
        for text in texts:
            where += list(self._known(text))
            ends.append(len(where))
        ones = np.ones(len(where), np.float32)
        counts = sparse.csr_matrix((ones, np.array(where, np.int64), np.array(ends)), (len(texts), len(self._places)))
        return np.asarray(counts @ self._meaning), np.asarray(counts @ self._sketch)

    def _known(self, text: str) -> Iterator[int]:
        for word in dict.fromkeys(content_words(text)):
            place = self._places.get(word)
            if place is not None:
                yield place


def unit(rows: Floats) -> Floats:
    """Rows of length one; a row of zeros stays."""
    scaled: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.float32(1e-9))
    return scaled

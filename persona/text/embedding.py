"""Meaning as vectors, behind one door: the encoder of the install, or whatever else turns texts into rows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Protocol

from persona.text.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


class Embedder(Protocol):
    """What turns texts into vectors; the same texts give the same bytes."""

    name: str
    size: int
    word_size: int

    def encode(self, texts: Sequence[str]) -> Floats:
        """A row of `size` values a text, of length one; a text that says nothing may be a row of zeros."""

    def encode_words(self, words: Sequence[str]) -> Floats:
        """A row of `word_size` values a single word, cheap enough for all the words of a file."""


def default_embedder() -> Embedder:
    """The encoder that is part of the install."""
    from persona.text.encoder import sentence_encoder

    return sentence_encoder()


class TfidfEmbedder:
    """Shared rare words instead of meaning, sketched to a fixed size: for languages that no encoder here speaks.

    Fitted on the texts of a study; words of others count as rare.
    """

    name = "tfidf"

    def __init__(self, texts: Sequence[str], *, size: int = 256, seed: int = 0) -> None:
        import numpy as np

        self.size = self.word_size = size
        self._seed = seed
        found = Counter(word for text in texts for word in set(words(text)))
        total = max(2, len(texts))
        self._weights = {word: float(np.log(total / count)) for word, count in found.items()}
        self._rare = float(np.log(total))

    def encode(self, texts: Sequence[str]) -> Floats:
        """Sums of the words' rows, each weighed by how rare the word is."""
        import numpy as np

        split = [sorted(set(words(text))) for text in texts]
        distinct = sorted({word for some in split for word in some})
        rows = dict(zip(distinct, self.encode_words(distinct), strict=True))
        out = np.zeros((len(texts), self.size), np.float32)
        for place, some in enumerate(split):
            for word in some:
                out[place] += rows[word] * np.float32(self._weights.get(word, self._rare))
        out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), np.float32(1e-9))
        return out

    def encode_words(self, words: Sequence[str]) -> Floats:
        """A random direction a word, always the same one."""
        from zlib import crc32

        import numpy as np

        rows = [np.random.default_rng([self._seed, crc32(word.encode())]).standard_normal(self.size) for word in words]
        out = np.array(rows, np.float32).reshape(len(words), self.size)
        return out / np.float32(np.sqrt(self.size))

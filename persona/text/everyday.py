"""Everyday words: those that hold a sentence together in any language ("each", "sonst", "siempre"), and name no topic.

Learned from the commonest words of twelve languages; the meaning of a word carries it to languages and words beside.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from persona.text.encoder import sentence_encoder
from persona.weights import stored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

COMMON = -9.5
"""Log chance in general English from which a word is everyday whatever it means: like, great, time, between."""


def values(words: Sequence[str]) -> NDArray[np.float64]:
    """What is known of each word, a row each: its meaning, and how common it is."""
    encoder = sentence_encoder()
    common = np.array([encoder.commonness(word) for word in words], np.float64).reshape(len(words), 1)
    return np.hstack([encoder.encode_words(words).astype(np.float64), common])


@lru_cache(maxsize=50_000)
def is_everyday(word: str) -> bool:
    """Whether a word, in small letters, says nothing of what a sentence is about.

    >>> is_everyday("jede"), is_everyday("parking")
    (True, False)
    """
    if sentence_encoder().commonness(word) >= COMMON:
        return True
    weights = _weights()
    return float(values([word])[0] @ weights[:-1] + weights[-1]) > 0


@lru_cache(maxsize=1)
def _weights() -> NDArray[np.float64]:
    """The weights of the install, the last of them beside no value; from a score of 0 a word is rather everyday."""
    weights: NDArray[np.float64] = stored("persona.text", "everyday")["weights"].astype(np.float64)
    return weights

"""What a question asks for: the kinds of statement that its answers may be. Learned from wordings, not listed.

A linear model over the encoder's meaning of the question and its hashed letters, three to five in a row, so that it
also knows questions in languages that the encoder has not learnt; trained by training/asking.py.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np
from threadpoolctl import threadpool_limits

from persona.kinds import of_benefits
from persona.text.encoder import sentence_encoder
from persona.text.judging import KINDS
from persona.text.passages import plain
from persona.weights import stored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LETTERS, DRAWERS = (3, 4, 5), 4096
SURE = 0.8  # chance of one kind from which a question decides: held out, .92 are right, of a language left out .89
SHARED = of_benefits()
"""What answers tell to "what problems does it solve for you, and how do you benefit": each says which of them."""
ASKED = (*KINDS, "benefit")


class Asking:
    """The trained model: `weights` has a row an input and a column of `ASKED`, `temperature` sharpens its chances."""

    def __init__(self, weights: dict[str, Any]) -> None:
        self._weights = weights["weights"].astype(np.float32)
        self._temperature = np.float32(weights["temperature"])

    def chances(self, questions: Sequence[str]) -> Floats:
        """A row a question, in the order of `ASKED`: "none" decides nothing, "benefit" asks for `SHARED`."""
        with threadpool_limits(1, "blas"):  # more threads add in another order
            scores = inputs(questions) @ self._weights * self._temperature
        scores = np.exp(scores - scores.max(1, keepdims=True))
        found: Floats = scores / scores.sum(1, keepdims=True)
        return found


def inputs(questions: Sequence[str]) -> Floats:
    """The inputs of the model, a row a question: meaning, hashed letters, and a constant."""
    meaning = sentence_encoder().encode([plain(question) for question in questions])
    constant = np.full((len(questions), 1), 0.5, np.float32)
    return np.hstack([meaning, _letters(questions), constant]).astype(np.float32)


def _letters(questions: Sequence[str]) -> Floats:
    """Runs of letters, each in a numbered drawer."""
    out = np.zeros((len(questions), DRAWERS), np.float32)
    for place, question in enumerate(questions):
        text = f" {' '.join(question.casefold().split())} "
        runs = {text[at : at + size] for size in LETTERS for at in range(len(text) - size + 1)}
        drawers = sorted({crc32(run.encode()) % DRAWERS for run in runs})
        out[place, drawers] = 1 / np.sqrt(max(1, len(drawers)))
    return out


@lru_cache(maxsize=1)
def asking() -> Asking:
    """The model of the install; read once a process."""
    return Asking(stored("persona.text", "asking"))

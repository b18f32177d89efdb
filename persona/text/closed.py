"""What a closed question asks for: satisfaction, trouble, a reason, a goal, a need, a view, a fact of people, a habit.

Learned from wordings, not listed: the same inputs as for open questions (`persona/text/asking.py`), so that questions
in languages that the encoder has not learnt are known by their letters; trained by training/closed.py.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from threadpoolctl import threadpool_limits

from persona.kinds import KINDS as STATEMENTS
from persona.text.asking import inputs
from persona.weights import stored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_OF_ONE_SIDE = ("satisfaction", "trouble")
ASKED = (*sorted(name for name, kind in STATEMENTS.items() if kind.polarity is None), *_OF_ONE_SIDE)
"""In the order of the model's columns; "satisfaction" and "trouble" leave the kind to how the answer stands."""
SURE = 0.65
"""Chance from which a wording decides; held-out figures stand in the model card."""


@lru_cache(maxsize=2_000)
def asks_for(question: str) -> str:
    """One of `ASKED`; "" where no kind is likely enough."""
    chances = chances_of([question])[0]
    best = int(chances.argmax())
    return ASKED[best] if chances[best] >= SURE else ""


def chances_of(questions: Sequence[str]) -> NDArray[np.float64]:
    """A row a question, in the order of `ASKED`."""
    weights, temperature = _model()
    with threadpool_limits(1, "blas"):  # more threads add in another order
        scores = (inputs(questions) @ weights * temperature).astype(np.float64)
    scores = np.exp(scores - scores.max(1, keepdims=True))
    found: NDArray[np.float64] = (scores / scores.sum(1, keepdims=True)).round(6)
    return found


@lru_cache(maxsize=1)
def _model() -> tuple[NDArray[np.float32], np.float32]:
    """The model of the install; read once a process."""
    found = stored("persona.text", "closed")
    return found["weights"].astype(np.float32), np.float32(found["temperature"])

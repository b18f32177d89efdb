"""What a statement means: a small space in which words lie close that the same answers use, and words for the same."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from persona.writing import lexicon
from persona.writing.units import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

DIMENSIONS = 50
ANSWERS_AT_LEAST = 200
"""Fewer answers do not show which words belong together."""
CLOSE = 0.43
"""From here on two statements that share a third of their words read like one."""
FAILS = "(fails)"
"""The sense of everything that says a thing did not succeed."""
_OPPOSED_BY = ("in", "un", "im", "ir", "dis")
_STEM_AT_LEAST = 5


class Meaning:
    """Learnt from the answers themselves when it is first asked for."""

    def __init__(self, weighted: Any, answer_of: NDArray[np.int64]) -> None:
        self._weighted, self._answer_of = weighted, answer_of

    def between(self, a: int, others: Sequence[int]) -> float:
        """How close a unit lies to the closest of others; 0 where the data is too small to tell."""
        if not len(others) or self._directions is None:
            return 0.0
        points = self._points
        return float((points[list(others)] @ points[a]).max())

    @cached_property
    def _points(self) -> NDArray[np.float64]:
        """Where each unit lies, at length 1."""
        points = np.asarray(self._weighted @ self._directions, dtype=np.float64)
        points /= np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-9)
        return points

    @cached_property
    def _directions(self) -> NDArray[np.float64] | None:
        """The leading right singular vectors of answers by words; the same for the same data."""
        from scipy import sparse
        from scipy.sparse.linalg import aslinearoperator, eigsh

        count = len(self._answer_of)
        answers = int(self._answer_of.max()) + 1 if count else 0
        if answers < ANSWERS_AT_LEAST:
            return None
        together = sparse.csr_matrix((np.ones(count), (self._answer_of, np.arange(count))), shape=(answers, count))
        matrix = together @ self._weighted.astype(np.float64)
        wanted = max(1, min(DIMENSIONS, min(matrix.shape) // 4))
        by_words = aslinearoperator(matrix.T) @ aslinearoperator(matrix)
        _, vectors = eigsh(by_words, wanted, v0=np.ones(matrix.shape[1]), rng=np.random.default_rng(0))
        directions: NDArray[np.float64] = vectors
        return directions


def answers_of(units: Sequence[Unit]) -> NDArray[np.int64]:
    """The number of the answer that each unit stands in."""
    numbers: dict[tuple[int, str, str], int] = {}
    return np.array([numbers.setdefault((u.row, u.column, u.question), len(numbers)) for u in units], dtype=np.int64)


def senses(unit: Unit) -> frozenset[str]:
    """The telling stems of a unit, words for the same made one: "declined" and "failed", "inconsistent" and not."""
    told = frozenset(unit.stems) - lexicon.GENERIC - lexicon.NEGATIONS
    found = {_without_y(lexicon.SENSES.get(stem, _without_prefix(stem))) for stem in told}
    if lexicon.FAILING.search(unit.text):
        found = {sense for sense in found if sense not in lexicon.FAILING_STEMS} | {FAILS}
    return frozenset(found)


def _without_y(stem: str) -> str:
    """ "verifi(ed)" and "verif(ication)" are one."""
    return stem[:-1] if len(stem) > _STEM_AT_LEAST and stem.endswith("i") else stem


def _without_prefix(stem: str) -> str:
    for prefix in _OPPOSED_BY:
        if stem.startswith(prefix) and len(stem) - len(prefix) >= _STEM_AT_LEAST:
            return stem[len(prefix) :]
    return stem

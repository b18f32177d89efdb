"""Columns in model form: what is measured of each person, and who answered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np
import scipy.sparse as sp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]

Kind = Literal["number", "category", "options", "words"]


@dataclass(frozen=True)
class Feature:
    """One column for all people. A missing answer is a row of zeros with `answered` False; it never counts."""

    name: str
    kind: Kind
    block: str  # columns of one block (a battery, all numbers) may depend on one another within a group
    values: Floats | sp.csr_matrix  # number: n × 1; category: one-hot; options: 0/1; words: 0/1
    answered: Bools
    spread: float = 1.0  # of a score before it was standardised
    vectors: Floats | None = None  # words: what a sentence model makes of the texts; only of the sample

    @property
    def varies(self) -> bool:
        """Whether two people who answered can differ."""
        if self.kind == "words":
            return bool(self.answered.any())
        known = self.values[self.answered]
        return len(known) > 1 and float(np.ptp(known, axis=0).max(initial=0.0)) > 1e-6

    @property
    def mean(self) -> Floats:
        """Over the people who answered; zero where nobody did."""
        out: Floats = np.asarray(self.values.sum(0)).ravel() / max(int(self.answered.sum()), 1)
        return out

    def take(self, rows: Ints) -> Feature:
        vectors = None if self.vectors is None else self.vectors[rows]
        return replace(self, values=self.values[rows], answered=self.answered[rows], vectors=vectors)

    def merge(self, person_of: Ints, people: int) -> Feature:
        """Several rows of one person as one: the mean of numbers and categories, all options and words."""
        rows = np.arange(len(person_of))
        counted = self.answered.astype(float)
        gather = sp.csr_matrix((counted, (person_of, rows)), shape=(people, len(rows)))
        answers = np.asarray(gather.sum(1)).ravel()
        summed = gather @ self.values
        if self.kind == "words":
            summed.data[:] = 1.0
        elif self.kind == "options":
            summed = np.minimum(summed, 1.0)
        else:
            summed = summed / np.maximum(answers, 1.0)[:, None]
        return replace(self, values=summed, answered=answers > 0)


def blocks(features: Sequence[Feature]) -> dict[str, list[int]]:
    """Places of the features in each block, in order of first appearance."""
    found: dict[str, list[int]] = {}
    for place, feature in enumerate(features):
        found.setdefault(feature.block, []).append(place)
    return found

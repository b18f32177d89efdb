"""Columns in model form: what is measured of each person, and who answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import scipy.sparse as sp

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
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

    def take(self, rows: NDArray[np.int64]) -> Feature:
        return Feature(self.name, self.kind, self.block, self.values[rows], self.answered[rows])


def blocks(features: list[Feature]) -> dict[str, list[int]]:
    """Places of the features in each block, in order of first appearance."""
    found: dict[str, list[int]] = {}
    for place, feature in enumerate(features):
        found.setdefault(feature.block, []).append(place)
    return found

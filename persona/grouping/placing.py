"""Placing people: labels and membership, also beyond the sample, by one matrix product a batch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from persona.grouping.linalg import one_hot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.grouping.features import Feature
    from persona.grouping.mixture import CrossFitted, Fit

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


class Placed(NamedTuple):
    """People in groups, numbered from 0, and the log of each one's unnormalised membership in each group."""

    labels: Ints
    scores: Floats


class Placement(Protocol):
    """Finds the groups of further people; their features may be more than the groups were formed by."""

    def place(self, features: Sequence[Feature]) -> Placed: ...


@dataclass(frozen=True)
class ByEvidence:
    """All that is kept of a fit: what each column says about each group."""

    model: CrossFitted
    theta: Floats
    shares: Floats

    @classmethod
    def of(cls, model: CrossFitted, fit: Fit) -> ByEvidence:
        totals = model.totals(one_hot(fit.labels, fit.scores.shape[1]))
        return cls(model, model.layout.parameters(totals) * fit.weights[model.layout.owner][:, None], fit.shares)

    def place(self, features: Sequence[Feature]) -> Placed:
        found = {feature.name: feature for feature in features}
        dense, words = self.model.layout.statistics([found[f.name] for f in self.model.features])
        size = self.model.layout.dense_size
        scores: Floats = np.log(self.shares)[None] + dense @ self.theta[:size] + words @ self.theta[size:]
        return Placed(scores.argmax(1), scores)

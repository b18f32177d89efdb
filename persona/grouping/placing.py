"""Placing people: labels and membership, also beyond the sample, by one matrix product a batch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from persona.grouping.features import blocks
from persona.grouping.linalg import one_hot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.grouping.features import Feature
    from persona.grouping.mixture import CrossFitted, Fit
    from persona.grouping.statistics import Layout
    from persona.grouping.whitening import Whitening

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


class Placed(NamedTuple):
    """People in groups, numbered from 0, and the log of each one's unnormalised membership in each group."""

    labels: Ints
    scores: Floats


class Placement(Protocol):
    """Finds the groups of further people, from features in the form of the problem that was solved."""

    def place(self, features: Sequence[Feature]) -> Placed: ...


@dataclass(frozen=True)
class ByEvidence:
    """All that is kept of a fit: what each column says about each group."""

    layout: Layout
    theta: Floats
    shares: Floats
    whitening: Whitening

    @classmethod
    def of(cls, model: CrossFitted, fit: Fit, whitening: Whitening) -> ByEvidence:
        totals = model.totals(one_hot(fit.labels, fit.scores.shape[1]))
        theta = model.layout.parameters(totals) * fit.weights[model.layout.owner][:, None]
        return cls(model.layout, theta, fit.shares, whitening)

    def place(self, features: Sequence[Feature]) -> Placed:
        dense, words = self.layout.statistics(self.whitening.apply(features))
        size = self.layout.dense_size
        scores: Floats = np.log(self.shares)[None] + dense @ self.theta[:size] + words @ self.theta[size:]
        return Placed(scores.argmax(1), scores)

    def evidence(self, features: Sequence[Feature]) -> list[Floats]:
        """What each block of features says about each group."""
        dense, words = self.layout.statistics(self.whitening.apply(features))
        size = self.layout.dense_size
        found = []
        for places in blocks(features).values():
            columns = np.nonzero(np.isin(self.layout.owner, places))[0]
            of_dense, of_words = columns[columns < size], columns[columns >= size]
            part: Floats = dense[:, of_dense] @ self.theta[of_dense]
            found.append(part + words[:, of_words - size] @ self.theta[of_words] if len(of_words) else part)
        return found

"""Placing people beyond the sample: one matrix product a batch, with the parameters the sample gave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from persona.grouping.linalg import one_hot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from persona.grouping.encoding import Encoding
    from persona.grouping.mixture import CrossFitted, Fit

    Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Placement:
    """All that is kept of a fit: how cells become features, and what each of them says about each group."""

    encoding: Encoding
    model: CrossFitted
    theta: Floats
    shares: Floats

    @classmethod
    def of(cls, encoding: Encoding, model: CrossFitted, fit: Fit) -> Placement:
        member = one_hot(fit.labels, fit.scores.shape[1])
        theta = model.layout.parameters(model.totals(member)) * fit.weights[model.layout.owner][:, None]
        return cls(encoding, model, theta, fit.shares)

    def scores(self, cells: Mapping[str, Sequence[str]]) -> Floats:
        """Log of the unnormalised membership of each person in each group."""
        names = [feature.name for feature in self.model.features]
        found = {feature.name: feature for feature in self.encoding.encode(cells)}
        dense, words = self.model.layout.statistics([found[name] for name in names])
        size = self.model.layout.dense_size
        out: Floats = np.log(self.shares)[None] + dense @ self.theta[:size] + words @ self.theta[size:]
        return out

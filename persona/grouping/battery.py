"""One homogeneous battery (brand perceptions, motives, votes): plain k-means on the raw answers does best."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from persona.grouping.kmeans import kmeans
from persona.grouping.mixture import CrossFitted
from persona.grouping.problem import Solution
from persona.grouping.replication import replication
from persona.grouping.shared import shared_bits
from persona.grouping.weights import BASE
from persona.models import CountTried

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from persona.grouping.features import Feature

    Floats = NDArray[np.float64]

STARTS = 50


@dataclass(frozen=True)
class Battery:
    """The items of one battery, each a block of its own; no standardising, no shared space, no refinement."""

    features: list[Feature]
    seed: int

    @cached_property
    def points(self) -> Floats:
        """Raw answers; where somebody skipped an item, the mean of those who answered it."""
        return np.hstack([_filled(feature) for feature in self.features])

    @cached_property
    def model(self) -> CrossFitted:
        return CrossFitted(self.features, self.seed)

    def try_count(self, count: int) -> CountTried:
        solution = self.solve(count, starts=10)
        agreement = replication(self.points, count, seed=self.seed)
        return CountTried(count=count, shared_bits=round(solution.bits, 6), agreement=round(agreement, 6))

    def solve(self, count: int, *, starts: int = STARTS) -> Solution:
        labels = kmeans(self.points, count, starts=starts, seed=self.seed).labels
        fit = self.model.fit(labels, count, np.full(len(self.features), BASE), rounds=1, firm=1 - 1e-6)
        return Solution(replace(fit, labels=labels), labels, shared_bits(self.model, fit))

    def shuffled(self, turn: int) -> Battery:
        rng = np.random.default_rng([self.seed, 9, turn])
        return replace(self, features=[f.take(rng.permutation(len(f.answered))) for f in self.features])

    def among(self, people: NDArray[np.int64]) -> Battery:
        return replace(self, features=[feature.take(people) for feature in self.features])


def _filled(feature: Feature) -> Floats:
    values = np.array(feature.values, float)
    if feature.kind == "category" and values.shape[1] == 2:
        values = values[:, :1]  # yes/no: one column says it
    values[~feature.answered] = values[feature.answered].mean(0)
    return values


def as_battery(features: list[Feature]) -> list[Feature] | None:
    """The items, each as a block of its own, if all features belong to one battery; else None."""
    if len(features) < 3 or len({f.block for f in features}) > 1 or features[0].kind not in ("number", "category"):
        return None
    return [replace(feature, block=feature.name) for feature in features]

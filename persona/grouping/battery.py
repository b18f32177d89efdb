"""One homogeneous battery (brand perceptions, motives, votes): plain k-means on the raw answers does best."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from persona.grouping.kmeans import kmeans, nearest
from persona.grouping.linalg import one_hot
from persona.grouping.mixture import CrossFitted
from persona.grouping.placing import ByEvidence, Placed
from persona.grouping.replication import replication
from persona.grouping.shared import Gain, gain, shared_bits
from persona.grouping.solution import Solution
from persona.grouping.weights import BASE
from persona.models import CountTried

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.grouping.features import Feature

    Floats = NDArray[np.float64]

STARTS, QUICK_STARTS = 50, 10
_LEAST_ITEMS = 3


def as_battery(features: Sequence[Feature]) -> list[Feature] | None:
    """The items, each as a block of its own, where all features belong to one battery; else None."""
    one_block = len({feature.block for feature in features}) == 1
    if len(features) < _LEAST_ITEMS or not one_block or features[0].kind not in ("number", "category"):
        return None
    return [replace(feature, block=feature.name) for feature in features]


@dataclass(frozen=True)
class Battery:
    """The items of one battery: no standardising, no shared space; the mixture only judges, it moves nobody."""

    features: list[Feature]
    seed: int

    @cached_property
    def points(self) -> Floats:
        return _points(self.features, self._usual)

    @cached_property
    def model(self) -> CrossFitted:
        return CrossFitted(self.features, self.seed)

    @cached_property
    def _usual(self) -> list[Floats]:
        return [feature.values[feature.answered].mean(0) for feature in self.features]

    def try_count(self, count: int) -> CountTried:
        solution = self._solve(count, QUICK_STARTS)
        agreement = replication(self.points, count, seed=self.seed)
        return CountTried(count=count, shared_bits=round(solution.bits, 6), agreement=round(agreement, 6))

    def solve(self, count: int) -> Solution:
        return self._solve(count, STARTS).filled(self.points)

    def _solve(self, count: int, starts: int) -> Solution:
        labels = kmeans(self.points, count, starts=starts, seed=self.seed).labels
        judged = self.model.judge(one_hot(labels, count), np.full(len(self.features), BASE))
        return Solution(replace(judged, labels=labels), shared_bits(self.model, judged))

    def gains(self, solution: Solution) -> list[Gain]:
        return [gain(self.model, solution.fit, [place]) for place in range(len(self.features))]

    def placement(self, solution: Solution) -> ByDistance:
        member = one_hot(solution.fit.labels, solution.fit.scores.shape[1])
        centres = (member.T @ self.points) / member.sum(0)[:, None]
        return ByDistance(centres, self._usual, ByEvidence.of(self.model, solution.fit))

    def shuffled(self, turn: int) -> Battery:
        rng = np.random.default_rng([self.seed, 9, turn])
        return replace(self, features=[f.take(rng.permutation(len(f.answered))) for f in self.features])

    def among(self, people: NDArray[np.int64]) -> Battery:
        return replace(self, features=[feature.take(people) for feature in self.features])


@dataclass(frozen=True)
class ByDistance:
    """Further people go to the nearest centre; the evidence only says how well they fit there."""

    centres: Floats
    usual: list[Floats]
    evidence: ByEvidence

    def place(self, features: Sequence[Feature]) -> Placed:
        found = {feature.name: feature for feature in features}
        points = _points([found[f.name] for f in self.evidence.model.features], self.usual)
        return Placed(nearest(points, self.centres[None])[0], self.evidence.place(features).scores)


def _points(features: Sequence[Feature], usual: Sequence[Floats]) -> Floats:
    """Raw answers; where somebody skipped an item, the mean of those who answered it."""
    columns = []
    for feature, mean in zip(features, usual, strict=True):
        values = np.where(feature.answered[:, None], feature.values, mean) * feature.spread
        columns.append(values[:, :1] if feature.kind == "category" and values.shape[1] == 2 else values)
    return np.hstack(columns)

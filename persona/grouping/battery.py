"""One homogeneous battery (brand perceptions, motives, votes): plain k-means on the raw answers does best."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from persona.grouping.kmeans import kmeans, nearest
from persona.grouping.linalg import one_hot, top_eigenvectors
from persona.grouping.mixture import CrossFitted
from persona.grouping.placing import ByEvidence, Placed
from persona.grouping.problem import SegmentationProblem, Solution
from persona.grouping.shared import shared_bits
from persona.grouping.weights import BASE
from persona.grouping.whitening import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.grouping.features import Feature

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

STARTS, MOST_STARTS = (
    50,
    200,
)  # yes/no items have many solutions nearly as good as the best: ten starts gave an ARI of .90 on
# the McDonald's survey (Dolnicar, Grün & Leisch 2018), fifty 1.00
_STARTED = 400_000  # people × starts
_LEAST_ITEMS = 3
_SPARSE = 0.5  # share of cells filled, below which most of a battery is empty


def as_battery(features: Sequence[Feature], seed: int) -> Battery | None:
    """The items, each as a block of its own, where all features belong to one battery; else None."""
    one_block = len({feature.block for feature in features}) == 1
    if len(features) < _LEAST_ITEMS or not one_block or features[0].kind not in ("number", "category"):
        return None
    return Battery([replace(feature, block=feature.name) for feature in features], seed)


@dataclass(frozen=True)
class Battery(SegmentationProblem):
    """The items of one battery: no standardising, no shared space; the mixture only judges, it moves nobody."""

    quick_starts = 30

    @cached_property
    def points(self) -> Floats:
        return self._view.points(self.features)

    @cached_property
    def _view(self) -> _View:
        return _View.of(self.features)

    @cached_property
    def _model(self) -> CrossFitted:
        return CrossFitted(self.features, self.seed)

    def quick(self, count: int) -> Solution:
        return self._judged(count, self.quick_starts)

    def best(self, count: int) -> Solution:
        return self._judged(count, max(STARTS, min(MOST_STARTS, _STARTED // self.people)))

    def _judged(self, count: int, starts: int) -> Solution:
        labels = kmeans(self.points, count, starts=starts, seed=self.seed).labels
        judged = self._model.judge(one_hot(labels, count), np.full(len(self.features), BASE))
        return Solution(self._model, NOTHING, replace(judged, labels=labels), shared_bits(self._model, judged))

    def placement(self, solution: Solution) -> ByDistance:
        member = one_hot(solution.fit.labels, solution.fit.scores.shape[1])
        centres = (member.T @ self.points) / member.sum(0)[:, None]
        return ByDistance(centres, self._view, ByEvidence.of(solution.model, solution.fit, NOTHING))

    def shuffled(self) -> Battery:
        rng = np.random.default_rng([self.seed, 9])
        return replace(self, features=[f.take(rng.permutation(self.people)) for f in self.features])

    def among(self, people: Ints) -> Battery:
        return replace(self, features=[feature.take(people) for feature in self.features])


@dataclass(frozen=True)
class ByDistance:
    """Further people go to the nearest centre; the evidence only says how well they fit there."""

    centres: Floats
    view: _View
    evidence: ByEvidence

    def place(self, features: Sequence[Feature]) -> Placed:
        points = self.view.points(features)
        return Placed(nearest(points, self.centres[None])[0], self.evidence.place(features).scores)


@dataclass(frozen=True)
class _View:
    """Answers as points: raw where people answered, the item's mean where they skipped it.

    Where most cells are empty (votes on many statements), only the two directions in which people differ most are
    looked at, as Polis does (Small et al. 2021): the rest is who happened to see which statement.
    """

    usual: tuple[Floats, ...]
    directions: Floats | None

    @classmethod
    def of(cls, features: Sequence[Feature]) -> _View:
        usual = tuple(feature.mean for feature in features)
        if np.mean([feature.answered.mean() for feature in features]) >= _SPARSE:
            return cls(usual, None)
        points = cls(usual, None).points(features)
        points = points - points.mean(0)
        return cls(usual, top_eigenvectors(points.T @ points, 2)[1])

    def points(self, features: Sequence[Feature]) -> Floats:
        columns = []
        for feature, mean in zip(features, self.usual, strict=True):
            values = np.where(feature.answered[:, None], feature.values, mean) * feature.spread
            columns.append(values[:, :1] if feature.kind == "category" and values.shape[1] == 2 else values)
        points = np.hstack(columns)
        return points if self.directions is None else points @ self.directions

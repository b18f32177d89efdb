"""What every kind of grouping problem can do: be tried with a number of groups, solved, halved and shuffled."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from persona.grouping.placing import ByEvidence, Placed, Placement
from persona.grouping.shared import Gain, gain
from persona.grouping.stability import stability
from persona.models import CountTried

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.grouping.features import Feature
    from persona.grouping.mixture import CrossFitted, Fit
    from persona.grouping.whitening import Whitening

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Solution:
    """Groups, the fit that made or judges them, and the bits that columns share about them."""

    model: CrossFitted
    whitening: Whitening
    fit: Fit
    bits: float

    @property
    def placed(self) -> Placed:
        return Placed(self.fit.labels, self.fit.scores)

    @property
    def smallest(self) -> int:
        """How many people the smallest group has."""
        return int(np.bincount(self.fit.labels, minlength=self.fit.scores.shape[1]).min())

    def filled(self, points: Floats) -> Solution:
        """The same with no group empty: whoever lies farthest from the largest group's middle starts a new one.

        Happens in tiny or nearly equal data only, where somebody asks for more groups than there are.
        """
        labels, count = self.fit.labels.copy(), self.fit.scores.shape[1]
        for empty in sorted(set(range(count)) - set(labels.tolist())):
            largest = np.nonzero(labels == np.bincount(labels).argmax())[0]
            away = ((points[largest] - points[largest].mean(0)) ** 2).sum(1)
            labels[largest[int(away.argmax())]] = empty
        return replace(self, fit=replace(self.fit, labels=labels))


@dataclass(frozen=True)
class SegmentationProblem(ABC):
    """A set of people, and the features they are to be grouped by."""

    features: list[Feature]
    seed: int
    quick_starts: ClassVar[int]

    @property
    @abstractmethod
    def points(self) -> Floats:
        """People as points in which near means alike."""

    @abstractmethod
    def quick(self, count: int) -> Solution:
        """A solution good enough to compare numbers of groups."""

    @abstractmethod
    def best(self, count: int) -> Solution:
        """The solution to keep."""

    @abstractmethod
    def among(self, people: Ints) -> SegmentationProblem:
        """The same problem for some of the people."""

    @abstractmethod
    def shuffled(self) -> SegmentationProblem:
        """A copy in which nothing links one block of answers to another."""

    @property
    def people(self) -> int:
        return len(self.features[0].answered)

    def try_count(self, count: int) -> CountTried:
        """What `count` groups would share, and whether random halves of the people show the same."""
        agreement = stability(self.points, count, starts=self.quick_starts, seed=self.seed)
        return CountTried(count=count, shared_bits=round(self.quick(count).bits, 6), agreement=round(agreement, 6))

    def solve(self, count: int) -> Solution:
        return self.best(count).filled(self.points)

    def gains(self, solution: Solution) -> list[Gain | None]:
        """What each feature shares with the groups made by the others."""
        return [gain(solution.model, solution.fit, [place]) for place in range(len(self.features))]

    def placement(self, solution: Solution) -> Placement:
        """What is needed to place further people."""
        return ByEvidence.of(solution.model, solution.fit, solution.whitening)

    def adapted(self, features: Sequence[Feature]) -> list[Feature]:
        """Features of further people, as they come from the encoding, in the form of `self.features`."""
        by_name = {feature.name: feature for feature in features}
        return [replace(by_name[own.name], block=own.block) for own in self.features]

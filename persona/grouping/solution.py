"""One solution of a grouping problem, and what every such problem can do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

import numpy as np

from persona.grouping.placing import Placed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from persona.grouping.features import Feature
    from persona.grouping.mixture import Fit
    from persona.grouping.placing import Placement
    from persona.grouping.shared import Gain
    from persona.models import CountTried

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Solution:
    """Groups, the fit that made or judges them, and the bits that columns share about them."""

    fit: Fit
    bits: float

    @property
    def placed(self) -> Placed:
        return Placed(self.fit.labels, self.fit.scores)

    def filled(self, points: Floats) -> Solution:
        """The same with no group empty: whoever lies farthest from the largest group's middle starts a new one.

        Happens in tiny or nearly equal data only, where somebody asks for more groups than there are.
        """
        labels, count = self.fit.labels.copy(), self.fit.scores.shape[1]
        for empty in set(range(count)) - set(labels.tolist()):
            largest = np.nonzero(labels == np.bincount(labels).argmax())[0]
            away = ((points[largest] - points[largest].mean(0)) ** 2).sum(1)
            labels[largest[int(away.argmax())]] = empty
        return replace(self, fit=replace(self.fit, labels=labels))


class Groupable(Protocol):
    """A set of people and columns to be grouped."""

    @property
    def features(self) -> list[Feature]: ...
    @property
    def seed(self) -> int: ...
    def try_count(self, count: int) -> CountTried:
        """A quick solution: the bits that columns share, and the agreement of halves."""

    def solve(self, count: int) -> Solution:
        """The best solution with `count` groups."""

    def gains(self, solution: Solution) -> list[Gain]:
        """What each feature tells about the groups made by the others."""

    def placement(self, solution: Solution) -> Placement:
        """What is needed to place further people."""

    def shuffled(self, turn: int) -> Groupable:
        """A copy in which nothing links one block to another."""

    def among(self, people: Ints) -> Groupable:
        """The same problem for some of the people."""

"""One set of people and columns to be grouped: start spaces, k-means, the mixture, and how good a solution is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from persona.grouping.features import blocks
from persona.grouping.kmeans import kmeans
from persona.grouping.mixture import CrossFitted
from persona.grouping.placing import ByEvidence
from persona.grouping.replication import replication
from persona.grouping.shared import Gain, gain, shared_bits
from persona.grouping.solution import Solution
from persona.grouping.space import Spaces
from persona.grouping.weights import evidence_weights
from persona.models import CountTried

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from persona.grouping.features import Feature

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

QUICK_STARTS, QUICK_ROUNDS = 3, 12
STARTS, ROUNDS = 20, 60


@dataclass(frozen=True)
class Problem:
    """Features of the same people, and the centred matrix of each."""

    features: list[Feature]
    matrices: list[Floats]
    seed: int

    @cached_property
    def spaces(self) -> Spaces:
        return Spaces(self.features, self.matrices)

    @cached_property
    def by_column(self) -> Floats:
        return self.spaces.by_column()

    @cached_property
    def model(self) -> CrossFitted:
        return CrossFitted(self.features, self.seed)

    def try_count(self, count: int) -> CountTried:
        """A quick solution with `count` groups: what it shares, and whether half of the people would show it too."""
        start = kmeans(self.by_column, count, starts=QUICK_STARTS, seed=self.seed).labels
        solution = self._refine(start, count, QUICK_ROUNDS)
        agreement = replication(self.by_column, count, seed=self.seed)
        return CountTried(count=count, shared_bits=round(solution.bits, 6), agreement=round(agreement, 6))

    def solve(self, count: int) -> Solution:
        """The solution, from two start spaces, whose groups are shared best between columns."""
        starts = [
            kmeans(space, count, starts=STARTS, seed=self.seed).labels
            for space in (self.by_column, self.spaces.by_block())
        ]
        best = max((self._refine(start, count, ROUNDS) for start in starts), key=lambda s: s.bits)
        return best.filled(self.by_column)

    def gains(self, solution: Solution) -> list[Gain]:
        return [gain(self.model, solution.fit, [place]) for place in range(len(self.features))]

    def placement(self, solution: Solution) -> ByEvidence:
        return ByEvidence.of(self.model, solution.fit)

    def _refine(self, start: Ints, count: int, rounds: int) -> Solution:
        weights = evidence_weights(self.model, start, count)
        fit = self.model.fit(start, count, weights, rounds=rounds)
        return Solution(fit, shared_bits(self.model, fit))

    def only(self, places: list[int]) -> Problem:
        return replace(self, features=[self.features[p] for p in places], matrices=[self.matrices[p] for p in places])

    def among(self, people: Ints) -> Problem:
        return replace(
            self, features=[f.take(people) for f in self.features], matrices=[m[people] for m in self.matrices]
        )

    def shuffled(self, turn: int) -> Problem:
        """Each block's answers dealt out anew: what is inside a block stays, what links blocks is gone."""
        rng = np.random.default_rng([self.seed, 9, turn])
        features, matrices = list(self.features), list(self.matrices)
        for places in blocks(self.features).values():
            order = rng.permutation(len(features[0].answered))
            for place in places:
                features[place], matrices[place] = features[place].take(order), matrices[place][order]
        return replace(self, features=features, matrices=matrices)

"""Questionnaires of several kinds of columns: a shared space, k-means in it, then the mixture over all columns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from persona.grouping.features import blocks
from persona.grouping.kmeans import kmeans
from persona.grouping.mixture import FEW_PEOPLE, FOLDS, MORE_FOLDS, CrossFitted
from persona.grouping.problem import SegmentationProblem, Solution
from persona.grouping.shared import shared_bits
from persona.grouping.space import Spaces
from persona.grouping.weights import evidence_weights
from persona.grouping.whitening import Whitening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

STARTS = 20
# Rounds of the mixture; where groups are faint, many rounds lead away from them.
DEPTHS, QUICK_DEPTHS, SHALLOW = (3, 60), (12,), (0, 1)
SMALLEST = 3  # people in a group, if that can be had


@dataclass(frozen=True)
class Mixed(SegmentationProblem):
    """Features of several blocks, and the centred matrix of each."""

    quick_starts = 3
    matrices: list[Floats]

    @cached_property
    def points(self) -> Floats:
        return self._spaces.by_column()

    @cached_property
    def _by_block(self) -> Floats:
        return self._spaces.by_block()

    @cached_property
    def _spaces(self) -> Spaces:
        return Spaces(self.features, self.matrices)

    def quick(self, count: int) -> Solution:
        found = self._from_both(count, self.quick_starts, QUICK_DEPTHS, FOLDS)
        return max(found, key=lambda solution: solution.bits)

    def best(self, count: int) -> Solution:
        """From two start spaces and two depths, the solution whose groups are shared best between columns.

        Where more groups are asked for than the answers show, the mixture empties some; then the start itself, or one
        round of the mixture, is better.
        """
        enough = max(SMALLEST, self.people // 100)
        folds = MORE_FOLDS if self.people <= FEW_PEOPLE else FOLDS
        found = self._from_both(count, STARTS, DEPTHS, folds)
        if max(solution.smallest for solution in found) < enough:
            found += self._from_both(count, STARTS, SHALLOW, folds)
        return max(found, key=lambda solution: (min(solution.smallest, enough), solution.bits))

    def _from_both(self, count: int, starts: int, depths: Sequence[int], folds: int) -> list[Solution]:
        found = []
        for space in (self.points, self._by_block):
            start = kmeans(space, count, starts=starts, seed=self.seed).labels
            found += self._refine(start, count, depths, folds)
        return found

    def _refine(self, start: Ints, count: int, depths: Sequence[int], folds: int) -> list[Solution]:
        """From a start to groups: whitened by it, weighted by it, then as many rounds of the mixture as given."""
        whitening = Whitening.learn(self.features, start, count)
        model = CrossFitted(whitening.apply(self.features), self.seed, folds=folds)
        weights = evidence_weights(model, start, count)
        fits = [model.fit(start, count, weights, rounds=depth) for depth in depths]
        return [Solution(model, whitening, fit, shared_bits(model, fit)) for fit in fits]

    def only(self, places: Sequence[int]) -> Mixed:
        return replace(self, features=[self.features[p] for p in places], matrices=[self.matrices[p] for p in places])

    def among(self, people: Ints) -> Mixed:
        return replace(
            self, features=[f.take(people) for f in self.features], matrices=[m[people] for m in self.matrices]
        )

    def shuffled(self) -> Mixed:
        """Each block's answers dealt out anew: what is inside a block stays, what links blocks is gone."""
        rng = np.random.default_rng([self.seed, 9])
        features, matrices = list(self.features), list(self.matrices)
        for places in blocks(self.features).values():
            order = rng.permutation(self.people)
            for place in places:
                features[place], matrices[place] = features[place].take(order), matrices[place][order]
        return replace(self, features=features, matrices=matrices)

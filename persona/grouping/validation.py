"""Validation on held-out people: half of the people form groups, which are tried on the other half."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.grouping.linalg import softmax
from persona.grouping.placing import ByEvidence
from persona.grouping.shared import in_common
from persona.grouping.stability import adjusted_rand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.grouping.features import Feature
    from persona.grouping.problem import SegmentationProblem

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

HALVINGS = 3
LEAST_BITS = 0.03
LEAST_AGREEMENT = 0.06
"""Below either, “no reliable groups” is said and one portrait shown. Checked on surveys without groups, all of which
must be refused, and on planted ones in which a trained classifier finds the groups, none of which may be (“Groups:
surveys of a second kind” in docs/benchmarks.md). Higher refuses faint groups, lower lets chance through."""


class HeldOutCheck(NamedTuple):
    """What groups tell about people they were not made from, and how far the groups of two halves agree.

    Without structure the bits are below zero (the groups of one half only mislead about the other half) and the
    agreement is about 0; no threshold has to be learnt from shuffled copies.
    """

    bits: float
    agreement: float

    @property
    def holds(self) -> bool:
        return self.tells and self.agreement >= LEAST_AGREEMENT

    @property
    def tells(self) -> bool:
        """Whether the groups of one half say something about the other half, be they the same or not."""
        return self.bits >= LEAST_BITS


def held_out(problem: SegmentationProblem, count: int) -> HeldOutCheck:
    """Means over random halvings."""
    bits, agreement = [], []
    for turn in range(HALVINGS):
        order = np.random.default_rng([problem.seed, 7, turn]).permutation(problem.people)
        halves = np.sort(order[::2]), np.sort(order[1::2])
        labels = []
        for own, other in (halves, halves[::-1]):
            first, second = problem.among(own), problem.among(other)
            solution = first.quick(count)
            evidence = ByEvidence.of(solution.model, solution.fit, solution.whitening)
            bits.append(_bits(evidence, second.features))
            everybody = np.empty(problem.people, np.int64)
            everybody[own] = solution.fit.labels
            everybody[other] = first.placement(solution).place(second.features).labels
            labels.append(everybody)
        agreement.append(adjusted_rand(labels[0], labels[1]))
    return HeldOutCheck(float(np.mean(bits)), float(np.mean(agreement)))


def _bits(placement: ByEvidence, features: Sequence[Feature]) -> float:
    blocks = placement.evidence(features)
    scores = np.log(placement.shares)[None] + np.sum(blocks, axis=0)
    everybody = np.ones(len(scores), bool)
    return sum(in_common(softmax(scores - own), own, placement.shares, everybody).bits for own in blocks)

"""How much of a solution is shared: bits that columns and the groups formed by all other columns have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.grouping.features import blocks
from persona.grouping.linalg import softmax
from persona.grouping.mixture import CrossFitted
from persona.grouping.weights import BASE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.grouping.features import Feature
    from persona.grouping.mixture import Fit

    Floats = NDArray[np.float64]


class Gain(NamedTuple):
    """Bits a person that a column and the others share about the groups, and how sure that is."""

    bits: float
    z: float


def shared_bits(model: CrossFitted, fit: Fit) -> float:
    """Summed over blocks: a solution that lives in one column shares nothing, whatever its likelihood."""
    return sum(gain(model, fit, places).bits for places in blocks(model.features).values())


def gain(model: CrossFitted, fit: Fit, places: Sequence[int]) -> Gain:
    """What the features at `places` share with the rest, over the people who answered one of them."""
    own = model.evidence(fit, places)
    answered = np.any([model.features[p].answered for p in places], axis=0)
    return in_common(softmax(fit.scores - own), own, fit.shares, answered)


def outside_gain(feature: Feature, fit: Fit, seed: int) -> Gain:
    """The same for a column that took no part in the grouping."""
    alone = CrossFitted([feature], seed)
    own = alone.evidence(alone.judge(fit.membership, np.array([BASE])), [0])
    return in_common(fit.membership, own, fit.shares, feature.answered)


def in_common(others: Floats, own: Floats, shares: Floats, answered: NDArray[np.bool_]) -> Gain:
    """Mean of log₂ Σⱼ P(j | own) · P(j | others) / πⱼ: how much likelier both are together than apart (cross-fitted).

    Symmetric in the two, and below zero where one of them is surer than it should be.
    """
    alone = softmax(np.log(shares)[None] + own)
    bits = np.log2((alone * others / shares[None]).sum(1) + 1e-12)[answered]
    if len(bits) < 2:
        return Gain(0.0, 0.0)
    error = bits.std() / np.sqrt(len(bits)) + 1e-12
    return Gain(float(bits.sum() / len(own)), float(bits.mean() / error))

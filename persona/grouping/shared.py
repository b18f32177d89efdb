"""How much of a solution is shared: bits that columns tell about groups formed by the other columns."""

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
    """Bits a person that a column tells about the groups made by the others, and how sure that is."""

    bits: float
    z: float


def shared_bits(model: CrossFitted, fit: Fit) -> float:
    """Summed over blocks, never less than nothing: a solution that lives in one column scores zero."""
    return sum(max(0.0, gain(model, fit, places).bits) for places in blocks(model.features).values())


def gain(model: CrossFitted, fit: Fit, places: Sequence[int]) -> Gain:
    """The gain of the features at `places` together, over the people who answered one of them."""
    own = model.evidence(fit, places)
    answered = np.any([model.features[p].answered for p in places], axis=0)
    return _told(softmax(fit.scores - own), own, fit.shares, answered)


def outside_gain(feature: Feature, fit: Fit, seed: int) -> Gain:
    """The gain of a column that took no part: age and years come back this way, waves and sites do not."""
    alone = CrossFitted([feature], seed)
    own = alone.evidence(alone.judge(fit.membership, np.array([BASE])), [0])
    return _told(fit.membership, own, fit.shares, feature.answered)


def _told(others: Floats, own: Floats, shares: Floats, answered: NDArray[np.bool_]) -> Gain:
    """What `own` evidence tells about the membership that `others` gave."""
    prior = np.log(shares)[None]
    bits = (others * (np.log(softmax(prior + own) + 1e-12) - prior)).sum(1)[answered] / np.log(2)
    if len(bits) < 2:
        return Gain(0.0, 0.0)
    error = bits.std() / np.sqrt(len(bits)) + 1e-12
    return Gain(float(bits.sum() / len(own)), float(bits.mean() / error))

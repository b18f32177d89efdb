"""What a column that took no part tells about the groups: age and years come back this way, waves and sites do not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from persona.grouping.mixture import CrossFitted
from persona.grouping.shared import Gain, told
from persona.grouping.weights import BASE

if TYPE_CHECKING:
    from persona.grouping.features import Feature
    from persona.grouping.mixture import Fit


def outside_gain(feature: Feature, fit: Fit, seed: int) -> Gain:
    """Bits a person about groups made without this column (cross-fitted)."""
    alone = CrossFitted([replace(feature, block=feature.name)], seed)
    own = alone.evidence(alone.judge(fit.membership, np.array([BASE])), [0])
    return told(fit.membership, own, fit.shares, feature.answered)

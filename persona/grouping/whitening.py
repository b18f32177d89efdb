"""Numbers and ratings of one block freed from what they have in common within the groups.

Items of a battery share factors that have nothing to do with the groups. Left alone, those factors pass for groups.
Dividing by the pooled covariance within the groups, as linear discriminant analysis does (Fisher 1936), takes them out;
the symmetric root (zero-phase whitening, Kessy, Lewin & Strimmer 2018) keeps each new score closest to its own column.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from persona.grouping.features import blocks
from persona.grouping.linalg import one_hot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.grouping.features import Feature

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

_PRIOR_PEOPLE = 20.0  # how many people without any correlation are imagined
_LEAST_VARIANCE = 0.05  # of a direction, before it is divided by


@dataclass(frozen=True)
class Whitening:
    """For each block of scores its columns and the matrix that frees them."""

    blocks: tuple[tuple[tuple[str, ...], Floats], ...]

    @classmethod
    def learn(cls, features: Sequence[Feature], labels: Ints, count: int) -> Whitening:
        """From the groups of a start."""
        found = []
        for places in blocks(features).values():
            scores = [features[p] for p in places if features[p].kind == "number"]
            if len(scores) > 1:
                found.append((tuple(f.name for f in scores), _inverse_root(scores, labels, count)))
        return cls(tuple(found))

    def apply(self, features: Sequence[Feature]) -> list[Feature]:
        """The same features with freed scores; missing answers stay missing."""
        by_name = {feature.name: feature for feature in features}
        for names, matrix in self.blocks:
            freed = np.hstack([by_name[name].values for name in names]) @ matrix
            for place, name in enumerate(names):
                old = by_name[name]
                by_name[name] = replace(old, values=np.where(old.answered, freed[:, place], 0.0)[:, None])
        return [by_name[feature.name] for feature in features]


NOTHING = Whitening(())


def _inverse_root(scores: Sequence[Feature], labels: Ints, count: int) -> Floats:
    values = np.hstack([feature.values for feature in scores])
    answered = np.stack([feature.answered for feature in scores], axis=1).astype(float)
    member = one_hot(labels, count)
    means = (member.T @ values) / np.maximum(member.T @ answered, 1.0)
    within = (values - member @ means) * answered
    covariance = (within.T @ within) / np.maximum(answered.T @ answered, 1.0)
    spread = np.sqrt(np.maximum(np.diag(covariance), 1e-9))
    people = len(values)
    correlation = people * covariance / np.outer(spread, spread) + _PRIOR_PEOPLE * np.eye(len(spread))
    variances, directions = np.linalg.eigh(correlation / (people + _PRIOR_PEOPLE))
    root = (directions / np.sqrt(np.maximum(variances, _LEAST_VARIANCE))) @ directions.T
    out: Floats = root / spread[:, None]
    return out

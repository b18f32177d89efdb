"""How far each column's evidence may be believed: design effects (Kish 1965) within the groups.

The words of one answer repeat each other, and so do the items of one battery; a column counts by what is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from persona.grouping.features import blocks
from persona.grouping.linalg import one_hot
from persona.grouping.statistics import PRIOR_SHARE, PRIOR_WORDS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from persona.grouping.features import Feature
    from persona.grouping.mixture import CrossFitted

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

BASE = 0.7
"""The one free constant: what dependence the design effects do not see. On planted surveys .7 to 1 differ by .01 in
ARI; one weight for every column alike, texts too, costs .14, for texts drown the rest. Higher makes memberships surer
of themselves."""


def evidence_weights(model: CrossFitted, labels: Ints, count: int) -> Floats:
    """A weight for each feature, from the groups of a start."""
    weights = np.full(len(model.features), BASE)
    for place, feature in enumerate(model.features):
        if feature.kind in ("words", "options"):
            weights[place] /= max(1.0, design_effect(feature, labels, count))
    for places in blocks(model.features).values():
        if len(places) > 1 and model.features[places[0]].kind != "number":  # scores are whitened
            weights[places] /= _block_effect(model, places, labels, count)
    return weights


def design_effect(feature: Feature, labels: Ints, count: int) -> float:
    """Variance of an answer's summed log odds over the sum of the variances of its pieces.

    The geometric mean of the effect within the groups and of that over everybody: the first alone would let a text
    whose themes cut across the groups pull the groups towards its themes.
    """
    member = one_hot(labels, count) * feature.answered[:, None]
    size = member.sum(0)
    counts = np.asarray(feature.values.T @ member).T
    odds = _log_odds(feature, counts, size)
    summed = np.asarray(feature.values @ odds.T)
    within = _effect(summed, odds, counts, member, size)
    everybody = feature.answered[:, None].astype(float)
    overall = _effect(summed, odds, counts.sum(0, keepdims=True), everybody, size.sum(keepdims=True))
    return float(np.sqrt(within * overall))


def _effect(summed: Floats, odds: Floats, counts: Floats, member: Floats, size: Floats) -> float:
    """`member`: people × groups; `counts`: groups × pieces."""
    means = (member.T @ summed) / np.maximum(size, 1.0)[:, None]
    together = (((summed - member @ means) * member.sum(1, keepdims=True)) ** 2).sum()
    share = counts / np.maximum(size, 1.0)[:, None]
    apart = ((odds**2) @ (size[:, None] * share * (1 - share)).sum(0)).sum()
    return float(together / max(apart, 1e-9))


def _log_odds(feature: Feature, counts: Floats, size: Floats) -> Floats:
    """Classes × pieces."""
    if feature.kind == "words":
        everybody = counts.sum(0) + 0.01
        everybody = everybody / everybody.sum()
        share = (counts + PRIOR_WORDS * everybody) / (counts.sum(1, keepdims=True) + PRIOR_WORDS)
        odds: Floats = np.log(share / everybody)
        return odds
    everybody = np.clip(counts.sum(0) / max(size.sum(), 1.0), 1e-4, 1 - 1e-4)
    share = np.clip((counts + PRIOR_SHARE * everybody) / (size[:, None] + PRIOR_SHARE), 1e-4, 1 - 1e-4)
    return _logit(share) - _logit(everybody)


def _logit(share: Floats) -> Floats:
    out: Floats = np.log(share / (1 - share))
    return out


def _block_effect(model: CrossFitted, places: list[int], labels: Ints, count: int) -> float:
    """The same for the columns of one block: do their log-likelihoods move together inside a group?"""
    member = one_hot(labels, count)
    fit = model.judge(member, np.ones(len(model.features)))
    size = np.maximum(member.sum(0), 1)[:, None]
    together, apart = np.zeros((model.people, count)), 0.0
    for place in places:
        evidence = model.evidence(fit, [place])
        evidence -= evidence.mean(1, keepdims=True)
        evidence -= member @ ((member.T @ evidence) / size)
        apart += float((evidence**2).sum())
        together += evidence
    return max(1.0, float((together**2).sum()) / max(apart, 1e-9))

"""A latent class model over all columns, each person judged by parameters that others gave (cross-fitting).

Mixture of mixed type: Hunt & Jorgensen 2003; composite likelihood: Varin, Reid & Firth 2011; cross-fitting:
Chernozhukov et al. 2018. Each column's evidence counts by its weight (see `weights`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from persona.grouping.linalg import one_hot, softmax
from persona.grouping.statistics import Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.grouping.features import Feature

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

FOLDS = 5  # nobody is judged by figures that hold their own answers
MORE_FOLDS, FEW_PEOPLE = 20, 4_000  # with few people, each part that does not judge itself is missed
_FIRM = 0.9  # how far a start's labels are believed
_SETTLED = 0.002  # share of changed labels under which the work is done
_LEAST_ROUNDS = 6


@dataclass(frozen=True)
class Fit:
    """One solution: who belongs where, and the parameters that say so."""

    labels: Ints
    scores: Floats  # log of the unnormalised membership, people × classes
    shares: Floats  # of the classes
    weights: Floats  # by feature
    thetas: tuple[Floats, ...]  # for each fold, weighted parameters from the other folds

    @property
    def membership(self) -> Floats:
        return softmax(self.scores)


class CrossFitted:
    """Prepared once for a set of people and columns; fits any number of classes from any start."""

    def __init__(self, features: list[Feature], seed: int, *, folds: int = FOLDS) -> None:
        self.features = features
        self.layout = Layout(features)
        self.people = len(features[0].answered)
        order = np.random.default_rng([seed, 5]).permutation(self.people)
        cuts = np.linspace(0, self.people, min(folds, self.people) + 1).astype(int)
        self._folds = [slice(a, b) for a, b in zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True)]
        self._order, self._back = order, np.argsort(order)
        dense, words = self.layout.statistics(features)
        dense, words = dense[order], words[order]
        self._dense = [dense[fold] for fold in self._folds]
        self._words = [words[fold] for fold in self._folds]
        self._words_turned = [part.T.tocsr() for part in self._words]

    def fit(self, start: Ints, count: int, weights: Floats, *, rounds: int, firm: float = _FIRM) -> Fit:
        """Expectation-maximisation from the labels of a start; without rounds the start is only judged."""
        if rounds == 0:
            return replace(self.judge(one_hot(start, count), weights), labels=start)
        membership = np.full((self.people, count), (1 - firm) / count)
        membership[np.arange(self.people), start[self._order]] += firm
        weight = weights[self.layout.owner][:, None]
        labels = start[self._order]
        for turn in range(rounds):
            shares = (membership.sum(0) + 1) / (self.people + count)
            thetas = self._parameters(membership, weight)
            scores = np.log(shares)[None] + np.concatenate([self._scores(i, t) for i, t in enumerate(thetas)])
            membership = softmax(scores)
            before, labels = labels, membership.argmax(1)
            if turn >= _LEAST_ROUNDS - 1 and (labels != before).mean() < _SETTLED:
                break
        return Fit(labels[self._back], scores[self._back], shares, weights, tuple(thetas))

    def judge(self, membership: Floats, weights: Floats) -> Fit:
        """The fit that a given membership makes, without changing anybody's place."""
        ordered = membership[self._order]
        shares = (membership.sum(0) + 1) / (self.people + membership.shape[1])
        thetas = self._parameters(ordered, weights[self.layout.owner][:, None])
        scores = np.log(shares)[None] + np.concatenate([self._scores(i, t) for i, t in enumerate(thetas)])
        return Fit(scores.argmax(1)[self._back], scores[self._back], shares, weights, tuple(thetas))

    def evidence(self, fit: Fit, places: Sequence[int]) -> Floats:
        """What the features at `places` say together about each class, weighted as in the fit."""
        columns = np.nonzero(np.isin(self.layout.owner, places))[0]
        size = self.layout.dense_size
        dense, words = columns[columns < size], columns[columns >= size] - size
        parts = []
        for i, theta in enumerate(fit.thetas):
            part = self._dense[i][:, dense] @ theta[dense]
            if len(words):
                part += self._words[i][:, words] @ theta[size + words]
            parts.append(part)
        out: Floats = np.concatenate(parts)[self._back]
        return out

    def totals(self, membership: Floats) -> Floats:
        """The statistics summed by class, over everybody: what is kept to place further people."""
        ordered = membership[self._order]
        out: Floats = np.sum([self._fold_totals(i, ordered[fold]) for i, fold in enumerate(self._folds)], axis=0)
        return out

    def _fold_totals(self, fold: int, membership: Floats) -> Floats:
        return np.vstack([self._dense[fold].T @ membership, self._words_turned[fold] @ membership])

    def _parameters(self, membership: Floats, weight: Floats) -> list[Floats]:
        """For each fold, weighted θ from all other folds."""
        parts = [self._fold_totals(i, membership[fold]) for i, fold in enumerate(self._folds)]
        total = np.sum(parts, axis=0)
        return [self.layout.parameters(total - part) * weight for part in parts]

    def _scores(self, fold: int, theta: Floats) -> Floats:
        size = self.layout.dense_size
        out: Floats = self._dense[fold] @ theta[:size] + self._words[fold] @ theta[size:]
        return out

"""Whether answers that hang together form groups, or shade from one end to the other: a test against a continuum.

The parametric bootstrap for testing homogeneity against clustering (Hennig & Lin 2015; with k-means, Liu et al. 2008):
answers are made anew from one population without groups, in which each question is answered as often in each way and
each pair of questions goes together as here (a Gaussian copula; ratings with one peak). Groups are believed where
k-means parts the people clearly better than it parts those (gap statistic, Tibshirani, Walther & Hastie 2001).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import ndtr, ndtri

from persona.grouping.kmeans import kmeans
from persona.grouping.linalg import top_eigenvectors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.grouping.features import Feature

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]

COUNTS = (2, 3, 4)  # groups that are tried
COPIES = 60  # of the population without groups
SURE = 2.5
"""Deviations above the largest values of copies. Higher loses faint groups, lower takes the two ends of one continuum
for two groups (“Groups: small surveys” in docs/benchmarks.md)."""
_FIRST = 15
_STARTS = 5
_STEPS = 11  # different values of a number, up to which it is a scale with one peak
_MOST = 0.98  # correlation
_DEGREES = np.linspace(0.5 / 400, 1 - 0.5 / 400, 400)  # of a normal variable, to integrate over


@dataclass(frozen=True)
class Ordered:
    """A question as steps of one hidden normal variable: `cuts` between the steps, and each step's coordinates."""

    cuts: Floats
    coordinates: Floats  # steps × dimensions; their variance over people is about 1 in sum
    score: Floats  # one number a step, mean 0
    answered: Bools
    steps: Ints  # of each person; 0 where not answered

    @property
    def points(self) -> Floats:
        return self._placed(self.steps)

    def drawn(self, latent: Floats) -> Floats:
        """The points of people with these hidden values; who did not answer here does not answer there."""
        return self._placed(np.searchsorted(self.cuts, latent))

    def _placed(self, steps: Ints) -> Floats:
        out: Floats = self.coordinates[steps] * self.answered[:, None]
        return out

    @property
    def scores(self) -> Floats:
        out: Floats = self.score[self.steps] * self.answered
        return out

    @property
    def kept(self) -> float:
        """Correlation of the hidden variable with its steps: what is lost by rounding."""
        hidden = ndtri(_DEGREES)
        seen = self.score[np.searchsorted(self.cuts, hidden)]
        seen = seen - seen.mean()
        return float((hidden @ seen) / max(np.sqrt((hidden @ hidden) * (seen @ seen)), 1e-9))


def ordered(feature: Feature, leading: Floats) -> Ordered:
    """`leading`: a number for each person by which the options of a choice are put in order (optimal scaling)."""
    values = np.asarray(feature.values)
    if feature.kind == "number":
        return _scale(values[:, 0], feature.answered)
    return _choice(values, feature.answered, leading)


def _scale(values: Floats, answered: Bools) -> Ordered:
    levels, steps = np.unique(np.round(values[answered], 6), return_inverse=True)
    everybody = np.zeros(len(values), np.int64)
    everybody[answered] = steps
    counts = np.bincount(steps, minlength=len(levels))
    if len(levels) <= _STEPS:
        score, cuts = levels, _one_peak(levels, counts)
    else:
        shares = (counts.cumsum() - counts / 2) / counts.sum()
        score, cuts = ndtri(shares), ndtri((counts.cumsum() / counts.sum())[:-1])
    mean = (score * counts).sum() / counts.sum()
    spread = max(float(np.sqrt((counts * (score - mean) ** 2).sum() / counts.sum())), 1e-9)
    score = (score - mean) / spread
    return Ordered(cuts, score[:, None], score, answered, everybody)


def _one_peak(levels: Floats, counts: Ints) -> Floats:
    """Cuts of a normal variable, rounded to the levels and clipped at the ends, as near to the counts as it gets."""
    middles = (levels[1:] + levels[:-1]) / 2
    mean = (levels * counts).sum() / counts.sum()
    spread = max(float(np.sqrt((counts * (levels - mean) ** 2).sum() / counts.sum())), 1e-6)
    centre, width = np.meshgrid(mean + spread * np.linspace(-1.5, 1.5, 41), spread * np.geomspace(0.5, 6, 41))
    cuts = (middles[:, None, None] - centre) / width
    below = np.concatenate([np.zeros((1, 41, 41)), ndtr(cuts), np.ones((1, 41, 41))])
    fit = (counts[:, None, None] * np.log(np.maximum(np.diff(below, axis=0), 1e-12))).sum(0)
    best = np.unravel_index(int(fit.argmax()), fit.shape)
    out: Floats = cuts[:, best[0], best[1]]
    return out


def _choice(values: Floats, answered: Bools, leading: Floats) -> Ordered:
    """Options in the order of the people who took them, each as often as it was taken."""
    taken = values[answered]
    sizes = np.maximum(taken.sum(0), 1e-9)
    order = np.argsort((taken.T @ leading[answered]) / sizes, kind="stable")
    sizes = taken.sum(0)[order]
    shares = sizes / sizes.sum()
    steps = np.zeros(len(values), np.int64)
    steps[answered] = np.argsort(order)[taken.argmax(1)]
    cuts = ndtri(np.clip(shares.cumsum()[:-1], 1e-9, 1 - 1e-9))
    coordinates = (np.eye(len(order)) - shares) / np.sqrt(np.maximum(shares, 0.002)) / np.sqrt(max(len(order) - 1, 1))
    middle = ndtri(np.clip(shares.cumsum() - shares / 2, 1e-9, 1 - 1e-9))
    score = middle - (middle * shares).sum()
    spread = max(float(np.sqrt((shares * score**2).sum())), 1e-9)
    return Ordered(cuts, coordinates, score / spread, answered, steps)


class Continuum:
    """One population without groups, fitted to some questions; copies of the people are drawn from it."""

    def __init__(self, questions: Sequence[Ordered]) -> None:
        self.questions = questions
        scores = np.stack([q.scores for q in questions], axis=1)
        both = np.stack([q.answered for q in questions], axis=1).astype(float)
        joint = (scores.T @ scores) / np.maximum(both.T @ both, 1.0)
        kept = np.array([q.kept for q in questions])
        hidden = np.clip(joint / (kept[:, None] * kept[None, :]), -_MOST, _MOST)
        np.fill_diagonal(hidden, 1.0)
        values, vectors = np.linalg.eigh(hidden)
        root = vectors * np.sqrt(np.maximum(values, 1e-6))
        self._root = root / np.sqrt((root**2).sum(1, keepdims=True))

    def draw(self, rng: np.random.Generator) -> list[Floats]:
        """The points of one copy, by question."""
        people = len(self.questions[0].answered)
        latent = rng.normal(size=(people, len(self.questions))) @ self._root.T
        return [q.drawn(latent[:, i]) for i, q in enumerate(self.questions)]


@dataclass(frozen=True)
class Parted:
    """How clearly each basis parts people, in standard deviations of copies without groups, and which do surely."""

    clearness: Floats
    surely: Bools


def parted(
    questions: Sequence[Ordered], bases: Sequence[Sequence[int]], seed: int, *, forming: Sequence[bool] | None = None
) -> Parted:
    """Every basis against copies of the people without groups.

    A basis must beat the largest value that any basis, with any number of groups, has in any copy, and lie
    `SURE` deviations above these largest values (max-T, Westfall & Young 1993): so trying several finds no more by
    chance. Where the first copies already reach as far, no more are drawn (Besag & Clifford 1991).

    Args:
        bases: places of questions.
        forming: which of them form groups; where none of these does, the first copies are enough to name the others.
    """
    decides = np.ones(len(bases), bool) if forming is None else np.array(forming, bool)
    continuum = Continuum(questions)
    own = _scatter([q.points for q in questions], bases, seed)
    copies: list[Floats] = []
    for turn in range(COPIES):
        copy = continuum.draw(np.random.default_rng([seed, 11, turn]))
        copies.append(_scatter(copy, bases, seed))
        if turn + 1 == _FIRST and not (_compare(own, np.array(copies)).surely & decides).any():
            break
    return _compare(own, np.array(copies))


def _compare(own: Floats, copies: Floats) -> Parted:
    """`own`: bases × numbers of groups; `copies`: the same for each copy."""
    usual, spread = copies.mean(0), copies.std(0) + 1e-9
    clearness = ((usual - own) / spread).max(1)
    largest = ((usual - copies) / spread).max((1, 2))
    return Parted(clearness, clearness > max(largest.max(), largest.mean() + SURE * largest.std()))


def _scatter(look: Sequence[Floats], bases: Sequence[Sequence[int]], seed: int) -> Floats:
    return np.array([_left([look[place] for place in basis], seed) for basis in bases])


def _left(columns: Sequence[Floats], seed: int) -> list[float]:
    """Log of the scatter that k-means leaves inside its groups, over all scatter, for each number of groups.

    Of all answers, and of what most of them have in common (the first principal component): where groups are high or
    low in everything, they show there best.
    """
    points = np.hstack(columns)
    points = points - points.mean(0)
    first = points @ top_eigenvectors(points.T @ points, 1)[1]
    left = []
    for look in (points, first):
        total = max(float((look**2).sum()), 1e-9)
        for count in COUNTS:
            found = kmeans(look, count, starts=_STARTS, seed=seed)
            left.append(float(((look - found.centres[found.labels]) ** 2).sum()) / total)
    out: list[float] = np.log(np.maximum(left, 1e-9)).tolist()
    return out

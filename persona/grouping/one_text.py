"""A single open question: themes of its texts, found by many runs of k-means that agree.

With one column nothing is shared between columns. Instead the vocabulary is split into two halves: real themes show in
both, so the halves stand in for two columns when groups are judged.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import scipy.sparse as sp

from persona.grouping.kmeans import kmeans, kmeans_runs
from persona.grouping.linalg import leading_directions, leading_vectors, one_hot, unit_rows
from persona.grouping.mixture import CrossFitted
from persona.grouping.problem import SegmentationProblem, Solution
from persona.grouping.shared import Gain, shared_bits
from persona.grouping.weights import BASE
from persona.grouping.whitening import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.grouping.features import Feature

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

DIMENSIONS = 100
RESOLUTIONS = (50, 100, 200)  # dimensions in which runs of k-means are made
FINER = (2, 3, 4)  # times as many groups as are wanted: what runs of different fineness agree on is no accident of one
RUNS = 10  # in each resolution and fineness
STARTS = 30
_LONGEST = 2_000  # characters looked at


def as_one_text(features: Sequence[Feature], texts: Sequence[str], seed: int) -> OneText | None:
    """The problem of a single open question; None where there are other columns."""
    if len(features) != 1 or features[0].kind != "words":
        return None
    vectors = features[0].vectors
    known = None if vectors is None else leading_directions(vectors, RESOLUTIONS[-1])
    return OneText(_halves(features[0]), seed, text_directions(texts) if known is None else known)


def text_directions(texts: Sequence[str]) -> Floats:
    """Words, pairs of words and pieces of words (tf-idf), brought down to 200 dimensions, largest first."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    short = [text[:_LONGEST] for text in texts]
    least = 2 if len(texts) < 5_000 else len(texts) // 2_000
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=least, max_df=0.5)
    pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=least + 1, max_df=0.5)
    matrix = sp.hstack([words.fit_transform(short), pieces.fit_transform(short)], format="csr")
    return leading_vectors(matrix, RESOLUTIONS[-1])


@dataclass(frozen=True)
class OneText(SegmentationProblem):
    """`features`: two halves of the words of one question; `directions`: the texts as points, before scaling."""

    quick_starts = 5
    directions: Floats

    @cached_property
    def points(self) -> Floats:
        return unit_rows(self.directions[:, :DIMENSIONS])

    @cached_property
    def _model(self) -> CrossFitted:
        return CrossFitted(self.features, self.seed)

    def quick(self, count: int) -> Solution:
        return self._judged(kmeans(self.points, count, starts=self.quick_starts, seed=self.seed).labels, count)

    def best(self, count: int) -> Solution:
        """Runs with more groups, joined where the runs agree (evidence accumulation, Fred & Jain 2005)."""
        runs = [
            _one_hot(run, times * count)
            for size in RESOLUTIONS
            for times in FINER
            for run in kmeans_runs(unit_rows(self.directions[:, :size]), times * count, starts=RUNS, seed=self.seed)
        ]
        member = sp.hstack(runs, format="csr")
        size = np.asarray(member.sum(0)).ravel()
        agreed = unit_rows(leading_vectors(member @ sp.diags(1 / np.sqrt(np.maximum(size, 1.0))), count))
        return self._judged(kmeans(agreed, count, starts=STARTS, seed=self.seed).labels, count)

    def _judged(self, labels: Ints, count: int) -> Solution:
        """The mixture judges the groups and moves nobody: single words say less than the whole text."""
        judged = self._model.judge(one_hot(labels, count), np.full(len(self.features), BASE))
        return Solution(self._model, NOTHING, replace(judged, labels=labels), shared_bits(self._model, judged))

    def gains(self, solution: Solution) -> list[Gain | None]:  # noqa: ARG002 -- one column has no others to tell about
        return [None]

    def adapted(self, features: Sequence[Feature]) -> list[Feature]:
        name = self.features[0].name
        return _halves(next(feature for feature in features if feature.name == name))

    def among(self, people: Ints) -> OneText:
        return replace(self, features=[f.take(people) for f in self.features], directions=self.directions[people])

    def shuffled(self) -> OneText:
        order = np.random.default_rng([self.seed, 9]).permutation(self.people)
        return replace(self, features=[self.features[0], self.features[1].take(order)])


def _halves(feature: Feature) -> list[Feature]:
    """Every second word in order of frequency."""
    names = (feature.name, f"{feature.name} (other words)")
    return [
        replace(feature, name=name, block=name, values=feature.values[:, start::2]) for start, name in enumerate(names)
    ]


def _one_hot(labels: Ints, count: int) -> sp.csr_matrix:
    rows = np.arange(len(labels))
    return sp.csr_matrix((np.ones(len(labels)), (rows, labels)), shape=(len(labels), count))

"""The shared space: a few dimensions made only from what different columns have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import scipy.sparse as sp

from persona.grouping.features import blocks
from persona.grouping.linalg import largest_singular_value, leading_directions, top_eigenvectors, unit_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from persona.grouping.features import Feature

    Floats = NDArray[np.float64]

DIMENSIONS = 10  # one more than segments, or 20, differ by .02 in ARI on planted surveys; one less costs .05
TEXT_DIMENSIONS = 30


def centred(feature: Feature) -> Floats:
    """A column's matrix with mean zero; missing answers lie at the mean.

    Categories as in multiple correspondence analysis, (x − p) / √p; options standardised; words as latent dimensions.
    """
    if feature.vectors is not None:
        matrix = unit_rows(leading_directions(feature.vectors, TEXT_DIMENSIONS))
    elif feature.kind == "words":
        matrix = latent_words(feature.values, TEXT_DIMENSIONS)
    elif feature.kind == "number":
        matrix = np.asarray(feature.values)
    else:
        matrix = _standardised_levels(feature)
    out: Floats = matrix - matrix[feature.answered].sum(0) / max(int(feature.answered.sum()), 1)
    out[~feature.answered] = 0.0
    return out


def _standardised_levels(feature: Feature) -> Floats:
    share = feature.mean
    usual = (share > 0.002) & (share < 0.998)
    scale = share if feature.kind == "category" else share * (1 - share)
    out: Floats = feature.values[:, usual] / np.sqrt(scale[usual])
    return out


def latent_words(words: sp.csr_matrix, dimensions: int) -> Floats:
    """Latent semantic analysis: tf-idf, unit rows, leading singular vectors, unit rows again."""
    texts, terms = words.shape
    frequency = np.asarray(words.sum(0)).ravel()
    weighted = words.multiply(np.log(texts / np.maximum(frequency, 1.0))[None]).tocsr()
    weighted = _unit_sparse_rows(weighted)
    if terms <= texts:
        _, vectors = top_eigenvectors((weighted.T @ weighted).toarray(), dimensions)
        scores = weighted @ vectors
    else:
        values, vectors = top_eigenvectors((weighted @ weighted.T).toarray(), dimensions)
        scores = vectors * np.sqrt(np.maximum(values, 0.0))
    return unit_rows(scores)


def _unit_sparse_rows(matrix: sp.csr_matrix) -> sp.csr_matrix:
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(1)).ravel())
    return sp.diags(1 / np.where(length > 0, length, 1.0)) @ matrix


class Spaces:
    """Start spaces of one set of columns; the matrices are shared by all of them.

    Inter-battery factor analysis (Tucker 1958): each column's own covariance is left out, so that a column's private
    themes cannot make a dimension. Columns, or whole blocks, are divided by their first singular value (multiple
    factor analysis, Escofier & Pagès 1994).
    """

    def __init__(self, features: list[Feature], matrices: list[Floats]) -> None:
        self._blocks = list(blocks(features).values())
        self._matrix = np.hstack(matrices)
        ends = np.cumsum([m.shape[1] for m in matrices])
        self._slices = [slice(end - m.shape[1], end) for end, m in zip(ends.tolist(), matrices, strict=True)]
        self._gram = self._matrix.T @ self._matrix

    def by_column(self, dimensions: int = DIMENSIONS) -> Floats:
        return self._scores([[place] for place in range(len(self._slices))], dimensions)

    def by_block(self, dimensions: int = DIMENSIONS) -> Floats:
        return self._scores(self._blocks, dimensions)

    def _scores(self, scaled_together: list[list[int]], dimensions: int) -> Floats:
        scale = np.empty(len(self._gram))
        for places in scaled_together:
            inside = np.concatenate([np.arange(self._slices[p].start, self._slices[p].stop) for p in places])
            scale[inside] = 1.0 / largest_singular_value(self._gram[np.ix_(inside, inside)])
        shared = self._gram * scale[:, None] * scale[None, :]
        for own in self._slices:
            shared[own, own] = 0.0
        _, vectors = top_eigenvectors(shared, dimensions)
        out: Floats = self._matrix @ (vectors * scale[:, None]) * np.sqrt(len(self._matrix))
        return out

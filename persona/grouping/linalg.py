"""The few pieces of linear algebra that the rooms of grouping share, made so that the same data give the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.linalg import LinAlgError
from scipy.linalg import eigh

if TYPE_CHECKING:
    import scipy.sparse as sp
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def softmax(scores: Floats) -> Floats:
    """Each row as probabilities."""
    e = np.exp(scores - scores.max(1, keepdims=True))
    out: Floats = e / e.sum(1, keepdims=True)
    return out


def top_eigenvectors(symmetric: Floats, count: int) -> tuple[Floats, Floats]:
    """The largest eigenvalues, falling, and their vectors; each vector's largest entry is positive."""
    size = len(symmetric)
    count = min(count, size)
    try:
        values, vectors = eigh(symmetric, subset_by_index=(size - count, size - 1))
    except LinAlgError:  # LAPACK's quick driver gives up on some matrices with many equal eigenvalues
        values, vectors = np.linalg.eigh(symmetric)
    values, vectors = values[::-1][:count], vectors[:, ::-1][:, :count]
    largest = np.abs(vectors).argmax(0)
    return values, vectors * np.sign(vectors[largest, np.arange(count)])


def largest_singular_value(gram: Floats) -> float:
    """Of a matrix X, from XᵀX."""
    return float(np.sqrt(max(float(np.linalg.eigvalsh(gram)[-1]), 1e-12)))


def leading_vectors(matrix: sp.csr_matrix, dimensions: int) -> Floats:
    """Rows of a sparse matrix in its leading singular directions (randomised, Halko, Martinsson & Tropp 2011)."""
    from sklearn.utils.extmath import randomized_svd

    dimensions = min(dimensions, min(matrix.shape) - 1)
    left, values, _ = randomized_svd(matrix, dimensions, n_iter=5, random_state=0)
    out: Floats = left * values
    return out


def leading_directions(points: Floats, dimensions: int) -> Floats:
    """Points in the directions in which they differ most, largest first."""
    centred = points - points.mean(0)
    _, vectors = top_eigenvectors(centred.T @ centred, dimensions)
    out: Floats = centred @ vectors
    return out


def unit_rows(points: Floats) -> Floats:
    length = np.linalg.norm(points, axis=1, keepdims=True)
    out: Floats = points / np.where(length > 0, length, 1.0)
    return out


def one_hot(labels: NDArray[np.int64], count: int) -> Floats:
    out = np.zeros((len(labels), count))
    out[np.arange(len(labels)), labels] = 1.0
    return out

"""The pieces of linear algebra against numpy and scipy, and as properties."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse as sp
from scipy.special import softmax as theirs

from persona.grouping.linalg import (
    largest_singular_value,
    leading_directions,
    leading_vectors,
    one_hot,
    softmax,
    top_eigenvectors,
    unit_rows,
)

CHANCE = np.random.default_rng(1)
POINTS = CHANCE.normal(size=(40, 6)) * np.array([9, 5, 3, 1, 0.5, 0.1])


@pytest.mark.parametrize("shift", [0.0, 1_000.0, -1_000.0])
def test_softmax_is_scipys_however_large_the_scores(shift: float) -> None:
    assert np.allclose(softmax(POINTS + shift), theirs(POINTS, axis=1))


def test_softmax_of_one_group_is_sure() -> None:
    assert softmax(np.array([[-7.0], [3.0]])).tolist() == [[1.0], [1.0]]


def test_the_largest_eigenvalues_come_first_with_their_vectors() -> None:
    gram = POINTS.T @ POINTS

    values, vectors = top_eigenvectors(gram, 3)

    assert np.allclose(values, np.linalg.svd(POINTS, compute_uv=False)[:3] ** 2)
    assert np.allclose(gram @ vectors, vectors * values)
    assert np.allclose(vectors.T @ vectors, np.eye(3))
    assert (vectors[np.abs(vectors).argmax(0), range(3)] > 0).all()


@pytest.mark.parametrize("count", [4, 9])
def test_no_more_vectors_are_asked_for_than_there_are(count: int) -> None:
    values, vectors = top_eigenvectors(np.eye(4), count)

    assert (values.tolist(), vectors.shape) == ([1.0] * 4, (4, 4))


def test_the_largest_singular_value_is_that_of_the_matrix_and_never_nothing() -> None:
    assert largest_singular_value(POINTS.T @ POINTS) == pytest.approx(np.linalg.norm(POINTS, 2))
    assert largest_singular_value(np.zeros((3, 3))) == pytest.approx(1e-6)


def test_leading_directions_are_principal_components() -> None:
    centred = POINTS - POINTS.mean(0)
    left, values, _ = np.linalg.svd(centred, full_matrices=False)

    found = leading_directions(POINTS, 2)

    assert np.allclose(np.abs(found), np.abs(left[:, :2] * values[:2]))
    assert np.allclose(leading_directions(POINTS + 100.0, 2), found)


def test_leading_vectors_of_a_sparse_matrix_are_those_of_the_dense_one() -> None:
    sparse = sp.csr_matrix(np.where(np.abs(POINTS) > 1, POINTS, 0.0))
    left, values, _ = np.linalg.svd(sparse.toarray(), full_matrices=False)

    assert np.allclose(np.abs(leading_vectors(sparse, 2)), np.abs(left[:, :2] * values[:2]), atol=1e-6)
    assert leading_vectors(sparse, 50).shape == (40, 5)


def test_unit_rows_keep_their_direction_and_rows_of_nothing() -> None:
    found = unit_rows(np.array([[3.0, 4.0], [0.0, 0.0], [0.0, -2.0]]))

    assert found.tolist() == [[0.6, 0.8], [0.0, 0.0], [0.0, -1.0]]


def test_one_hot_says_each_label_once() -> None:
    assert one_hot(np.array([2, 0]), 3).tolist() == [[0, 0, 1], [1, 0, 0]]
    assert one_hot(np.array([], int), 3).shape == (0, 3)

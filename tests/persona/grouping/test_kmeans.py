"""k-means with many starts at once."""

from __future__ import annotations

import numpy as np

from persona.grouping.kmeans import kmeans, kmeans_runs, nearest
from persona.grouping.stability import adjusted_rand, stability

RNG = np.random.default_rng(5)
MIDDLES = np.array([[0, 0], [6, 0], [0, 6], [6, 6]], float)
TRUTH = RNG.choice(4, 400)
POINTS = MIDDLES[TRUTH] + RNG.normal(size=(400, 2))


def test_kmeans_finds_separate_groups() -> None:
    found = kmeans(POINTS, 4, starts=5, seed=0)

    assert adjusted_rand(TRUTH, found.labels) > 0.95
    assert np.allclose(np.sort(found.centres.sum(1)), [0, 6, 6, 12], atol=0.5)


def test_kmeans_with_the_same_seed_gives_the_same_labels() -> None:
    assert np.array_equal(kmeans(POINTS, 7, starts=2, seed=3).labels, kmeans(POINTS, 7, starts=2, seed=3).labels)


def test_kmeans_cost_is_the_least_of_its_runs() -> None:
    best = kmeans(POINTS, 6, starts=8, seed=1)
    costs = []
    for labels in kmeans_runs(POINTS, 6, starts=8, seed=1):
        middles = np.stack([POINTS[labels == g].mean(0) for g in range(6)])
        costs.append(((POINTS - middles[labels]) ** 2).sum())

    assert np.isclose(((POINTS - best.centres[best.labels]) ** 2).sum(), min(costs))


def test_kmeans_of_equal_points_does_not_fail() -> None:
    assert kmeans(np.ones((9, 2)), 3, starts=2, seed=0).labels.shape == (9,)


def test_nearest_gives_a_row_a_start() -> None:
    assert nearest(np.array([[0.0], [9.0]]), np.array([[[1.0], [8.0]], [[8.0], [1.0]]])).tolist() == [[0, 1], [1, 0]]


def test_replication_is_high_for_the_true_number_only() -> None:
    right, wrong = (stability(POINTS, count, starts=3, seed=0) for count in (4, 7))

    assert right > 0.95 > wrong


def test_adjusted_rand_of_known_tables() -> None:
    first = np.array([0, 0, 1, 1, 2, 2])

    assert adjusted_rand(first, np.array([2, 2, 0, 0, 1, 1])) == 1.0
    assert np.isclose(adjusted_rand(first, np.array([0, 0, 0, 1, 1, 1])), 0.242424, atol=1e-5)

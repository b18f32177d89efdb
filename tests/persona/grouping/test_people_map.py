"""Places on the map."""

from __future__ import annotations

import numpy as np

from persona.grouping.people_map import choose_points, positions, pushed_apart

RNG = np.random.default_rng(2)
LABELS = np.arange(400) % 4
SCORES = 6.0 * (np.arange(4)[None] == LABELS[:, None]) + RNG.normal(size=(400, 4))
POINTS = RNG.normal(size=(400, 5))


def test_positions_fill_the_map_and_hold_groups_apart() -> None:
    places = positions(SCORES, POINTS, LABELS, 4)
    middles = np.stack([places[g == LABELS].mean(0) for g in range(4)])
    nearest = ((places[:, None] - middles[None]) ** 2).sum(2).argmin(1)

    assert np.abs(places).max() == 1.0
    assert (nearest == LABELS).mean() > 0.95


def test_somebody_between_two_groups_lies_between_them() -> None:
    scores = SCORES.copy()
    scores[0] = [5, 5, -5, -5]
    points = POINTS.copy()
    points[0] = points[LABELS == 0][1:].mean(0)
    places = positions(scores, points, LABELS, 4)
    first, second = (places[g == LABELS].mean(0) for g in (0, 1))

    assert np.linalg.norm(places[0] - (first + second) / 2) < 0.35 * np.linalg.norm(first - second)


def test_positions_of_one_person_a_group_are_finite() -> None:
    places = positions(np.eye(3) * 4, np.ones((3, 2)), np.arange(3), 3)

    assert np.isfinite(places).all()


def test_pushed_apart_keeps_the_least_distance() -> None:
    places = pushed_apart(np.zeros((6, 2)), 0.5)
    distance = np.linalg.norm(places[:, None] - places[None], axis=2)[np.triu_indices(6, 1)]

    assert distance.min() > 0.49


def test_choose_points_shows_small_groups() -> None:
    labels = np.array([0] * 9_985 + [1] * 12 + [2] * 3)
    shown = choose_points(labels, 3, 0)

    assert len(shown) <= 600
    assert np.bincount(labels[shown]).tolist()[1:] == [8, 3]
    assert np.array_equal(shown, np.sort(shown))

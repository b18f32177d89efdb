"""Places on the map."""

from __future__ import annotations

import numpy as np
import pytest

from persona.grouping.people_map import choose_points, map_points, positions, pushed_apart
from persona.models import MapPoint

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


@pytest.mark.parametrize(
    ("middles", "least"),
    [
        (np.array([[0.0, 0.0], [0.0, 0.0]]), 0.9),
        (np.array([[-1.0, 0.0], [1.0, 0.0], [1.0, 0.01]]), 0.6),
        (np.array([[3.0, 4.0], [-3.0, 4.0], [0.0, -5.0]]), 0.5),
        (np.zeros((9, 2)), 0.4),
    ],
    ids=["two in one place", "two that are alike", "far apart", "nine in one place"],
)
def test_no_two_middles_are_nearer_than_the_least(middles: np.ndarray, least: float) -> None:
    places = pushed_apart(middles, least)
    distance = np.linalg.norm(places[:, None] - places[None], axis=2)[np.triu_indices(len(places), 1)]

    assert distance.min() > 0.98 * least


def test_middles_that_are_far_apart_keep_their_picture() -> None:
    middles = np.array([[3.0, 4.0], [-3.0, 4.0], [0.0, -5.0]])

    assert np.allclose(pushed_apart(middles, 0.5), middles / 5, atol=2e-3)


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ((5, 3), (5, 3)), ((300, 300), (300, 300)), ((1_200, 600), (389, 194)), ((9_990, 10), (583, 8)),
        ((9_998, 2), (583, 2)),
    ],
    ids=["few", "as many as fit", "in their proportions", "a small group", "a group of two"],
)  # fmt: skip
def test_how_many_of_each_group_are_shown(sizes: tuple[int, ...], shown: tuple[int, ...]) -> None:
    labels = np.repeat(np.arange(len(sizes)), sizes)
    chosen = choose_points(labels, len(sizes), 0)

    assert np.bincount(labels[chosen]).tolist() == list(shown)
    assert len(set(chosen.tolist())) == len(chosen)
    assert (choose_points(labels, len(sizes), 0) == chosen).all()


def test_points_carry_the_row_and_the_segment_of_their_person() -> None:
    places = np.array([[0.123456, -1.0], [1.0, 0.00004]])

    assert map_points(places, np.array([2, 0]), np.array([7, 9])) == (
        MapPoint(row=7, segment=3, x=0.1235, y=-1.0),
        MapPoint(row=9, segment=1, x=1.0, y=0.0),
    )

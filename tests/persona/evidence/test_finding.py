"""Passages are grouped where they are alike on average, and a group's middle is that of those who are near it."""

from __future__ import annotations

import numpy as np
import pytest

from persona.evidence.finding import centres, groups

EAST, NEAR_EAST, NORTH, NEAR_NORTH, UP = (1, 0, 0), (0.8, 0.6, 0), (0, 0, 1), (0, 0.6, 0.8), (0, -1, 0)
NOTHING = (0, 0, 0)


def rows(*some: tuple[float, float, float]) -> np.ndarray:
    return np.array(some, np.float32).reshape(-1, 3)


@pytest.mark.parametrize(
    ("some", "likeness", "expected"),
    [
        pytest.param((EAST, NORTH, NEAR_EAST, NEAR_NORTH), 0.7, [[0, 2], [1, 3]], id="pairs, wherever they stand"),
        pytest.param((EAST, NORTH, NEAR_EAST, NEAR_NORTH), 0.9, [[0], [1], [2], [3]], id="nobody is near enough"),
        pytest.param((EAST, NORTH, NEAR_EAST, NEAR_NORTH), -1, [[0, 1, 2, 3]], id="everybody is near enough"),
        pytest.param((EAST, EAST), 0.99, [[0, 1]], id="the same twice"),
        pytest.param((EAST, NOTHING, EAST), 0.5, [[0, 2], [1]], id="what says nothing is like nobody"),
    ],
)
def test_groups_are_those_that_are_alike_on_average(
    some: tuple[tuple[float, float, float], ...], likeness: float, expected: list[list[int]]
) -> None:
    found = groups(rows(*some), likeness=likeness)

    assert sorted(sorted(group.tolist()) for group in found) == expected


def test_a_chain_of_neighbours_is_no_group() -> None:
    """Each is like the next, the first and the last are not: they are not joined by what stands between them."""
    turned = [(float(np.cos(angle)), float(np.sin(angle)), 0.0) for angle in np.linspace(0, np.pi / 2, 4)]

    found = groups(rows(*turned), likeness=0.8)

    assert sorted(sorted(group.tolist()) for group in found) == [[0, 1], [2, 3]]


@pytest.mark.parametrize(
    ("some", "least", "expected"),
    [
        pytest.param((), 1, [], id="no passage"),
        pytest.param((EAST,), 1, [], id="one passage is no group"),
        pytest.param((EAST, EAST), 3, [], id="fewer passages than a group takes"),
        pytest.param((NOTHING, NOTHING, EAST), 2, [], id="passages that say nothing are not counted"),
        pytest.param((EAST, NORTH, UP), 2, [], id="nobody like another"),
        pytest.param((EAST, EAST, NORTH), 2, [EAST], id="a single one beside a group"),
        pytest.param((EAST, EAST, NORTH, NORTH, NORTH), 2, [NORTH, EAST], id="the largest group first"),
        pytest.param((EAST, EAST, NORTH, NORTH, NORTH), 3, [NORTH], id="only groups of the least size"),
        pytest.param((EAST, NORTH, EAST, NORTH), 2, [EAST, NORTH], id="of the same size the first one first"),
        pytest.param((NOTHING, NORTH, NORTH), 2, [NORTH], id="beside what says nothing"),
    ],
)
def test_middles_of_groups(
    some: tuple[tuple[float, float, float], ...], least: int, expected: list[tuple[float, float, float]]
) -> None:
    found = centres(rows(*some), likeness=0.5, least=least)

    assert found.shape == (len(expected), 3)
    assert found == pytest.approx(rows(*expected), abs=1e-6)


def test_a_middle_has_length_one_and_lies_between_its_passages() -> None:
    (middle,) = centres(rows(EAST, NEAR_EAST, NORTH), likeness=0.7, least=2)

    assert np.linalg.norm(middle) == pytest.approx(1)
    assert middle @ np.array(EAST) == pytest.approx(middle @ np.array(NEAR_EAST))
    assert middle @ np.array(NORTH) == pytest.approx(0)

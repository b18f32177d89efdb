"""From labels to what people see: numbers by size, people between two groups, each column told about."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.grouping.people_map import MOST_POINTS, choose_points, map_points
from persona.grouping.summary import between, largest_first, sizes
from tests.answers import segmentation_of

LABELS = st.lists(st.integers(0, 5), min_size=1, max_size=60).map(np.array)


@settings(max_examples=40, deadline=None)
@given(LABELS)
def test_groups_are_numbered_by_size_and_ties_by_the_first_person(labels: np.ndarray) -> None:
    order = largest_first(labels, 6)

    counted = [int(np.sum(labels == group)) for group in order]
    assert sorted(order.tolist()) == list(range(6))
    assert counted == sorted(counted, reverse=True)
    first = {group: int(np.argmax(labels == group)) for group in np.unique(labels)}
    for one, other in pairwise(order):
        if one in first and other in first and np.sum(labels == one) == np.sum(labels == other):
            assert first[one] < first[other]
    assert sizes(np.argsort(order)[labels], 6) == counted


@pytest.mark.parametrize(
    ("fit", "second_fit", "people"),
    [
        ([0.9, 0.8], [0.1, 0.2], 0),
        ([0.5, 0.8], [0.5, 0.1], 1),
        ([0.59, 0.61], [0.41, 0.39], 1),
        ([0.3, 0.3], [0.25, 0.1], 1),
        ([0.2, 0.9], [0.4, 0.05], 0),
    ],
)
def test_who_could_be_in_either_of_two_is_counted(fit: list[float], second_fit: list[float], people: int) -> None:
    groups = segmentation_of([1, 2])
    unsure = type(groups)(
        groups.summary,
        groups.assignments,
        np.array(fit, np.float32),
        np.array([2, 1], np.int16),
        np.array(second_fit, np.float32),
    )

    assert between(unsure) == people


def test_people_of_several_rows_are_counted_once() -> None:
    groups = segmentation_of([1, 1, 1, 2], people=[0, 0, 0, 1])
    half = np.full(4, 0.5, np.float32)
    unsure = type(groups)(groups.summary, groups.assignments, half, groups.second, half, groups.person_of)

    assert between(unsure) == 2


@pytest.mark.parametrize("people", [1, MOST_POINTS, MOST_POINTS + 1, 20_000])
def test_the_map_shows_every_group_and_not_too_many(people: int) -> None:
    labels = np.where(np.arange(people) < 3, 1, 0)

    chosen = choose_points(labels, 2, seed=0)

    assert len(chosen) <= MOST_POINTS
    assert chosen.tolist() == sorted(set(chosen.tolist()))
    assert set(labels[chosen].tolist()) == set(labels.tolist())
    assert (chosen == choose_points(labels, 2, seed=0)).all()


def test_points_say_row_group_and_place() -> None:
    (point,) = map_points(np.array([[0.123456, -1.0]]), np.array([1]), np.array([42]))

    assert point.model_dump() == {"row": 42, "segment": 2, "x": 0.1235, "y": -1.0}

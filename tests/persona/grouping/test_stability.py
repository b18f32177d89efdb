"""Agreement of groupings against sklearn, and what halves of people agree on."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import adjusted_rand_score

from persona.grouping.stability import adjusted_rand, stability

GROUPINGS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3)), min_size=2, max_size=60).map(
    lambda pairs: tuple(map(np.array, zip(*pairs, strict=True)))
)


@settings(max_examples=60, deadline=None)
@given(GROUPINGS)
def test_agreement_is_sklearns_whichever_comes_first(groupings: tuple[np.ndarray, np.ndarray]) -> None:
    first, second = groupings

    assert adjusted_rand(first, second) == pytest.approx(adjusted_rand_score(first, second))
    assert adjusted_rand(second, first) == pytest.approx(adjusted_rand(first, second))


@settings(max_examples=40, deadline=None)
@given(GROUPINGS, st.permutations(range(5)), st.randoms(use_true_random=False))
def test_numbers_of_groups_and_order_of_people_do_not_matter(
    groupings: tuple[np.ndarray, np.ndarray], renamed: list[int], chance: object
) -> None:
    first, second = groupings
    order = list(range(len(first)))
    chance.shuffle(order)  # type: ignore[attr-defined]

    found = adjusted_rand(np.array(renamed)[first][order], second[order])

    assert found == pytest.approx(adjusted_rand(first, second))
    assert adjusted_rand(first, np.array(renamed)[first]) == pytest.approx(1.0)


@pytest.mark.parametrize("people", [1, 2, 9])
def test_everybody_in_one_group_twice_is_the_same_group(people: int) -> None:
    assert adjusted_rand(np.zeros(people, int), np.zeros(people, int)) == 1.0


def test_chance_agrees_about_nothing() -> None:
    chance = np.random.default_rng(2)
    found = [adjusted_rand(chance.integers(0, 4, 500), chance.integers(0, 4, 500)) for _ in range(20)]

    assert abs(np.mean(found)) < 0.01


def test_points_on_another_scale_are_as_stable_and_noise_is_not() -> None:
    chance = np.random.default_rng(3)
    points = np.repeat([[0.0, 0.0], [8.0, 0.0], [0.0, 8.0]], 40, axis=0) + chance.normal(size=(120, 2))

    found = stability(points, 3, starts=3, seed=0)

    assert found > 0.95
    assert stability(points * 1_000, 3, starts=3, seed=0) == pytest.approx(found)
    assert stability(chance.normal(size=(120, 8)), 3, starts=3, seed=0) < 0.5

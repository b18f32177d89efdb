"""Nobody asked for a number of groups: none of them is a handful of people."""

from __future__ import annotations

import numpy as np
import pytest

from persona.grouping.features import Feature
from persona.grouping.linalg import one_hot
from persona.grouping.search import solve
from persona.grouping.sizes import least_people


@pytest.mark.parametrize(
    ("people", "least"), [(50, 10), (200, 10), (399, 20), (400, 20), (401, 21), (2_000, 100), (20_000, 1_000)]
)
def test_a_twentieth_and_ten_people_or_twenty(people: int, least: int) -> None:
    assert least_people(people) == least


def _features(sizes: tuple[int, ...]) -> list[Feature]:
    """Eight questions that groups of these sizes answer each in their own way, but for one person in ten."""
    chance = np.random.default_rng(3)
    groups = np.repeat(np.arange(len(sizes)), sizes)
    kinds = len(sizes)
    named = [np.where(chance.random(len(groups)) < 0.9, groups, chance.choice(kinds, len(groups))) for _ in range(8)]
    everybody = np.ones(len(groups), bool)
    return [Feature(f"q{n}", "category", f"q{n}", one_hot(kind, kinds), everybody) for n, kind in enumerate(named)]


def test_a_small_group_is_told_and_not_shown_unless_it_was_asked_for() -> None:
    features = _features((150, 140, 8))

    chosen = solve(features, (), None, 0, lambda _: None)
    asked = solve(features, (), 3, 0, lambda _: None)

    assert chosen.solution is not None
    assert asked.solution is not None
    assert (chosen.number.count, chosen.solution.smallest >= 15) == (2, True)
    assert (asked.number.count, asked.solution.smallest < 15) == (3, True)

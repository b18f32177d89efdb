"""Problems of several kinds of columns: halved, shuffled, solved with any number of groups, and judged on strangers."""

from __future__ import annotations

import numpy as np
import pytest

from persona.grouping.features import Feature
from persona.grouping.linalg import one_hot
from persona.grouping.mixed import Mixed
from persona.grouping.mixture import CrossFitted, Fit
from persona.grouping.problem import Solution
from persona.grouping.stability import adjusted_rand
from persona.grouping.validation import LEAST_AGREEMENT, LEAST_BITS, HeldOutCheck, held_out
from persona.grouping.whitening import NOTHING
from tests.persona.grouping.features import EVERYBODY, GROUPS, LABELS, PEOPLE, apart, category, numbers, options


def centred(feature: Feature) -> np.ndarray:
    values = np.asarray(feature.values, float)
    made: np.ndarray = values - values.mean(0)
    return made


def problem(*features: Feature, seed: int = 0) -> Mixed:
    return Mixed(list(features), seed, [centred(feature) for feature in features])


GROUPED = apart(lambda: problem(numbers("a", apart=2, block="a"), category("b", told=0.8), options("c", apart=0.5)))
CHANCE = apart(lambda: problem(numbers("a", apart=0, block="a"), category("b", told=0), options("c", apart=0)))


@pytest.fixture(scope="module")
def solution() -> Solution:
    return GROUPED.quick(GROUPS)


def test_the_groups_that_were_made_are_found(solution: Solution) -> None:
    assert adjusted_rand(LABELS, solution.fit.labels) > 0.7
    assert solution.bits > 0.5
    assert solution.smallest == np.bincount(solution.fit.labels).min()
    assert (solution.placed.labels == solution.fit.labels).all()


def test_each_column_tells_of_the_groups_of_the_others(solution: Solution) -> None:
    gains = GROUPED.gains(solution)

    assert len(gains) == 3
    assert all(gain.bits > 0.05 and gain.z > 3 for gain in gains)


def test_the_same_seed_gives_the_same_groups_and_further_people_are_placed_as_those(solution: Solution) -> None:
    again = GROUPED.quick(GROUPS)
    placed = GROUPED.placement(solution).place(GROUPED.features)

    assert (again.fit.labels == solution.fit.labels).all()
    assert (placed.labels == solution.fit.labels).mean() > 0.9


def test_some_of_the_people_are_a_problem_of_their_own() -> None:
    people = np.arange(0, PEOPLE, 3)
    part = GROUPED.among(people)

    assert (part.people, part.seed) == (len(people), 0)
    for own, whole in zip(part.features, GROUPED.features, strict=True):
        assert (np.asarray(own.values) == np.asarray(whole.values)[people]).all()
    for own, whole in zip(part.matrices, GROUPED.matrices, strict=True):
        assert (own == whole[people]).all()


def test_some_of_the_columns_are_a_problem_of_their_own() -> None:
    assert [feature.name for feature in GROUPED.only([2, 0]).features] == ["c", "a"]
    assert (GROUPED.only([2, 0]).matrices[0] == GROUPED.matrices[2]).all()


def test_shuffled_answers_stay_together_within_a_block_and_not_between_blocks() -> None:
    pair = problem(*(Feature(name, "number", "pair", EVERYBODY_AT, EVERYBODY) for name in "ab"), GROUPED.features[1])
    mixed = pair.shuffled()
    first, second, other = (np.asarray(feature.values) for feature in mixed.features)

    assert (first == second).all()
    assert sorted(first[:, 0]) == list(range(PEOPLE))
    assert (first[:, 0] != np.arange(PEOPLE)).any()
    assert (mixed.matrices[0][:, 0] + EVERYBODY_AT.mean() == first[:, 0]).all()
    order = first[:, 0].astype(int)
    assert (other != np.asarray(pair.features[2].values)[order]).any()


EVERYBODY_AT = np.arange(PEOPLE, dtype=float)[:, None]


def test_features_of_further_people_come_in_the_order_and_the_blocks_of_the_problem() -> None:
    strangers = [Feature(f.name, f.kind, "elsewhere", f.values, f.answered) for f in reversed(GROUPED.features)]

    assert [(f.name, f.block) for f in GROUPED.adapted(strangers)] == [(f.name, f.block) for f in GROUPED.features]


def test_a_number_of_groups_is_tried(solution: Solution) -> None:
    tried = GROUPED.try_count(GROUPS)

    assert (tried.count, tried.shared_bits) == (GROUPS, round(solution.bits, 6))
    assert tried.agreement > 0.5


def solved(labels: list[int], count: int) -> Solution:
    """Groups as they are given, of people who say nothing."""
    people = len(labels)
    features = [Feature("q", "number", "q", np.zeros((people, 1)), np.ones(people, bool))]
    fit = Fit(np.array(labels), np.zeros((people, count)), np.full(count, 1 / count), np.ones(1), ())
    return Solution(CrossFitted(features, 0), NOTHING, fit, 0.0)


@pytest.mark.parametrize(
    ("labels", "count", "filled"),
    [
        ([0, 0, 0, 1, 1], 2, [0, 0, 0, 1, 1]),
        ([0, 0, 0, 1, 1], 3, [2, 0, 0, 1, 1]),
        ([0, 0, 0, 0, 0], 3, [1, 0, 0, 0, 2]),
        ([2, 2, 2, 2, 0], 3, [1, 2, 2, 2, 0]),
    ],
    ids=["none is empty", "the farthest of the largest", "two are empty", "an empty one between others"],
)
def test_no_group_stays_empty(labels: list[int], count: int, filled: list[int]) -> None:
    points = np.array([[-5.0], [1.0], [2.0], [3.0], [9.0]])
    made = solved(labels, count).filled(points)

    assert made.fit.labels.tolist() == filled
    assert made.smallest == min(np.bincount(filled, minlength=count))


def test_more_groups_than_answers_show_still_have_people() -> None:
    few = apart(lambda: problem(Feature("q", "category", "q", one_hot(np.arange(12) % 2, 2), np.ones(12, bool))))

    assert few.solve(5).smallest >= 1


def test_groups_tell_about_strangers_where_there_are_groups_and_mislead_where_there_are_none() -> None:
    real, none = (held_out(whole.among(np.arange(240)), GROUPS) for whole in (GROUPED, CHANCE))

    assert real.holds
    assert real.bits > 0.2
    assert real.agreement > 0.5
    assert not none.holds
    assert none.bits < LEAST_BITS


@pytest.mark.parametrize(
    ("bits", "agreement", "tells", "holds"),
    [
        (LEAST_BITS, LEAST_AGREEMENT, True, True),
        (LEAST_BITS, LEAST_AGREEMENT - 0.001, True, False),
        (LEAST_BITS - 0.001, 0.9, False, False),
        (-0.2, 0.0, False, False),
    ],
)
def test_both_are_needed(bits: float, agreement: float, tells: bool, holds: bool) -> None:
    check = HeldOutCheck(bits, agreement)

    assert (check.tells, check.holds) == (tells, holds)

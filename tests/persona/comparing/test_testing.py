"""Tests of one difference, and the correction for many."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.comparing.testing import Difference, agreed, corrected, of_means, of_shares, sure_of


def test_shares_are_tested_with_a_pooled_error() -> None:
    found = of_shares((31, 100), (45, 100))

    assert found.by == pytest.approx(0.14)
    assert found.chance == pytest.approx(0.0415, abs=1e-3)
    assert (found.low, found.high) == pytest.approx((0.008, 0.272), abs=2e-3)


def test_few_people_are_tested_exactly() -> None:
    assert of_shares((0, 10), (4, 10)).chance == pytest.approx(0.0867, abs=1e-4)


@pytest.mark.parametrize("counts", [((0, 0), (3, 9)), ((3, 9), (0, 0))])
def test_without_a_base_nothing_differs(counts: tuple[tuple[int, int], tuple[int, int]]) -> None:
    assert of_shares(*counts) == Difference(0.0, 1.0, 0.0, 0.0)


def test_means_are_tested_with_the_spread_of_each() -> None:
    found = of_means(np.array([1.0, 2, 3, 4, 5] * 10), np.array([2.0, 3, 4, 5, 5] * 10))

    assert found.by == pytest.approx(0.8)
    assert found.chance == pytest.approx(0.0025, abs=5e-4)


def test_two_measures_are_as_sure_as_the_less_sure_one() -> None:
    one, two = Difference(0.2, 0.001, 0.1, 0.3), Difference(0.1, 0.04, 0.01, 0.19)

    assert agreed([one, two]) == Difference(0.2, 0.04, 0.01, 0.3)
    assert agreed([one, two._replace(by=-0.1)]).chance == 1.0


def test_many_differences_are_corrected_by_holm() -> None:
    assert corrected([0.04, 0.01, 0.5]) == [0.08, 0.03, 0.5]
    assert corrected([0.01, 0.5], families=3) == [0.06, 1.0]
    assert corrected([]) == []


@pytest.mark.parametrize(("chance", "sure"), [(0.0009, "clear"), (0.001, "likely"), (0.01, "none")])
def test_chances_are_told_in_three_words(chance: float, sure: str) -> None:
    assert sure_of(chance) == sure


# -- at the border -------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("before", "after"),
    [((0, 10), (0, 10)), ((10, 10), (10, 10)), ((5, 10), (50, 100)), ((1, 1), (1, 1)), ((500, 1_000), (5, 10))],
)
def test_equal_shares_differ_by_nothing(before: tuple[int, int], after: tuple[int, int]) -> None:
    found = of_shares(before, after)

    assert (found.by, found.chance) == (0.0, pytest.approx(1.0))
    assert found.low < 0 < found.high


SHARE = st.integers(0, 60).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base)))


@settings(max_examples=60)
@given(SHARE, SHARE)
def test_a_difference_backwards_is_the_same_the_other_way(one: tuple[int, int], two: tuple[int, int]) -> None:
    there, back = of_shares(one, two), of_shares(two, one)

    assert (back.by, back.low, back.high) == pytest.approx((-there.by, -there.high, -there.low))
    assert back.chance == pytest.approx(there.chance)
    assert 0 <= there.chance <= 1 + 1e-9


@settings(max_examples=60)
@given(SHARE, SHARE)
def test_those_who_did_not_say_so_differ_as_much(one: tuple[int, int], two: tuple[int, int]) -> None:
    rest = [(base - people, base) for people, base in (one, two)]

    assert of_shares(rest[0], rest[1]).chance == pytest.approx(of_shares(one, two).chance)


def test_many_people_are_tested_like_two_proportions() -> None:
    from scipy.stats import chi2_contingency

    for one, two in (((310, 1_000), (350, 1_000)), ((60, 100), (500, 900))):
        expected = chi2_contingency([[n, base - n] for n, base in (one, two)], correction=False).pvalue
        assert of_shares(one, two).chance == pytest.approx(expected)


@pytest.mark.parametrize(("before", "after"), [([], [1.0, 2.0]), ([1.0, 2.0], [3.0]), ([], []), ([2.0] * 5, [2.0] * 7)])
def test_means_of_too_few_or_of_the_same_differ_by_nothing(before: list[float], after: list[float]) -> None:
    assert of_means(np.array(before), np.array(after)) == Difference(0.0, 1.0, 0.0, 0.0)


def test_two_waves_that_each_say_one_thing_differ_all_the_same() -> None:
    """Everybody said 2, everybody says 5: there is no spread, and no chance either."""
    found = of_means(np.full(20, 2.0), np.full(20, 5.0))

    assert (found.by, found.low, found.high) == (3.0, 3.0, 3.0)
    assert sure_of(found.chance) == "clear"
    assert sure_of(of_means(np.full(2, 2.0), np.full(2, 5.0)).chance) == "none"


def test_means_are_tested_like_welch() -> None:
    from scipy.stats import ttest_ind

    rng = np.random.default_rng(5)
    before, after = rng.normal(3, 1, 2_000), rng.normal(3.1, 2, 3_000)

    found = of_means(before, after)
    assert found.chance == pytest.approx(ttest_ind(after, before, equal_var=False).pvalue, rel=0.02)
    assert found.by == pytest.approx(after.mean() - before.mean())


CHANCES = st.lists(st.floats(0, 1), max_size=8)


@given(CHANCES, st.integers(1, 3))
def test_a_correction_makes_nothing_surer_and_keeps_the_order(chances: list[float], families: int) -> None:
    found = corrected(chances, families=families)
    order = sorted(range(len(chances)), key=lambda at: chances[at])

    assert all(each <= now <= 1 for each, now in zip(chances, found, strict=True))
    assert [found[at] for at in order] == sorted(found)


@given(CHANCES, st.randoms())
def test_the_order_of_what_is_corrected_says_nothing(chances: list[float], random: object) -> None:
    mixed = list(range(len(chances)))
    random.shuffle(mixed)  # type: ignore[attr-defined]
    found, other = corrected(chances), corrected([chances[at] for at in mixed])

    assert [other[mixed.index(at)] for at in range(len(chances))] == found


def test_one_measure_agrees_with_itself() -> None:
    one = Difference(0.2, 0.001, 0.1, 0.3)

    assert agreed([one]) == one
    assert agreed([one._replace(by=0.0)]).chance == 1.0

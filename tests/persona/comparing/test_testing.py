"""Tests of one difference, and the correction for many."""

from __future__ import annotations

import numpy as np
import pytest

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


@pytest.mark.parametrize(("chance", "sure"), [(0.009, "clear"), (0.01, "likely"), (0.05, "none")])
def test_chances_are_told_in_three_words(chance: float, sure: str) -> None:
    assert sure_of(chance) == sure

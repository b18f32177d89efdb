"""Scores against a known truth."""

from __future__ import annotations

import pytest

from benchmarks.scores import adjusted_rand, mutual_information


def test_the_same_groups_by_other_names_agree_in_full() -> None:
    assert adjusted_rand(["a", "a", "b", "c"], [3, 3, 1, 2]) == 1.0
    assert mutual_information(["a", "a", "b", "c"], [3, 3, 1, 2]) == pytest.approx(1.0)


def test_groups_that_cross_agree_no_more_than_by_chance() -> None:
    one, other = [0, 0, 1, 1] * 50, [0, 1, 0, 1] * 50

    assert adjusted_rand(one, other) == pytest.approx(0.0, abs=0.02)
    assert mutual_information(one, other) == pytest.approx(0.0)


def test_agreement_in_part_is_what_the_formula_says() -> None:
    assert adjusted_rand([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]) == pytest.approx(0.2424, abs=1e-4)
    assert mutual_information([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]) == pytest.approx(0.5158, abs=1e-4)


def test_one_group_on_both_sides_is_agreement() -> None:
    assert (adjusted_rand([0, 0, 0], [1, 1, 1]), mutual_information([0, 0], [1, 1])) == (1.0, 1.0)

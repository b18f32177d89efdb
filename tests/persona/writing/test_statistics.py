"""Formulas, compared with values worked out elsewhere."""

from __future__ import annotations

import pytest

from persona.writing.statistics import chance, difference, discoveries, effect, log_odds, p_value, wilson


def test_log_odds_grow_with_people_and_are_zero_when_shares_are_equal() -> None:
    assert log_odds(10, 100, 20, 200) == pytest.approx(0, abs=0.05)
    assert log_odds(30, 100, 20, 200) > log_odds(3, 10, 2, 20) > 0
    assert log_odds(2, 100, 60, 200) < -2


def test_chance_is_the_tail_of_the_binomial() -> None:
    # P(X >= 4) of 4 with p = 1/3 is 1/81; P(X >= 8) of 10 with p = 1/2 is 56/1024
    assert chance(4, 100, 0, 200) == pytest.approx(2.2462, abs=1e-4)
    assert chance(8, 50, 2, 50) == pytest.approx(1.6010, abs=1e-4)
    assert chance(0, 100, 9, 200) < -7
    assert 7 < chance(900, 1_000, 10, 1_000) < 8


def test_wilson_is_the_published_interval() -> None:
    # Newcombe 1998, 81 of 263
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(0, 0) == (0.0, 1.0)


def test_difference_is_newcombes_interval() -> None:
    # Newcombe 1998, 56 of 70 against 48 of 80
    assert difference(56, 70, 48, 80) == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_effect_and_p_value() -> None:
    assert effect(0.5, 0.5) == 0
    assert effect(0.8, 0.5) == pytest.approx(0.6435, abs=1e-4)
    assert p_value(50, 100, 50, 100) == pytest.approx(1.0)
    assert p_value(70, 100, 50, 100) == pytest.approx(0.0039, abs=1e-4)


def test_discoveries_hold_false_findings_down() -> None:
    assert discoveries([0.001, 0.04, 0.02, 0.9]) == {0, 2}
    assert discoveries([]) == set()

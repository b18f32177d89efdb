"""Formulas, compared with values worked out elsewhere."""

from __future__ import annotations

import pytest

from persona.writing.statistics import apart, difference, discoveries, effect, p_value, wilson


def test_a_segment_is_the_further_apart_the_more_people_and_the_larger_the_difference() -> None:
    assert apart(10, 100, 20, 200) == pytest.approx(0, abs=0.05)
    assert apart(30, 100, 20, 200) > apart(3, 10, 2, 20) > 0
    assert apart(2, 100, 60, 200) < -2


def test_what_many_say_is_not_apart_by_a_few_points() -> None:
    assert apart(60, 100, 110, 200) == pytest.approx(0.77, abs=0.05)


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

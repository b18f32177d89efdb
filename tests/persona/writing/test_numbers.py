"""Numbers as people read them."""

from __future__ import annotations

import pytest

from persona.writing.numbers import decimal, people, percent, rounded, small_percent


@pytest.mark.parametrize(
    ("share", "plain", "small"),
    [
        (0, "0\u00a0%", "0\u00a0%"),
        (0.0001, "0\u00a0%", "under 1\u00a0%"),
        (0.005, "0\u00a0%", "under 1\u00a0%"),
        (0.0051, "1\u00a0%", "1\u00a0%"),
        (0.34, "34\u00a0%", "34\u00a0%"),
        (0.615, "62\u00a0%", "62\u00a0%"),
        (1, "100\u00a0%", "100\u00a0%"),
    ],
)
def test_shares(share: float, plain: str, small: str) -> None:
    assert (percent(share), small_percent(share)) == (plain, small)


@pytest.mark.parametrize(
    ("value", "one_place", "short"),
    [
        (0, "0.0", "0"),
        (-0.04, "0.0", "0"),
        (0.05, "0.1", "0.1"),
        (-1.84, "−1.8", "−1.8"),
        (3, "3.0", "3"),
        (9.94, "9.9", "9.9"),
        (9.96, "10.0", "10"),
        (36.4, "36.4", "36"),
        (2014, "2014.0", "2014"),
        (9999.4, "9999.4", "9999"),
        (9999.6, "9999.6", "10,000"),
        (12000, "12000.0", "12,000"),
        (-1234567.8, "−1234567.8", "−1,234,568"),
    ],
)
def test_values(value: float, one_place: str, short: str) -> None:
    assert (decimal(value), rounded(value)) == (one_place, short)


@pytest.mark.parametrize(("count", "expected"), [(0, "0 people"), (1, "one person"), (1200, "1,200 people")])
def test_people(count: int, expected: str) -> None:
    assert people(count) == expected

"""Figures as people read them."""

from datetime import timedelta

import pytest

from core import figures


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0, "0\u00a0%"),
        (0.001, "under\u00a01\u00a0%"),
        (0.62, "62\u00a0%"),
        (0.999, "over\u00a099\u00a0%"),
        (1, "100\u00a0%"),
    ],
)
def test_percent(share: float, text: str) -> None:
    assert figures.percent(share) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [(0.6, 1.9, "1–2\u00a0s"), (0.2, 0.4, "1\u00a0s"), (20, 60, "20–60\u00a0s"), (240, 360, "4–6\u00a0min")],
)
def test_span(low: float, high: float, text: str) -> None:
    assert figures.span(low, high) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(-1, "0:00"), (0, "0:00"), (4.4, "0:04"), (75, "1:15"), (3725, "1:02:05")]
)
def test_clock(seconds: float, text: str) -> None:
    assert figures.clock(timedelta(seconds=seconds)) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "a few seconds left"),
        (42, "about 40 seconds left"),
        (58, "about 1 minute left"),
        (130, "about 2 minutes left"),
    ],
)
def test_time_left(seconds: float, text: str) -> None:
    assert figures.time_left(seconds) == text


def test_money_that_nobody_told_is_unknown() -> None:
    assert [figures.money(None), figures.money(0), figures.money(1234.5)] == ["unknown", "$0.00", "$1,234.50"]


def test_people() -> None:
    assert [figures.people(1), figures.people(1200)] == ["1 person", "1,200 people"]

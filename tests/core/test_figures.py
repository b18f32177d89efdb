"""Figures as people read them."""

from datetime import timedelta

import pytest

from core import figures
from persona.models import Estimate


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0, "0\u00a0%"),
        (0.001, "under\u00a01\u00a0%"),
        (0.005, "under\u00a01\u00a0%"),
        (0.0051, "1\u00a0%"),
        (0.9949, "99\u00a0%"),
        (0.995, "over\u00a099\u00a0%"),
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


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (0, 0, "1\u00a0s"),
        (5, 99, "5–99\u00a0s"),
        (5, 100, "1–2\u00a0min"),
        (90, 125, "2\u00a0min"),
        (61, 99.6, "61–100\u00a0s"),
    ],
)
def test_span_changes_its_unit_at_a_hundred_seconds(low: float, high: float, text: str) -> None:
    assert figures.span(low, high) == text


@pytest.mark.parametrize(
    ("dollars", "text"),
    [(0.0004, "under $0.001"), (0.001, "$0.001"), (0.0049, "$0.005"), (0.01, "$0.01"), (0.4, "$0.40"), (85, "$85.00")],
)
def test_what_costs_something_never_reads_as_free(dollars: float, text: str) -> None:
    assert figures.money(dollars) == text


@pytest.mark.parametrize(
    ("cost", "high", "text"),
    [
        (None, None, "unknown"),
        (0.0, 0.0, "$0.00"),
        (0.4, None, "$0.40"),
        (0.4, 0.85, "$0.40, at most $0.85"),
        (0.0002, 12, "under $0.001, at most $12.00"),
    ],
)
def test_bounds_of_a_price(cost: float | None, high: float | None, text: str) -> None:
    estimate = Estimate(seconds_low=1, seconds_high=2, cost_usd=cost, cost_high=high, tokens=0)

    assert figures.bounds(estimate) == text


@pytest.mark.parametrize(("number", "text"), [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567")])
def test_count(number: int, text: str) -> None:
    assert figures.count(number) == text

"""Figures as people read them: times, shares, money."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from persona import numerals

if TYPE_CHECKING:
    from persona.models import Estimate

NBSP = "\u00a0"


def percent(share: float) -> str:
    """A share from 0 to 1 as the library says it, on one line: "62 %", "under 1 %"."""
    return numerals.percent(share).replace(" ", NBSP)


def span(low: float, high: float) -> str:
    """Seconds between two bounds: "2–5 s", "1–2 min"."""
    unit, size = ("min", 60) if high >= 100 else ("s", 1)
    first, last = max(1, round(low / size)), max(1, round(high / size))
    figures = f"{last}" if first >= last else f"{first}–{last}"
    return f"{figures}{NBSP}{unit}"


def clock(duration: timedelta) -> str:
    """How long something took: "0:04", "12:30", "1:02:30"."""
    seconds = max(0, round(duration.total_seconds()))
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def time_left(seconds: float) -> str:
    """About how long something will still take."""
    if seconds < 10:
        return "a few seconds left"
    if seconds < 55:
        return f"about {round(seconds / 10) * 10} seconds left"
    minutes = round(seconds / 60)
    return f"about {minutes} minute{'' if minutes == 1 else 's'} left"


def money(dollars: float | None) -> str:
    """What something costs, never "$0.00" for what is not free; None is a price nobody told us."""
    if dollars is None:
        return "unknown"
    if 0 < dollars < 0.01:
        return f"${dollars:.3f}" if dollars >= 0.001 else "under $0.001"
    return f"${dollars:,.2f}"


def bounds(estimate: Estimate) -> str:
    """What something will cost, with the most it may: "$0.40, at most $0.85"."""
    if not estimate.cost_usd or not estimate.cost_high:
        return money(estimate.cost_usd)
    return f"{money(estimate.cost_usd)}, at most {money(estimate.cost_high)}"


def count(number: int) -> str:
    return f"{number:,}"


people = numerals.people

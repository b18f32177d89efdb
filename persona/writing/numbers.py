"""Numbers as people read them: shares, comparisons and counts with their base."""

from __future__ import annotations

NO_BREAK = "\u00a0"
SMALL_BASE = 20
SMALL_COUNT = 5


def percent(share: float) -> str:
    """ "62 %" with a space that does not break."""
    return f"{100 * share:.0f}{NO_BREAK}%"


def share_of(count: int, base: int) -> str:
    """A share; below five people or a base of twenty, the count: "3 of 9 people"."""
    if count < SMALL_COUNT or base < SMALL_BASE:
        return f"{count:,} of {base:,} {'person' if base == 1 else 'people'}"
    return percent(count / base)


def compared(share: float, everyone: float) -> str:
    """ "1.8× average"; where half of everyone does it, "16 points more than everyone"."""
    points = round(100 * (share - everyone))
    if everyone >= 0.5 and points:
        return f"{abs(points)} points {'more' if points > 0 else 'less'} than everyone"
    return f"{share / everyone:.1f}× average" if everyone else ""


def small_percent(share: float) -> str:
    """ "34 %", and "under 1 %" where rounding would say none."""
    return f"under 1{NO_BREAK}%" if 0 < share < 0.005 else percent(share)


def people(count: int) -> str:
    """ "one person", "22 people"."""
    return "one person" if count == 1 else f"{count:,} people"


def decimal(value: float) -> str:
    """One place, with a real minus: "−1.8"."""
    return _signed(f"{value:.1f}")


def rounded(value: float) -> str:
    """Whole from 10 on, one place below; thousands are told apart from 10,000 on, so that years stay years."""
    if abs(value) >= 10_000:
        return _signed(f"{value:,.0f}")
    return _signed(f"{value:.0f}" if abs(value) >= 10 else f"{round(value, 1):g}")


def _signed(text: str) -> str:
    return text.replace("-", "−")

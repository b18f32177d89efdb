"""Numbers as people read them, whatever the language."""

from __future__ import annotations

NO_BREAK = "\u00a0"
THOUSANDS = 10_000
"""From here on thousands are told apart, so that years stay years."""


def percent(share: float) -> str:
    """ "62 %" with a space that does not break."""
    return f"{100 * share:.0f}{NO_BREAK}%"


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
    """Whole from 10 on, one place below; thousands are told apart from 10,000 on."""
    if abs(value) >= THOUSANDS:
        return _signed(f"{value:,.0f}")
    return _signed(f"{value:.0f}" if abs(value) >= 10 else f"{round(value, 1):g}")


def _signed(text: str) -> str:
    return text.replace("-", "−")

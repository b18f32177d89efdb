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
    return f"under 1{NO_BREAK}%" if share > 0 and not round(100 * share) else percent(share)


def people(count: int) -> str:
    """ "one person", "22 people"."""
    return "one person" if count == 1 else f"{count:,} people"


def decimal(value: float) -> str:
    """One place, with a real minus: "−1.8"; none before 0.0."""
    return _signed(f"{value:z.1f}")


def rounded(value: float) -> str:
    """Whole from 10 on, one place below; thousands are told apart from 10,000 on."""
    if abs(value) < 10:
        return _signed(f"{round(value, 1) + 0.0:g}")  # + 0.0: no minus before 0
    whole = round(value)
    return _signed(f"{whole:,}" if abs(whole) >= THOUSANDS else f"{whole}")


def _signed(text: str) -> str:
    return text.replace("-", "−")

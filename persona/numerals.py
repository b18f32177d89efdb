"""Numbers in words, the same wherever people read them."""

from __future__ import annotations


def counted(count: int, noun: str) -> str:
    """`1 persona`, `1,000 personas`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def percent(share: float) -> str:
    """`35 %`."""
    return f"{100 * share:.0f} %"

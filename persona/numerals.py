"""Numbers in words, the same wherever people read them."""

from __future__ import annotations

LEAST = 0.005  # a smaller share would be rounded to nothing


def counted(count: int, noun: str) -> str:
    """`1 persona`, `1,000 personas`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def people(count: int) -> str:
    """`1 person`, `1,000 people`."""
    return f"{count:,} {'person' if count == 1 else 'people'}"


def percent(share: float) -> str:
    """A share from 0 to 1: `35 %`, and never `0 %` or `100 %` for what is not.

    >>> percent(0.004), percent(0.996)
    ('under 1 %', 'over 99 %')
    """
    if 0 < share <= LEAST:
        return "under 1 %"
    return "over 99 %" if 1 - LEAST <= share < 1 else f"{100 * share:.0f} %"

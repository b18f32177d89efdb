"""The colours of personas in the order of their groups, on white; the pages have the same as `--p1` to `--p12`."""

from __future__ import annotations

COLOURS = (
    "B0452B", "4653AD", "0B6E86", "873C80", "55691C", "B02F5F", "2C6CA3", "7D5A3F", "6A45B3", "287050", "55636F",
    "9A3F3F",
)  # fmt: skip


def colour(number: int) -> str:
    """Of the persona with this number, from 1, as six hexadecimal digits."""
    return COLOURS[(number - 1) % len(COLOURS)]

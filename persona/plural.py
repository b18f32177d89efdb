"""Counts in words."""

from __future__ import annotations


def counted(count: int, noun: str) -> str:
    """`1 persona`, `1,000 personas`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"

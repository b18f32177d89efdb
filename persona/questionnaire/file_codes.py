"""Codes for "no answer" that a tool wrote into many columns of a file, also beside words: -99."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LEAST_COLUMNS = 3
_CODE_WORDS = "-9 -99 -999 -9999 -8 -88 -7 -77 -1 -98 -97 -66 9999 999 998 997 99999"
_CODES = frozenset(_CODE_WORDS.split())


def file_codes(columns: Sequence[Mapping[str, int]]) -> frozenset[str]:
    """Codes such as -99 that stand in several columns, of which most hold words or other numbers far from them."""
    found = set()
    for code in _CODES:
        holding = [column for column in columns if code in column]
        apart = [column for column in holding if _stands_apart(code, column)]
        if len(apart) >= _LEAST_COLUMNS and len(apart) >= 0.8 * len(holding):
            found.add(code)
    return frozenset(found)


def _stands_apart(code: str, column: Mapping[str, int]) -> bool:
    """Whether the other cells are words, or numbers on the other side of a gap."""
    others = [text for text in column if text != code]
    numbers = [float(text) for text in others if text.lstrip("-").replace(".", "", 1).isdigit()]
    if len(numbers) < 0.5 * len(others) or not others:
        return True
    rest = [number for number in numbers if f"{number:g}" not in _CODES]
    if not rest:
        return True
    value = float(code)
    return value < min(rest) - 1 if value < 0 else value > 3 * max(rest) + 10

"""Ticked codes in one cell: "1,2" is the first and the second option, not one and a fifth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persona.questionnaire.values.cells import plain_digits

if TYPE_CHECKING:
    from collections.abc import Mapping

_LIST = re.compile(r"\d{1,3}(?:\s*,\s*\d{1,3})*,?")
_GROUPS = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}")
_MOST_CODES = 60
_BY_CHANCE = 0.42  # how often the second of two random parts is the greater one
_TICK_WORDS = re.compile(
    r"\b(?:tick|check|select|choose|mark|pick)\b.{0,30}\b(?:all|up to|any|several|multiple|two|three|many)\b"
    r"|multiple (?:choice|answers|selection)|mehrfach|mehrere|alle zutreffenden|plusieurs|cochez|varias|marque"
    r"|seleccion"
    r"|selezion|più risposte|meerdere|aankruis|複数|多选|可多选",
    re.IGNORECASE,
)


def asks_for_several(question: str) -> bool:
    """Whether the words of a question invite more than one tick."""
    return bool(_TICK_WORDS.search(question))


def is_code_list(counts: Mapping[str, int], question: str = "") -> bool:
    """Whether cells such as "1,2" and "3" list ticked codes.

    Lists of three prove it, and so does a comma at the end of every cell. Two parts alone could be decimals: then all
    must rise within their cell, often enough to be no chance, and name no code that the others do not know.
    """
    rows: list[list[str]] = []
    for text in counts:
        plain = plain_digits(text)
        if not _LIST.fullmatch(plain):
            return False
        rows.append([part for part in re.split(r"\s*,\s*", plain) if part])
    many = [row for row in rows if len(row) > 1]
    codes = {part for row in rows for part in row}
    if len(many) < 2 or len(codes) > _MOST_CODES or _thousands(counts):
        return False
    if any(len(row) != len(set(row)) for row in many):
        return False
    if any(len(row) > 2 for row in many) or all(text.rstrip().endswith(",") for text in counts):
        return True
    if any(len(part) > 1 and part[0] == "0" for part in codes) or "0" in codes:
        return False
    rising = sum(int(row[0]) < int(row[1]) for row in many)
    return rising == len(many) and _BY_CHANCE ** len(many) < (0.1 if asks_for_several(question) else 0.01)


def are_decimals(counts: Mapping[str, int]) -> bool:
    """Whether a comma parts decimals in cells such as "9,9" and "28,0": two parts at most, and some that no two ticks
    have, the same one twice or none."""
    rows = [plain_digits(text).split(",") for text in counts]
    if not all(len(row) <= 2 and all(part.isdecimal() for part in row) for row in rows):
        return False
    return any(row[0] == row[-1] or int(row[-1]) == 0 for row in rows if len(row) == 2)


def _thousands(counts: Mapping[str, int]) -> bool:
    """Whether every comma stands before three digits, as in "1,234,567"."""
    marked = [text for text in counts if "," in text]
    return all(_GROUPS.fullmatch(plain_digits(text)) for text in marked)

"""Scripts of a text: from which side it is read, and which letters a page has to show."""

from __future__ import annotations

import unicodedata

SHOWN = 200
"""Different letters of a script that are tried: one that has these has the others."""
NAMES = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}
SKIPPED = frozenset({"LATIN", "DIGIT", "COMBINING", "MODIFIER", "FULLWIDTH", "HALFWIDTH", "MASCULINE", "FEMININE"})


def runs_from_right(text: str) -> bool:
    """Whether the first letter belongs to a script that is written from the right.

    >>> runs_from_right("2 × שלום"), runs_from_right("Hello")
    (True, False)
    """
    sides = (unicodedata.bidirectional(letter) for letter in text)
    return next((side in ("R", "AL") for side in sides if side in ("L", "R", "AL")), False)


def by_script(text: str) -> dict[str, str]:
    """The different letters of each script but Latin, by its English name; of emoji too."""
    found: dict[str, list[str]] = {}
    for letter in sorted(set(text)):
        if (script := _script(letter)) and len(found.setdefault(script, [])) < SHOWN:
            found[script].append(letter)
    return {script: "".join(letters) for script, letters in found.items()}


def _script(letter: str) -> str:
    category = unicodedata.category(letter)
    if category == "So" and ord(letter) >= 0x1F000:
        return "emoji"
    if not category.startswith("L") or ord(letter) < 0x250:
        return ""
    word = unicodedata.name(letter, "").split(" ")[0]
    return "" if not word or word in SKIPPED else NAMES.get(word, word.capitalize())

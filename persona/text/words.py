"""Words of any script: where a script writes no spaces, two neighbouring letters stand for a word."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f"
_MARKS = "".join(mark for mark in map(chr, range(0x300, 0x1000)) if unicodedata.category(mark)[0] == "M")
"""What stands over, under or behind a letter: accents of their own, the vowels of Hindi and Arabic."""
_RUN = rf"[^\W_{_UNSPACED}]+(?:[{_MARKS}]+[^\W_{_UNSPACED}]*)*"
_WORD = re.compile(rf"[{_UNSPACED}]+|{_RUN}(?:['’]{_RUN})*")
_PLAIN_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
"""The same for text that is ASCII and in small letters, in a fifth of the time."""
_UNSPACED_RUN = re.compile(rf"[{_UNSPACED}]")
_END = re.compile(r"[.!?:…。！？]\W*$")
LETTERS_A_WORD = 2  # about, in a script without spaces


def words(text: str) -> list[str]:
    """The words in small letters, in their order; a run without spaces as pairs of its letters."""
    if text.isascii():
        return _PLAIN_WORD.findall(text.lower())
    found: list[str] = []
    for match in _WORD.finditer(text.casefold()):
        word = match[0].replace("’", "'")
        if _UNSPACED_RUN.match(word) and len(word) > LETTERS_A_WORD:
            found += ["".join(pair) for pair in pairwise(word)]
        else:
            found.append(word)
    return found


def as_written(word: str, texts: Iterable[str]) -> str:
    """A word as most of these texts write it, inside a sentence before at the beginning of one: nouns in German.

    >>> as_written("preis", ["Preis ist hoch", "der Preis", "den preis und Preis"])
    'Preis'
    """
    inside: Counter[str] = Counter()
    first: Counter[str] = Counter()
    for text in texts:
        for match in _WORD.finditer(text):
            if match[0].casefold().replace("’", "'") == word:
                begins = not text[: match.start()].rstrip() or _END.search(text[: match.start()]) is not None
                (first if begins else inside)[match[0]] += 1
    return max(inside or first or {word: 1}, key=lambda form: (inside[form] or first[form], form))


def word_count(text: str) -> int:
    """How long a text is in words, whatever its script."""
    if text.isascii():
        return len(_PLAIN_WORD.findall(text.lower()))
    return sum(-(-len(run) // LETTERS_A_WORD) if _UNSPACED_RUN.match(run) else 1 for run in _WORD.findall(text))

"""How these people begin their sentences whatever they are asked: "Honestly,", "In my case,", "Short version:"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WORDS = r"[^\W\d_]+(?:['’][^\W\d_]+)?"
_OPENER = re.compile(rf"({_WORDS}(?:\s{_WORDS}){{0,3}})\s?[,:]\s+(\S+\s\S+)")
TIMES, CONTINUED, COLUMNS = 5, 4, 2
"""So often, before so many other words and in answers to so many questions: then it opens, and says nothing."""


def learn_openers(columns: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Up to four words before a comma or colon that begin passages of several questions, in small letters."""
    times: Counter[str] = Counter()
    where: defaultdict[str, set[str]] = defaultdict(set)
    following: defaultdict[str, set[str]] = defaultdict(set)
    for name, texts in columns.items():
        for text in texts:
            if opener := _OPENER.match(text):
                words = opener[1].lower()
                times[words] += 1
                where[words].add(name)
                following[words].add(opener[2].lower())
    return frozenset(
        words
        for words, count in times.items()
        if count >= TIMES and len(following[words]) >= CONTINUED and len(where[words]) >= COLUMNS
    )


def opening(text: str, openers: frozenset[str]) -> int:
    """How many characters of a passage are openers."""
    if "," not in text and ":" not in text:
        return 0
    length = 0
    while (opener := _OPENER.match(text, length)) and opener[1].lower() in openers:
        length = opener.start(2)
    return length

"""Scales in words of any language in the order of their codes: what one half says, the other denies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persona.questionnaire.scales.words import WordScale
from persona.questionnaire.values.cells import spelling_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LEAST, _MOST = 4, 11
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_LETTERS, _MOST_DENYING = 4, 3  # of a word, and of what denies it: "ne", "un", "dis"


def order_steps(steps: Sequence[str], counts: Mapping[str, int]) -> WordScale | None:
    """The scale that a code book names step by step; None where its words do not say that it is one.

    Evidence: each step and the one as far from the other end hold a word and its denial ("satisfied", "dissatisfied"),
    and all denials stand in one half, which is the lower one. A step in the middle needs no such word.

    `steps`: what the codes are called, in their order. `counts`: how many cells hold each text.
    """
    if not _LEAST <= len(steps) <= _MOST or len({spelling_key(step) for step in steps}) < len(steps):
        return None
    pairs = [(steps[at], steps[-1 - at]) for at in range(len(steps) // 2)]
    denied = {_denies(first, last) for first, last in pairs}
    if denied not in ({True}, {False}):
        return None
    words = tuple(steps) if denied == {True} else tuple(reversed(steps))
    place_of = {spelling_key(word): at for at, word in enumerate(words, 1)}
    places = {text: place_of[spelling_key(text)] for text in counts if spelling_key(text) in place_of}
    if len(set(places.values())) < 2:
        return None
    return WordScale(words, places, tuple(text for text in counts if text not in places))


def _denies(first: str, second: str) -> bool | None:
    """Whether the first answer denies a word of the second; False where the second does so, None where neither does."""
    one, other = (_WORD.findall(spelling_key(text)) for text in (first, second))
    found = {
        len(a) > len(b)
        for a in one
        for b in other
        if min(len(a), len(b)) >= _LEAST_LETTERS
        and 0 < abs(len(a) - len(b)) <= _MOST_DENYING
        and (a.endswith(b) or b.endswith(a))
    }
    return found.pop() if len(found) == 1 else None

"""What a short heading speaks of, learned from headings of many tools in many languages; silent at unknown words.

Logistic regressions, one a role, over hashed pieces of words: trained by training/headings.py, described in
persona/text/data/MODEL_CARD.md. Lists of words (headings.py) go before it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import numpy as np

from persona.questionnaire.headings import LONGEST_LABEL, spoken
from persona.weights import stored

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from numpy.typing import NDArray

DRAWERS = 2**15
KNOWN = 2**20
"""Places of the set of known words: so many that one of a hundred unknown words is taken for a known one."""
LEAST = 0.5
"""A chance from which headings left out of training were rightly kept from forming groups in .99 of cases."""
SURE = 0.65
"""The same, above all where only parts of a phrase are known: what acts without a look at the cells asks for it."""
UNLIKELY = 0.1
SHORTEST, LONGEST = 2, 5  # letters of a piece
_UNSPACED = 0x0E00  # from Thai on; the scripts before it that write no blanks between words are few and rare
_WORD = re.compile(r"[^\W_]+")
_ASKS = re.compile(r"[?？؟]|;$")
_MANY_WORDS = 8


class Verdict(NamedTuple):
    """What a heading speaks of, and how likely that is."""

    role: str
    chance: float


class _Weights(NamedTuple):
    roles: tuple[str, ...]
    weights: NDArray[np.int8]
    scale: NDArray[np.float32]
    bias: NDArray[np.float32]
    known: NDArray[np.uint8]


@lru_cache(maxsize=50_000)
def judged(heading: str) -> Verdict | None:
    """The likeliest role; None where a word is unknown, where none is likely enough, and for long questions.

    >>> judged("Tête de série").role, judged("How satisfied are you with the agent?")
    ('administration', None)
    """
    chances = role_chances(heading)
    if not chances:
        return None
    role, chance = max(chances.items(), key=lambda found: found[1])
    return Verdict(role, chance) if chance >= LEAST else None


def role_chances(heading: str) -> dict[str, float]:
    """The chance of each role, each judged by itself; empty where that of the heading cannot be known."""
    words = _words(heading)
    if not 0 < len(words) <= LONGEST_LABEL or not _is_known(words):
        return {}
    stored = _stored()
    drawers = sorted(drawers_of(heading))
    scores = stored.weights[drawers].sum(0, dtype=np.float32) * stored.scale / np.sqrt(len(drawers)) + stored.bias
    return dict(zip(stored.roles, (1 / (1 + np.exp(-scores))).round(4).tolist(), strict=True))


def drawers_of(heading: str) -> AbstractSet[int]:
    """The numbered drawers of the words of a heading and of their pieces."""
    words = _words(heading)
    named = {f"#{min(len(words), _MANY_WORDS)}", f"^{' '.join(words)}"}
    for word in words:
        named |= {f"={word}", *_pieces(word)}
    named |= {f"{a} {b}" for a, b in pairwise(words)}
    if words:
        named |= {f"^{words[0]}", f"${words[-1]}"}
    if _ASKS.search(spoken(heading)):
        named.add("#?")
    return {crc32(name.encode()) % DRAWERS for name in named}


def _pieces(word: str) -> set[str]:
    marked = f"<{word}>"
    shortest, longest = (1, LONGEST - 1) if _is_unspaced(word) else (SHORTEST, LONGEST)
    return {marked[at : at + size] for size in range(shortest, longest + 1) for at in range(len(marked) - size + 1)}


def places_of_known(heading: str) -> set[int]:
    """Where the words of a heading stand in the set of known ones; of scripts without blanks, pairs of letters."""
    return {crc32(unit.encode()) % KNOWN for word in _words(heading) for unit in _units(word)}


def _units(word: str) -> set[str]:
    return {word[at : at + 2] for at in range(max(1, len(word) - 1))} if _is_unspaced(word) else {word}


def _is_known(words: list[str]) -> bool:
    known = _stored().known
    places = {crc32(unit.encode()) % KNOWN for word in words for unit in _units(word)}
    return all(known[place >> 3] >> (7 - (place & 7)) & 1 for place in places)


def _is_unspaced(word: str) -> bool:
    return any(ord(letter) >= _UNSPACED for letter in word)


def _words(heading: str) -> list[str]:
    return _WORD.findall(spoken(heading).casefold())


@cache
def _stored() -> _Weights:
    learnt = stored("persona.questionnaire", "headings")
    roles = tuple(bytes(learnt["roles"]).decode().split("\n"))
    return _Weights(roles, learnt["weights"], learnt["scale"], learnt["bias"], learnt["known"])

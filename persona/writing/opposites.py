"""The other side: people of the same segment who say the opposite of a statement, about the same thing.

A narrow rule, so that what it finds can be believed: only praise stands against complaint, about all that the statement
names, in a word that means the contrary or in the same words with a "not".
"""

from __future__ import annotations

import numpy as np

from persona.writing import lexicon
from persona.writing.corpus import Corpus
from persona.writing.units import Unit

AGAINST = {"frustration": "motivation", "motivation": "frustration"}
NAMED = 0.9
"""Share of what a statement names (by weight) that the other side must name as well."""
LONGEST = 16
SAME_WORDS = 3
MORE_WORDS = 2


def opposed(corpus: Corpus, segment: int, unit: Unit, kind: str) -> int:
    """How many people of the segment say the opposite; a floor, like support."""
    against = AGAINST.get(kind)
    if against is None:
        return 0
    inside = np.flatnonzero((corpus.segments == segment) & (corpus.kinds == against))
    others = (corpus.units[i] for i in inside.tolist())
    return len({other.person for other in others if other.person != unit.person and is_opposite(corpus, unit, other)})


def is_opposite(corpus: Corpus, unit: Unit, other: Unit) -> bool:
    """Whether two units, one praise and one complaint, say opposite things about the same."""
    if len(other.words) > LONGEST or lexicon.EXPECTING.search(other.text):
        return False
    told, answer = _told(unit), _told(other)
    if unit.negative != other.negative:
        return len(told) >= SAME_WORDS and told <= answer and len(answer - told) <= MORE_WORDS
    mine, theirs = _poles(unit), _poles(other)
    if not mine & {(pair, not side) for pair, side in theirs} or mine & theirs:
        return False
    stem = corpus.splitter.stemmer.stem
    named = told - {stem(word, unit.language) for word in unit.words if word in lexicon.POLES}
    weight = sum(map(corpus.weight, named))
    return weight > 0 and sum(map(corpus.weight, named & answer)) >= NAMED * weight


def _told(unit: Unit) -> frozenset[str]:
    return frozenset(unit.stems) - lexicon.GENERIC - lexicon.NEGATIONS


def _poles(unit: Unit) -> frozenset[tuple[int, bool]]:
    """Which contraries a unit names, and which side of each."""
    return frozenset(pole for word in unit.words for pole in lexicon.POLES.get(word, ()))

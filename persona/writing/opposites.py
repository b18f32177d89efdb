"""The other side: people of the same segment who say the opposite of a statement, about the same thing.

A narrow rule, so that what it finds can be believed: only praise stands against complaint, about most of what the
statement names, in a word that means the contrary of the very same thing, or in the same words with a "not".
"""

from __future__ import annotations

import numpy as np

from persona.writing import lexicon
from persona.writing.corpus import Corpus
from persona.writing.units import Unit

AGAINST = {"frustration": "motivation", "motivation": "frustration"}
NAMED = 0.5
"""Share of what a statement names that the other side must name as well."""
BESIDE = 3
"""So few words may stand between a contrary and what it is said of."""
AT_LEAST = 2
"""One alone may be read wrongly."""
LONGEST = 16
SAME_WORDS = 3
MORE_WORDS = 2


def opposed(corpus: Corpus, segment: int, unit: Unit, kind: str) -> int:
    """How many people of the segment say the opposite, two at least; a floor, like support."""
    against = AGAINST.get(kind)
    if against is None:
        return 0
    inside = np.flatnonzero((corpus.segments == segment) & (corpus.kinds == against))
    others = (corpus.units[i] for i in inside.tolist())
    people = {other.person for other in others if other.person != unit.person and is_opposite(corpus, unit, other)}
    return len(people) if len(people) >= AT_LEAST else 0


def is_opposite(corpus: Corpus, unit: Unit, other: Unit) -> bool:
    """Whether two units, one praise and one complaint, say opposite things about the same."""
    if len(other.words) > LONGEST or lexicon.EXPECTING.search(other.text):
        return False
    told, answer = _told(unit, corpus), _told(other, corpus)
    if unit.negative != other.negative:
        return len(told) >= SAME_WORDS and told <= answer and len(answer - told) <= MORE_WORDS
    mine, theirs = _poles(unit, corpus), _poles(other, corpus)
    if mine.keys() & theirs.keys():
        return False
    return len(told & answer) >= NAMED * len(told) and any(
        near & theirs.get((pair, not praises), frozenset()) for (pair, praises), near in mine.items()
    )


def _told(unit: Unit, corpus: Corpus) -> frozenset[str]:
    """What a unit names: its telling stems but for contraries."""
    stem = corpus.splitter.stemmer.stem
    poles = {stem(word, unit.language) for word in unit.words if word in lexicon.POLES}
    return frozenset(unit.stems) - poles - lexicon.TOPICLESS - lexicon.NEGATIONS


def _poles(unit: Unit, corpus: Corpus) -> dict[tuple[int, bool], frozenset[str]]:
    """Which contraries a unit names, which side of each, and the stems that stand beside: "poor quality"."""
    stem = corpus.splitter.stemmer.stem
    found: dict[tuple[int, bool], frozenset[str]] = {}
    for place, word in enumerate(unit.words):
        poles = lexicon.POLES.get(word, ())
        beside = unit.words[max(0, place - BESIDE) : place + BESIDE + 1] if poles else ()
        near = frozenset(stem(w, unit.language) for w in beside if w not in lexicon.POLES) - lexicon.TOPICLESS - {""}
        for pole in poles:
            found[pole] = found.get(pole, frozenset()) | near
    return found

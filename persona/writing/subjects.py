"""What conversations are about: people tell who they are first, and only then what they were asked to speak of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from persona.writing import lexicon
from persona.writing.units import Unit
from persona.writing.words import Stemmer, folded

NEARLY_ALL = 0.8
MAIN = 0.5
"""A subject is named in so many sentences, as a part of those that name the first."""


def subject_of(units: Sequence[Unit], stemmer: Stemmer) -> frozenset[str]:
    """Stems that nearly all are asked about, and speak of most; none where there are no conversations."""
    talk = [unit for unit in units if unit.talk]
    said: defaultdict[str, set[int]] = defaultdict(set)
    asked: defaultdict[str, set[int]] = defaultdict(set)
    for unit in talk:
        for stem in unit.stems:
            said[stem].add(unit.person)
        for word in folded(unit.question):
            asked[stemmer.stem(word, unit.language)].add(unit.person)
    silent = lexicon.TOPICLESS | lexicon.NEGATIONS
    enough = NEARLY_ALL * len({unit.person for unit in talk})
    found = {stem for stem in said if stem not in silent and min(len(said[stem]), len(asked[stem])) >= enough}
    times = Counter(stem for unit in talk for stem in found.intersection(unit.stems))
    return frozenset(stem for stem, n in times.items() if n >= MAIN * max(times.values()))

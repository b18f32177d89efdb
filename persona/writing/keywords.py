"""Keywords: words and pairs that a segment says more than the others, over all its answers."""

from __future__ import annotations

import numpy as np

from persona.writing.corpus import Corpus, question_stems
from persona.writing.topics import Topic, topics, wording

MANY_QUESTIONS = 20
PAIR = 1.6
"""Two words tell more than one: "exchange rate"."""


def keywords(corpus: Corpus, segment: int, count: int = 3) -> list[str]:
    """The most distinctive topics in people's own words, none sharing a stem with another."""
    inside = corpus.segments == segment
    own = [corpus.units[i] for i in np.flatnonzero(inside)]
    people = len({unit.person for unit in own})
    others = len(np.unique(corpus.people[~inside]))
    few = len({unit.question for unit in corpus.units}) < MANY_QUESTIONS
    asked = question_stems(corpus.units, corpus.splitter.stemmer) if few else frozenset()
    found = [t for t in topics(own, corpus.people_by_gram, people, others, asked).values() if t.people >= 3 and t.z > 1]
    found.sort(key=lambda t: (-t.z * (PAIR if t.is_pair and others else 1), -t.people, t.stems))
    taken: list[Topic] = []
    for topic in found:
        if len(taken) == count:
            break
        if not any(set(topic.stems.split()) & set(other.stems.split()) for other in taken):
            taken.append(topic)
    return [words for topic in taken if (words := wording(topic, corpus.splitter.stemmer))]

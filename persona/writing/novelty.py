"""What is new beside what was taken: another meaning, another topic, another opening, other people."""

from __future__ import annotations

from collections.abc import Sequence

from persona.writing import lexicon
from persona.writing.candidates import Candidate, Field
from persona.writing.corpus import Corpus
from persona.writing.similarity import RELATED, SAME
from persona.writing.words import words

OPENING = 4
"""So many equal words at the start make two statements read like one."""
SHARED_WORDS = 0.6
SHARED_WEIGHT = 0.5


def is_new(candidate: Candidate, of_kind: Field, got: Sequence[Candidate], corpus: Corpus) -> bool:
    """Unlike everything taken: in meaning, in topic, in its opening words and in who says it."""
    return not any(
        _same_topic(candidate, other, corpus)
        or alike(candidate.unit.text, other.unit.text)
        or candidate.shares_people_with(other)
        or shares_words(candidate.unit.stems, other.unit.stems, corpus)
        or of_kind.between(candidate, other) >= RELATED
        for other in got
    )


def said_elsewhere(candidate: Candidate, kin: Sequence[int], others: Sequence[int], corpus: Corpus) -> bool:
    """Whether a statement of another kind says it already: goals and needs, which are kin, may not even be close."""
    text = candidate.unit.text
    if any(alike(text, corpus.units[index].text) for index in (*kin, *others)):
        return True
    if not kin:
        return False
    mine, theirs = corpus.vectors.take([candidate.index]), corpus.vectors.take(kin)
    return float(max(corpus.space.same(mine, theirs).max(), corpus.space.same(theirs, mine).max())) >= SAME


def alike(a: str, b: str) -> bool:
    """The same opening, or most of the words: one of the two is enough for a reader."""
    x, y = [w.lower() for w in words(a)], [w.lower() for w in words(b)]
    if x[:OPENING] == y[:OPENING] and not _is_formula(x[:OPENING]):
        return True
    shortest = min(len(set(x)), len(set(y)))
    return min(len(x), len(y)) >= 4 and len(set(x) & set(y)) >= SHARED_WORDS * shortest


def _is_formula(opening: Sequence[str]) -> bool:
    """ "How do I get", "I would like to": many different things begin so."""
    return all(word in lexicon.STOP_ANYWHERE or word in lexicon.GENERIC for word in opening)


def shares_words(mine: Sequence[str], theirs: Sequence[str], corpus: Corpus) -> bool:
    """Whether half of what the shorter one tells stands in the other; words that everybody uses weigh little."""
    a, b = (frozenset(stems) - lexicon.GENERIC - lexicon.NEGATIONS for stems in (mine, theirs))
    shared = sum(corpus.weight(stem) for stem in a & b)
    shortest = min(sum(map(corpus.weight, a)), sum(map(corpus.weight, b)))
    return shared > 0 and shared >= SHARED_WEIGHT * shortest


def _same_topic(a: Candidate, b: Candidate, corpus: Corpus) -> bool:
    if not (a.topic and b.topic):
        return False
    if a.topic.stems == b.topic.stems:
        return True
    shared = set(a.topic.stems.split()) & set(b.topic.stems.split())
    return any(not corpus.is_everywhere(stem) for stem in shared)

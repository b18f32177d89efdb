"""What is new beside what was taken: another meaning, another topic, another opening, other people."""

from __future__ import annotations

from collections.abc import Sequence

from persona.writing import lexicon
from persona.writing.candidates import Candidate, Field
from persona.writing.corpus import Corpus
from persona.writing.kinds import speaks_freely
from persona.writing.meaning import CLOSE, FAILS, senses
from persona.writing.similarity import RELATED, SAME
from persona.writing.units import Unit
from persona.writing.words import words

Known = frozenset[str]
OPENING = 4
"""So many equal words at the start make two statements read like one."""
ROOT = 4
SHARED_WORDS = 0.6
SHARED_WEIGHT = 0.5
SHARED_SENSES = 0.45
LITTLE = 0.2
"""What a word counts that a quarter of the segment uses."""
SHARED_AND_CLOSE = 0.33
"""Where the answers put two close together, so much in common is enough."""
SHARED_ELSEWHERE = 0.6
"""Statements of different kinds may share more: a goal and what stands in its way."""


def is_new(candidate: Candidate, of_kind: Field, got: Sequence[Candidate], corpus: Corpus) -> bool:
    """Unlike everything taken: in meaning, in topic, in its opening words and in who says it."""
    if means_the_same(candidate.unit, candidate.index, [(c.unit, c.index) for c in got], corpus, of_kind.known):
        return False
    return not any(
        _same_topic(candidate, other, corpus, of_kind.known)
        or _share_a_topic(candidate, other, of_kind)
        or alike(candidate.unit.text, other.unit.text)
        or candidate.shares_people_with(other)
        or shares_words(candidate.unit.stems, other.unit.stems, corpus, of_kind.known)
        or of_kind.between(candidate, other) >= RELATED
        for other in got
    )


def said_elsewhere(
    candidate: Candidate, kin: Sequence[int], others: Sequence[int], corpus: Corpus, known: Known = frozenset()
) -> bool:
    """Whether a statement of another kind says it already: goals and needs, which are kin, may not even be close."""
    text = candidate.unit.text
    both = [corpus.units[index] for index in (*kin, *others)]
    if any(same_senses(candidate.unit, other, corpus, SHARED_ELSEWHERE, known) for other in both):
        return True
    if any(alike(text, corpus.units[index].text) for index in (*kin, *others)):
        return True
    if not kin:
        return False
    mine, theirs = corpus.vectors.take([candidate.index]), corpus.vectors.take(kin)
    return float(max(corpus.space.same(mine, theirs).max(), corpus.space.same(theirs, mine).max())) >= SAME


def means_the_same(unit: Unit, index: int, got: Sequence[tuple[Unit, int]], corpus: Corpus, known: Known) -> bool:
    """Whether other words say it: most senses are shared, or the answers put the two close together."""
    if any(same_senses(unit, other, corpus, SHARED_SENSES, known) for other, _ in got):
        return True
    close = [other for each, other in got if same_senses(unit, each, corpus, SHARED_AND_CLOSE, known)]
    return corpus.meaning.between(index, close) >= CLOSE


def same_senses(a: Unit, b: Unit, corpus: Corpus, share: float, known: Known) -> bool:
    """Whether the shorter of two says little but what the other says, in whatever words."""
    mine, theirs = senses(a), senses(b)
    shared = mine & theirs
    if shared and (mine <= theirs or theirs <= mine):
        return True
    if FAILS in shared:
        return len(shared) > 1 and len(shared) > share * min(len(mine), len(theirs))
    told = [sum(_weight(sense, corpus, known) for sense in each) for each in (shared, mine, theirs)]
    return told[0] >= 1 and told[0] >= share * min(told[1:])


def _weight(sense: str, corpus: Corpus, known: Known) -> float:
    return LITTLE if any(corpus.is_everywhere(stem) or stem in known for stem in (sense, f"{sense}i")) else 1.0


def alike(a: str, b: str) -> bool:
    """The same opening, or most of the words: one of the two is enough for a reader."""
    x, y = [w.lower() for w in words(a)], [w.lower() for w in words(b)]
    if _roots(x[:OPENING]) == _roots(y[:OPENING]) and not _is_formula(x[:OPENING]):
        return True
    shortest = min(len(set(x)), len(set(y)))
    return min(len(x), len(y)) >= 4 and len(set(x) & set(y)) >= SHARED_WORDS * shortest


def _roots(found: Sequence[str]) -> list[str]:
    """ "I loved", "I love": the ending of a word makes no other opening."""
    return [word[:ROOT] for word in found]


def _is_formula(opening: Sequence[str]) -> bool:
    """ "How do I get", "I would like to": many different things begin so."""
    return all(word in lexicon.STOP_ANYWHERE or word in lexicon.GENERIC for word in opening)


def shares_words(mine: Sequence[str], theirs: Sequence[str], corpus: Corpus, known: Known = frozenset()) -> bool:
    """Whether half of what the shorter one tells stands in the other; words that everybody uses weigh little."""
    a, b = (frozenset(stems) - lexicon.GENERIC - lexicon.NEGATIONS for stems in (mine, theirs))
    shared, mine_in_all, theirs_in_all = (
        sum(corpus.weight(stem) * (LITTLE if stem in known else 1) for stem in each) for each in (a & b, a, b)
    )
    shortest = min(mine_in_all, theirs_in_all)
    return shared > 0 and shared >= SHARED_WEIGHT * shortest


def _share_a_topic(a: Candidate, b: Candidate, of_kind: Field) -> bool:
    """ "Thin and cheap", "thin and poor": where nothing was asked, the word that many name makes both one."""
    if not (speaks_freely(a.unit) and speaks_freely(b.unit)):
        return False
    return any(stem in of_kind.named for stem in set(a.unit.stems) & set(b.unit.stems))


def _same_topic(a: Candidate, b: Candidate, corpus: Corpus, known: Known) -> bool:
    if not (a.topic and b.topic):
        return False
    if a.topic.stems == b.topic.stems and a.topic.stems not in known:
        return True
    shared = set(a.topic.stems.split()) & set(b.topic.stems.split())
    return any(not (corpus.is_everywhere(stem) or stem in known) for stem in shared)

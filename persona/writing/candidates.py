"""Candidates: every unit that could stand for what a segment says, with its support and a score."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from persona.writing.corpus import Corpus, question_stems
from persona.writing.kinds import speaks_freely, writes_at_length
from persona.writing.similarity import SAME
from persona.writing.statistics import ALONE, log_odds
from persona.writing.topics import Topic, grams, topics
from persona.writing.units import Unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

WELL_KNOWN = 0.25
"""What so many of a segment name tells nothing about it: "dress" among those who review dresses."""
NAMED_BY = 0.03
"""What such a share of those who were asked name is a topic of its own."""
CANDIDATES_AT_MOST = 600
WORST_QUALITY = 0.15
BLOCK = 200
CARRIED_BY = 5
"""So many people carry a statement without the help of a topic."""
APART_TOPIC = 2.0
"""z of the topic from which a single voice may speak for many, where nothing was asked."""
BROADER = 2.0
"""A topic that so many times more people touch than say just this is worth telling."""
ONE_OFF = 0.12
"""What each further word that nobody else uses is worth less in a single voice: names and slips."""
CENTRAL = 0.5
"""What it is worth to speak of what most speak of."""
MANY_PEOPLE = 150
"""From so many on, a single shared word must set the segment far apart to be worth telling."""


@dataclass(frozen=True)
class Candidate:
    """A unit and what the sample says about it. `position`: its place among the candidates of its kind."""

    position: int
    index: int
    unit: Unit
    support: int
    others: int
    z: float
    topic: Topic | None
    score: float
    people: NDArray[np.bool_] = field(repr=False, compare=False)
    """Who of the segment says the same; one place for each person asked."""
    likeness: Callable[[Unit], float] | None = field(default=None, repr=False, compare=False)
    """How far others say the same, where the space does not tell: in conversations."""

    def shares_people_with(self, other: Candidate) -> bool:
        """Whether half of those who back one of the two back the other as well."""
        both = int((self.people & other.people).sum())
        return both >= 2 and both >= 0.5 * min(self.support, other.support)

    @property
    def broader_topic(self) -> Topic | None:
        """A topic that many more people touch than say just this.

        A single word only where nothing was asked, and few say just this: it may stand in what means something else.
        """
        if not self.topic or not _is_broader(self.topic, self.support):
            return None
        carries = self.topic.is_pair or (speaks_freely(self.unit) and self.support < CARRIED_BY)
        return self.topic if carries else None

    @property
    def is_of_a_broader_topic(self) -> bool:
        """Whether many more people touch its topic than say just this."""
        return self.topic is not None and _is_broader(self.topic, self.support)

    @property
    def backing(self) -> int:
        """How many say it, or name what it is about where people wrote at length and nothing was asked.

        0 for what is one person's own affair.
        """
        if not writes_at_length(self.unit):
            return self.support
        if self.topic is None or self.topic.z < APART_TOPIC or self.is_thin:
            return 0
        return max(self.support, self.topic.people)

    @property
    def is_thin(self) -> bool:
        """One voice, and no topic that others share."""
        if self.support >= 2:
            return False
        topic = self.topic
        clear = 1.5 if len(self.people) < MANY_PEOPLE else 2.5
        return not topic or (topic.people < 3 if topic.is_pair else topic.people < 4 or topic.z < clear)


@dataclass(frozen=True)
class Field:
    """All candidates of one kind in one segment, best first, and how many were asked."""

    kind: str
    candidates: list[Candidate]
    persons: NDArray[np.int64] = field(repr=False, compare=False)
    """Who of the segment said something of this kind, in the order of `Candidate.people`."""
    people: int
    """How many of the segment answered what may back this kind."""
    closeness: NDArray[np.float32] = field(repr=False, compare=False)
    """closeness[a, b]: how far candidate b says what candidate a says."""
    known: frozenset[str] = frozenset()
    """Stems that so many of the segment use that they tell no two of its statements apart."""
    named: frozenset[str] = frozenset()
    """Stems of topics that many of the segment name, and more than others do."""

    def is_own_topic(self, candidate: Candidate, got: Sequence[Candidate]) -> bool:
        """Whether most people who touch the candidate's topic do not already back what was taken."""
        if not candidate.topic or not got:
            return True
        touching = {unit.person for unit in candidate.topic.units}
        backed = np.logical_or.reduce([other.people for other in got])
        return len(touching.intersection(self.persons[backed].tolist())) < 0.5 * len(touching)

    def between(self, a: Candidate, b: Candidate) -> float:
        """How close two candidates are, seen from either."""
        return float(max(self.closeness[a.position, b.position], self.closeness[b.position, a.position]))

    def middle(self, candidate: Candidate, others: Sequence[Candidate]) -> float:
        """How far others say all of what a candidate says: details of its own take it from the middle."""
        return float(self.closeness[candidate.position, [other.position for other in others]].mean())

    def on_the_topic_of(self, candidate: Candidate) -> list[Candidate]:
        """Other candidates of which the same topic tells most."""
        stems = candidate.topic.stems if candidate.topic else ""
        return [c for c in self.candidates if c is not candidate and c.topic and c.topic.stems == stems]

    def saying_the_same(self, candidate: Candidate) -> list[Candidate]:
        """Other candidates that back this one."""
        near = np.flatnonzero(self.closeness[candidate.position] >= SAME).tolist()
        return [self.candidates[i] for i in near if i != candidate.position]


def candidates(corpus: Corpus, segment: int, kind: str) -> Field:
    """Score what the people of a segment say of this kind."""
    pool = corpus.of_kind(kind)
    inside = corpus.segments[pool] == segment
    persons = np.unique(corpus.people[pool[inside]])
    people, others = corpus.answered(kind, segment)
    chosen = _worth_scoring(corpus, pool[inside], kind)
    if not len(chosen):
        return Field(kind, [], persons, people, np.zeros((0, 0), dtype=np.float32))
    found = _topics(corpus, pool, inside, kind, people, others)
    backing, elsewhere = _support(corpus, chosen, pool, inside)
    support = np.maximum(backing.sum(axis=1), 1).tolist()
    most, broadest = max(support), max((topic.people for topic in found.values()), default=1)
    scored = []
    for index, said, said_elsewhere, who in zip(chosen.tolist(), support, elsewhere.tolist(), backing, strict=True):
        unit = corpus.units[index]
        topic = _topic_of(unit, found, corpus)
        z = log_odds(said, people, said_elsewhere, others) if others else ALONE
        if others:
            z = _with_topic(z, said, topic, unit)
        score = _score(unit, said, topic.people if topic else 1, z, most, broadest)
        score += CENTRAL * corpus.centrality(unit, kind)
        if said == 1:
            score -= ONE_OFF * max(0, sum(corpus.word_units[word] == 1 for word in unit.words) - 1)
        scored.append(Candidate(0, index, unit, said, said_elsewhere, z, topic, score, who))
    scored.sort(key=lambda c: (-c.score, c.unit.place))
    ranked = [replace(candidate, position=i) for i, candidate in enumerate(scored)]
    vectors = corpus.vectors.take([candidate.index for candidate in ranked])
    known = _known(corpus, segment, [candidate.unit for candidate in ranked])
    named = frozenset(
        topic.stems
        for topic in found.values()
        if _names_a_topic(topic, corpus) and topic.people >= NAMED_BY * people and topic.stems not in known
    )
    return Field(kind, ranked, persons, people, corpus.space.same(vectors, vectors), known, named)


def _known(corpus: Corpus, segment: int, units: Sequence[Unit]) -> frozenset[str]:
    """What so many use that it tells no two statements apart; at length, what many complain of does."""
    most = 2 * sum(map(writes_at_length, units)) > len(units)
    shares = corpus.share_of_common_stems(segment) if most else corpus.share_of_stems(segment)
    return frozenset(stem for stem, share in shares.items() if share >= WELL_KNOWN)


def _worth_scoring(corpus: Corpus, index: NDArray[np.intp], kind: str) -> NDArray[np.intp]:
    """Units of just this kind that read well; of those with the same stems the one to quote: typical, then clean."""
    best: dict[tuple[str, ...], int] = {}
    good = (i for i in index.tolist() if corpus.units[i].kind == kind and corpus.units[i].quality > WORST_QUALITY)
    for i in sorted(good, key=lambda i: (not corpus.typical[i], -corpus.units[i].quality, corpus.units[i].place)):
        best.setdefault(corpus.units[i].stems, i)
    return np.array(list(best.values())[:CANDIDATES_AT_MOST], dtype=np.intp)


def _topics(
    corpus: Corpus, pool: NDArray[np.intp], inside: NDArray[np.bool_], kind: str, people: int, others: int
) -> Mapping[str, Topic]:
    own = [corpus.units[i] for i in pool[inside] if corpus.units[i].kind == kind]
    found = topics(own, corpus.people_by_gram_of(kind), people, others, question_stems(own, corpus.splitter.stemmer))
    if not others or not all(map(speaks_freely, own)):
        return found
    mine = corpus.people_by_gram_in(int(corpus.segments[pool[inside][0]]))
    return {gram: _compared_in_all(topic, mine, corpus, people, others) for gram, topic in found.items()}


def _compared_in_all(topic: Topic, mine: Mapping[str, int], corpus: Corpus, people: int, others: int) -> Topic:
    """Where nothing was asked, a topic sets a segment apart when all that it wrote names it more, not its complaints.

    "Bottom" stands in complaints of those who complain, and in praise of those who praise.
    """
    said = mine[topic.stems]
    z = log_odds(said, people, corpus.people_by_gram[topic.stems] - said, others)
    return replace(topic, z=min(topic.z, z))


def _topic_of(unit: Unit, found: Mapping[str, Topic], corpus: Corpus) -> Topic | None:
    """The topic that most people share; pairs count more, and single stems must set the segment apart."""
    named = [found[gram] for gram in sorted(grams(unit.stems) & found.keys()) if _names_a_topic(found[gram], corpus)]
    return max(named, key=lambda topic: (_weight(topic), topic.stems), default=None)


def _weight(topic: Topic) -> float:
    return math.log1p(topic.people) * (1.4 if topic.is_pair else 1) * (1 + 0.15 * max(-2, min(3, topic.z)))


def _names_a_topic(topic: Topic, corpus: Corpus) -> bool:
    if topic.is_pair:
        return True
    return not corpus.is_common(topic.stems) and topic.z >= 0.8


def _support(
    corpus: Corpus, chosen: NDArray[np.intp], pool: NDArray[np.intp], inside: NDArray[np.bool_]
) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """Who inside, and how many outside the segment say the same as each chosen unit."""
    order = np.argsort(corpus.people[pool], kind="stable")
    pool, inside = pool[order], inside[order]
    starts = np.flatnonzero(np.diff(corpus.people[pool], prepend=-1))
    of_row = inside[starts]
    vectors = corpus.vectors.take(pool)
    said, elsewhere = [], []
    for begin in range(0, len(chosen), BLOCK):
        hits = corpus.space.same(corpus.vectors.take(chosen[begin : begin + BLOCK]), vectors) >= SAME
        by_person = np.logical_or.reduceat(hits, starts, axis=1)
        said.append(by_person[:, of_row])
        elsewhere.append(by_person[:, ~of_row].sum(axis=1))
    return np.concatenate(said), np.concatenate(elsewhere)


def _is_broader(topic: Topic, support: int) -> bool:
    return topic.people >= max(3, BROADER * support)


def _with_topic(z: float, support: int, topic: Topic | None, unit: Unit) -> float:
    """One voice says little by itself: what counts then is how far its topic is the segment's own."""
    if topic and speaks_freely(unit) and _is_broader(topic, support):
        return max(z, topic.z)
    return z if support >= 3 else 0.5 * z + 0.5 * (topic.z if topic else 0)


def _score(unit: Unit, support: int, mentions: int, z: float, most: int, broadest: int) -> float:
    return (
        1.2 * math.log(support) / math.log1p(max(4, most))
        + 0.5 * math.log1p(mentions) / math.log1p(max(6, broadest))
        + 0.6 * math.tanh(z / 2)
        + unit.quality
        + 0.2 * unit.confidence
    )

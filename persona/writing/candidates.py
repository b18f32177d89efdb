"""Candidates: every unit that could stand for what a segment says, with its support and a score."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from persona.writing import lexicon
from persona.writing.corpus import Corpus, question_stems
from persona.writing.similarity import SAME
from persona.writing.statistics import log_odds
from persona.writing.topics import Topic, grams, topics
from persona.writing.units import Unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

CANDIDATES_AT_MOST = 600
BLOCK = 200
COMMON_STEM = 0.025
"""A stem in a larger share of all units names no topic."""


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

    def shares_people_with(self, other: Candidate) -> bool:
        """Whether half of those who back one of the two back the other as well."""
        both = int((self.people & other.people).sum())
        return both >= 2 and both >= 0.5 * min(self.support, other.support)

    @property
    def is_thin(self) -> bool:
        """One voice, and no topic that others share."""
        if self.support >= 2:
            return False
        topic = self.topic
        return not topic or (topic.people < 3 if topic.is_pair else topic.people < 4 or topic.z < 1.5)


@dataclass(frozen=True)
class Field:
    """All candidates of one kind in one segment, best first, and how many were asked."""

    kind: str
    candidates: list[Candidate]
    persons: NDArray[np.int64] = field(repr=False, compare=False)
    """Who of the segment was asked, in the order of `Candidate.people`."""
    closeness: NDArray[np.float32] = field(repr=False, compare=False)
    """closeness[a, b]: how far candidate b says what candidate a says."""

    @property
    def people(self) -> int:
        """How many of the segment were asked."""
        return len(self.persons)

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

    def saying_the_same(self, candidate: Candidate) -> list[Candidate]:
        """Other candidates that back this one."""
        near = np.flatnonzero(self.closeness[candidate.position] >= SAME).tolist()
        return [self.candidates[i] for i in near if i != candidate.position]


def candidates(corpus: Corpus, segment: int, kind: str) -> Field:
    """Score what the people of a segment say of this kind."""
    pool = corpus.of_kind(kind)
    inside = corpus.segments[pool] == segment
    persons = np.unique(corpus.people[pool[inside]])
    people = len(persons)
    others = len(np.unique(corpus.people[pool[~inside]]))
    chosen = _worth_scoring(corpus, pool[inside], kind)
    if not len(chosen):
        return Field(kind, [], persons, np.zeros((0, 0), dtype=np.float32))
    found = _topics(corpus, pool, inside, kind, people, others)
    backing, elsewhere = _support(corpus, chosen, pool, inside)
    support = np.maximum(backing.sum(axis=1), 1).tolist()
    most, broadest = max(support), max((topic.people for topic in found.values()), default=1)
    scored = []
    for index, said, said_elsewhere, who in zip(chosen.tolist(), support, elsewhere.tolist(), backing, strict=True):
        unit = corpus.units[index]
        topic = _topic_of(unit, found, corpus)
        z = 1.0 if not others else log_odds(said, people, said_elsewhere, others)
        if said < 3 and others:
            z = 0.5 * z + 0.5 * (topic.z if topic else 0)
        score = _score(unit, said, topic.people if topic else 1, z, most, broadest)
        scored.append(Candidate(0, index, unit, said, said_elsewhere, z, topic, score, who))
    scored.sort(key=lambda c: (-c.score, c.unit.place))
    ranked = [replace(candidate, position=i) for i, candidate in enumerate(scored)]
    vectors = corpus.vectors.take([candidate.index for candidate in ranked])
    return Field(kind, ranked, persons, corpus.space.same(vectors, vectors))


def _worth_scoring(corpus: Corpus, index: NDArray[np.intp], kind: str) -> NDArray[np.intp]:
    """Units of just this kind that read well; an even part of them where there are very many."""
    good = [i for i in index if corpus.units[i].kind == kind and corpus.units[i].quality > 0.15]
    good.sort(key=lambda i: corpus.units[i].place)
    stride = -(-len(good) // CANDIDATES_AT_MOST) or 1
    return np.array(good[::stride], dtype=np.intp)


def _topics(
    corpus: Corpus, pool: NDArray[np.intp], inside: NDArray[np.bool_], kind: str, people: int, others: int
) -> Mapping[str, Topic]:
    own = [corpus.units[i] for i in pool[inside] if corpus.units[i].kind == kind]
    return topics(own, corpus.people_by_gram_of(kind), people, others, question_stems(own, corpus.splitter.stemmer))


def _topic_of(unit: Unit, found: Mapping[str, Topic], corpus: Corpus) -> Topic | None:
    """The topic that most people share; pairs count more, and single stems must set the segment apart."""
    named = [found[gram] for gram in sorted(grams(unit.stems) & found.keys()) if _names_a_topic(found[gram], corpus)]
    return max(named, key=lambda topic: (_weight(topic), topic.stems), default=None)


def _weight(topic: Topic) -> float:
    return math.log1p(topic.people) * (1.4 if topic.is_pair else 1) * (1 + 0.15 * max(-2, min(3, topic.z)))


def _names_a_topic(topic: Topic, corpus: Corpus) -> bool:
    if topic.is_pair:
        return True
    rare = corpus.space.seen[topic.stems] < COMMON_STEM * len(corpus.units)
    return rare and topic.z >= 0.8 and topic.stems not in lexicon.GENERIC


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


def _score(unit: Unit, support: int, mentions: int, z: float, most: int, broadest: int) -> float:
    return (
        1.2 * math.log(support) / math.log1p(max(4, most))
        + 0.5 * math.log1p(mentions) / math.log1p(max(6, broadest))
        + 0.6 * math.tanh(z / 2)
        + unit.quality
        + 0.2 * unit.confidence
    )

"""Candidates: every unit that could stand for what a segment says, with its support and a score."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
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
    """A unit and what the sample says about it."""

    index: int
    unit: Unit
    support: int
    others: int
    z: float
    topic: Topic | None
    score: float

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
    people: int
    others: int


def candidates(corpus: Corpus, segment: int, kind: str) -> Field:
    """Score what the people of a segment say of this kind."""
    pool = corpus.of_kind(kind)
    inside = corpus.segments[pool] == segment
    people = len(np.unique(corpus.rows[pool[inside]]))
    others = len(np.unique(corpus.rows[pool[~inside]]))
    chosen = _worth_scoring(corpus, pool[inside], kind)
    if not len(chosen):
        return Field(kind, [], people, others)
    found = _topics(corpus, pool, inside, kind, people, others)
    support, elsewhere = _support(corpus, chosen, pool, inside)
    rows = list(zip(chosen.tolist(), support.tolist(), elsewhere.tolist(), strict=True))
    most, broadest = max(support), max((topic.people for topic in found.values()), default=1)
    scored = []
    for index, said, said_elsewhere in rows:
        unit = corpus.units[index]
        topic = _topic_of(unit, found, corpus)
        z = 1.0 if not others else log_odds(said, people, said_elsewhere, others)
        if said < 3 and others:
            z = 0.5 * z + 0.5 * (topic.z if topic else 0)
        score = _score(unit, said, topic.people if topic else 1, z, int(most), broadest)
        scored.append(Candidate(index, unit, said, said_elsewhere, z, topic, score))
    scored.sort(key=lambda c: (-c.score, c.unit.place))
    return Field(kind, scored, people, others)


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
    rest = [corpus.units[i] for i in pool[~inside]]
    return topics(own, rest, people, others, question_stems(own, corpus.splitter.stemmer))


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
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """How many people inside and outside the segment say the same as each chosen unit."""
    order = np.argsort(corpus.rows[pool], kind="stable")
    pool, inside = pool[order], inside[order]
    starts = np.flatnonzero(np.diff(corpus.rows[pool], prepend=-1))
    of_row = inside[starts]
    vectors = corpus.vectors.take(pool)
    said, elsewhere = [], []
    for begin in range(0, len(chosen), BLOCK):
        hits = corpus.space.same(corpus.vectors.take(chosen[begin : begin + BLOCK]), vectors) >= SAME
        by_person = np.logical_or.reduceat(hits, starts, axis=1)
        said.append(by_person[:, of_row].sum(axis=1))
        elsewhere.append(by_person[:, ~of_row].sum(axis=1))
    return np.maximum(np.concatenate(said), 1), np.concatenate(elsewhere)


def _score(unit: Unit, support: int, mentions: int, z: float, most: int, broadest: int) -> float:
    return (
        1.2 * math.log(support) / math.log1p(max(4, most))
        + 0.5 * math.log1p(mentions) / math.log1p(max(6, broadest))
        + 0.6 * math.tanh(z / 2)
        + unit.quality
        + 0.2 * unit.confidence
    )

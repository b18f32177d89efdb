"""Which passages answer a question: by what they mean, by the words they share, by words that mean the same."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from persona.asking.words import same_word, topic_of
from persona.text.encoder import sentence_encoder
from persona.text.words import word_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.asking.index import Index

    Floats = NDArray[np.float32]
    Numbers = NDArray[np.int32]

READ = 2_000
"""Wordings that are looked at closely for each way to find them."""
READ_NOW = 96
"""Wordings without a kept meaning that are encoded when somebody asks: an eighth of a second of processor."""
NEAR_WORD, SAME_WORD = 0.55, 0.95
"""Cosines of two words between which one stands more and more for the other."""
NEAR_WORDS = 30
FORM = 0.95
"""How far another form of a word is the word."""
EVERYDAY = 6.5
"""Log chance, with its sign turned, of a word that tells nothing."""
BRIEF = 3
"""Words that a passage has at most which names a thing and says nothing of it."""
FEATURES = ("meaning", "topic_meaning", "shared", "named", "brief")
"""Cosine to the question; to its topic; share of its words that the passage has; the same of its most telling word;
whether it is too brief to say something."""


@dataclass(frozen=True)
class Term:
    """A word of the question: how much it tells, and the words of the study that stand for it with how well."""

    word: str
    weight: float
    forms: tuple[tuple[int, float], ...]

    @property
    def known(self) -> float:
        """How well the best of them stands for it; 0 where the study has no such word."""
        return max((match for _, match in self.forms), default=0.0)


@dataclass(frozen=True)
class Found:
    """Wordings that may answer, with a row of `FEATURES` each."""

    terms: tuple[Term, ...]
    wordings: Numbers
    features: Floats


def search(index: Index, question: str) -> Found:
    """The wordings worth a closer look; cost grows with the passages that share a word, and by a product of vectors."""
    encoder = sentence_encoder()
    topic = topic_of(question)
    asked = encoder.encode([question, " ".join(topic) or question])
    terms = _terms(index, topic)
    shared, named = _shared(index, terms)
    deep = index.deep_meaning @ asked.T
    wordings = _candidates(index, deep, shared)
    meaning = _meaning(index, wordings, deep, asked)
    brief = [word_count(index.text(one)) < BRIEF for one in wordings.tolist()]
    features = np.column_stack([meaning, shared[wordings], named[wordings], brief]).astype(np.float32)
    return Found(terms, wordings, features)


def _terms(index: Index, topic: Sequence[str]) -> tuple[Term, ...]:
    """Each word of the question with the words of the study that stand for it, alone or as a part of the topic."""
    if not topic:
        return ()
    meaning = sentence_encoder().encode([*topic, *map(" ".join, pairwise(topic))])
    likeness = meaning @ index.word_meaning.T
    alone, pairs = likeness[: len(topic)], likeness[len(topic) :]
    found = []
    for place, word in enumerate(topic):
        beside = pairs[max(0, place - 1) : place + 1]
        near = np.maximum(alone[place], beside.max(axis=0, initial=0))
        found.append(_term(index, word, near))
    return tuple(found)


def _term(index: Index, word: str, near: Floats) -> Term:
    forms = dict.fromkeys(_forms(index, word), FORM)
    for place in _top(near, NEAR_WORDS).tolist():
        if near[place] >= NEAR_WORD:
            known = int(index.word_order[place])
            stands = float(near[place] - NEAR_WORD) / (SAME_WORD - NEAR_WORD)
            forms[known] = max(forms.get(known, 0.0), min(FORM, 0.1 + stands))
    if (exact := index.place_of(word)) is not None:
        forms[exact] = 1.0
    said = sum(len(index.with_word(place)) for place, match in forms.items() if match >= FORM)
    rare = np.log((len(index) + 1) / (said + 0.5)) / np.log(len(index) + 2)
    special = np.clip(-sentence_encoder().commonness(word) - EVERYDAY, 1, 5)
    return Term(word, float(max(0.1, rare) * special), tuple(forms.items()))


def _forms(index: Index, word: str) -> list[int]:
    """The words of the study that begin alike, and are forms of one word."""
    stem = word[: max(3, min(4, len(word) - 1))]
    first, last = bisect_left(index.words, stem), bisect_left(index.words, stem + "\uffff")
    return [place for place in range(first, last) if same_word(word, index.words[place])]


def _shared(index: Index, terms: Sequence[Term]) -> tuple[Floats, Floats]:
    """By wording, the share of the question's words that it has, and how well it has the most telling one."""
    shared, named = np.zeros(len(index), np.float32), np.zeros(len(index), np.float32)
    total = sum(term.weight for term in terms) or 1.0
    telling = max(terms, key=lambda term: term.weight, default=None)
    for term in terms:
        best = np.zeros(len(index), np.float32)
        for place, match in sorted(term.forms, key=lambda form: form[1]):
            best[index.with_word(place)] = match
        shared += best * np.float32(term.weight / total)
        if term is telling:
            named = best
    return shared, named


def _candidates(index: Index, deep: Floats, shared: Floats) -> Numbers:
    most = [_top(column, READ) for column in deep.T] if len(deep) else []
    near = index.deep_order[np.unique(np.concatenate(most))] if most else np.zeros(0, np.int32)
    words = _top(shared, READ)
    words = words[shared[words] > 0]
    kept = np.zeros(len(index), np.bool_)
    kept[index.deep_order] = True
    unread = words[~kept[words]][:READ_NOW]
    found: Numbers = np.unique(np.concatenate([near, words[kept[words]], unread])).astype(np.int32)
    return found


def _top(values: Floats, most: int) -> NDArray[np.int64]:
    """The places of the greatest values, the greatest first."""
    if len(values) <= most:
        return np.argsort(-values, kind="stable")
    some = np.argpartition(-values, most)[:most]
    found: NDArray[np.int64] = some[np.argsort(-values[some], kind="stable")]
    return found


def _meaning(index: Index, wordings: Numbers, deep: Floats, asked: Floats) -> Floats:
    """Cosines to the question and to its topic, a row each."""
    where = np.full(len(index), -1, np.int64)
    where[index.deep_order] = np.arange(len(index.deep_order))
    at = where[wordings]
    found = np.zeros((len(wordings), 2), np.float32)
    found[at >= 0] = deep[at[at >= 0]]
    unread = np.flatnonzero(at < 0)
    if len(unread):
        found[unread] = sentence_encoder().encode([index.text(int(wordings[one])) for one in unread]) @ asked.T
    return found

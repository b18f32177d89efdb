"""Which candidates stand for a segment: the best of each kind, none like another, nobody quoted more than twice."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from persona.models import KINDS, StatementKind
from persona.writing.candidates import Candidate, Field, candidates
from persona.writing.corpus import Corpus, without_articles
from persona.writing.quality import SHOWN
from persona.writing.similarity import RELATED, SAME
from persona.writing.topics import wording
from persona.writing.units import Unit
from persona.writing.words import words

SETS_APART = 1.0
"""z from which a statement is more this segment's than everyone's."""
QUOTES_PER_PERSON = 2
FILL_UP_TO = 3
WORST_OF_BEST = 0.45
PASSAGES_PER_KIND = 14


@dataclass(frozen=True)
class Choice:
    """A unit that was chosen as a passage. `stands`: good enough to be a statement as it is."""

    index: int
    unit: Unit
    kind: StatementKind
    stands: bool
    score: float
    z: float
    topic: str | None = None
    """Stems of the topic that more people touch than say just this."""
    topic_words: str | None = None
    others: int = 0


@dataclass
class Selection:
    """What is chosen for one persona so far."""

    corpus: Corpus
    segment: int
    per_kind: int
    taken: set[str]
    """Texts that other personas hold already, in lower case."""
    quoted: Counter[int] = field(default_factory=Counter)
    choices: list[Choice] = field(default_factory=list)
    _fields: list[Field] = field(default_factory=list)

    def choose(self) -> list[Choice]:
        """Statements, kind by kind, best first."""
        self._fields = [candidates(self.corpus, self.segment, kind) for kind in KINDS]
        for of_kind in self._fields:
            self._choose_kind(of_kind)
        return self.choices

    def spares(self) -> list[Choice]:
        """More passages that a writer may cite: readable, and none like another."""
        out = []
        for of_kind in self._fields:
            taken = [choice.index for choice in self.choices if choice.kind == of_kind.kind]
            least = PASSAGES_PER_KIND - len(taken)
            for candidate in of_kind.candidates:
                if least <= 0:
                    break
                unit = candidate.unit
                if unit.quality < SHOWN or candidate.index in taken or unit.text.lower() in self.taken:
                    continue
                if taken and self._closeness(candidate.index, taken) >= SAME:
                    continue
                least -= 1
                taken.append(candidate.index)
                out.append(self._choice(candidate, of_kind.kind, stands=False))
        return out

    def _choose_kind(self, of_kind: Field) -> None:
        got: list[Candidate] = []
        for candidate in of_kind.candidates:
            if len(got) >= self.per_kind or (got and candidate.score < WORST_OF_BEST * got[0].score):
                break
            if self._may_stand(candidate, of_kind, len(got)) and self._is_new(candidate, got):
                voice, name = self._best_voice(candidate, of_kind)
                if self._is_new(voice, got):
                    got.append(voice)
                    self._take(voice, of_kind.kind, name, candidate)

    def _may_stand(self, candidate: Candidate, of_kind: Field, already: int) -> bool:
        if candidate.is_thin or candidate.z < SETS_APART or not self._may_quote(candidate):
            return False
        if candidate.support >= 2:
            return candidate.support >= 0.01 * of_kind.people
        topic = candidate.topic.people if candidate.topic else 0
        return already < FILL_UP_TO and topic >= 0.02 * of_kind.people

    def _may_quote(self, candidate: Candidate) -> bool:
        unit = candidate.unit
        return (
            unit.quality >= SHOWN
            and self.quoted[unit.row] < QUOTES_PER_PERSON
            and unit.text.lower() not in self.taken
            and not has_odd_word(self.corpus, candidate.index)
        )

    def _is_new(self, candidate: Candidate, got: Sequence[Candidate]) -> bool:
        """Unlike everything taken: in meaning, in topic and in its opening words."""
        if not got:
            return True
        stems = set(candidate.topic.stems.split()) if candidate.topic else set()
        if any(stems & set(other.topic.stems.split()) for other in got if other.topic):
            return False
        if any(alike(candidate.unit.text, other.unit.text) for other in got):
            return False
        return self._closeness(candidate.index, [other.index for other in got]) < RELATED

    def _closeness(self, index: int, others: Sequence[int]) -> float:
        vectors, space = self.corpus.vectors, self.corpus.space
        one, rest = vectors.take([index]), vectors.take(others)
        return float(max(space.same(one, rest).max(), space.same(rest, one).max()))

    def _best_voice(self, candidate: Candidate, of_kind: Field) -> tuple[Candidate, str | None]:
        """Who says it best: a cleaner or fuller wording of nearly as many people. A bare name becomes the topic."""
        is_name = len(candidate.unit.words) <= 3 and candidate.support >= 3
        near = self._saying_the_same(candidate, of_kind)
        if is_name:
            near = [c for c in near if c.unit.quality >= 0.9 and len(c.unit.words) >= 4]
        else:
            near = [c for c in near if c.support >= max(2, 0.35 * candidate.support)]
        near = [c for c in near if self._may_quote(c)]
        if not near:
            return candidate, None

        def worth(other: Candidate) -> float:
            return other.unit.quality + other.support / candidate.support + 0.1 * (len(other.unit.words) <= 12)

        best = max(near, key=lambda c: (worth(c), -c.unit.row, -c.unit.start))
        if is_name:
            return best, without_articles(candidate.unit.text)
        return (best, None) if worth(best) > worth(candidate) + 0.1 else (candidate, None)

    def _saying_the_same(self, candidate: Candidate, of_kind: Field) -> list[Candidate]:
        others = [c for c in of_kind.candidates if c.index != candidate.index]
        if not others:
            return []
        one = self.corpus.vectors.take([candidate.index])
        same = self.corpus.space.same(one, self.corpus.vectors.take([c.index for c in others]))[0]
        return [c for c, value in zip(others, same, strict=True) if value >= SAME]

    def _take(self, voice: Candidate, kind: str, name: str | None, centre: Candidate) -> None:
        self.quoted[voice.unit.row] += 1
        topic = centre.topic or voice.topic
        shown = wording(topic, self.corpus.splitter.stemmer) if topic else None
        choice = self._choice(voice, kind, stands=True)
        if topic and (name or voice.support < 2):
            choice = replace(choice, topic=topic.stems, topic_words=name or shown)
        self.choices.append(choice)

    @staticmethod
    def _choice(voice: Candidate, kind: str, *, stands: bool) -> Choice:
        return Choice(voice.index, voice.unit, _kind(kind), stands, voice.score, voice.z, others=voice.others)


def _kind(name: str) -> StatementKind:
    return next(kind for kind in KINDS if kind == name)


def alike(a: str, b: str) -> bool:
    """The same opening, or most of the words: one of the two is enough for a reader."""
    x, y = [w.lower() for w in words(a)], [w.lower() for w in words(b)]
    if x[:4] == y[:4]:
        return True
    shortest = min(len(set(x)), len(set(y)))
    return min(len(x), len(y)) >= 4 and len(set(x) & set(y)) >= 0.6 * shortest


def has_odd_word(corpus: Corpus, index: int) -> bool:
    """A rare word where others, saying nearly the same, have a frequent one of nearly the same letters: a slip."""
    seen, mine = corpus.word_units, corpus.units[index].words
    odd = [word for word in mine if seen[word] <= 4 and not word.isdigit()]
    if not odd:
        return False
    theirs = sorted({word for i in _near(corpus, index) for word in corpus.units[i].words} - set(mine))
    return any(seen[other] >= 8 * seen[word] and _nearly(word, other) for word in odd for other in theirs)


def _near(corpus: Corpus, index: int) -> list[int]:
    weighted = corpus.vectors.weighted
    near = (weighted @ weighted[index].T).toarray().ravel()
    near[index] = 0
    best = np.argsort(-near, kind="stable")[:12]
    return [int(i) for i in best if near[i] >= 0.55]


def _nearly(word: str, other: str) -> bool:
    if word == other + "s" or other == word + "s":
        return False
    return sorted(word) == sorted(other) or difflib.SequenceMatcher(None, word, other).ratio() >= 0.74

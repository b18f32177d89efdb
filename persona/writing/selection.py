"""Which candidates stand for a segment: the best of each kind, none like another, nobody quoted more than twice."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from persona.models import KINDS, StatementKind
from persona.writing.candidates import Candidate, Field, candidates, speaks_freely
from persona.writing.corpus import Corpus
from persona.writing.quality import SHOWN
from persona.writing.similarity import RELATED, SAME
from persona.writing.topics import wording
from persona.writing.units import Unit
from persona.writing.words import words

CLEARLY_APART = 2.0
SETS_APART = 1.0
"""z from which a statement is more this segment's than everyone's."""
QUOTES_PER_PERSON = 2
COMMON = -1.0
"""z from which it is at least no statement of the others."""
STATEMENTS_AT_LEAST = 4
VOICE_QUALITY = 0.95
FEW_PEOPLE = 30
"""Only where so few were asked, a single voice may stand for a kind."""
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
    _odd: dict[int, bool] = field(default_factory=dict)

    def choose(self) -> list[Choice]:
        """Statements, kind by kind, best first."""
        self._fields = [candidates(self.corpus, self.segment, kind) for kind in KINDS]
        for of_kind in self._fields:
            self._choose_kind(of_kind, ((CLEARLY_APART, self.per_kind), (SETS_APART, min(FILL_UP_TO, self.per_kind))))
        for fill in (self._fill_with_common, self._fill_with_single_voices):
            if len(self.choices) < STATEMENTS_AT_LEAST:
                fill()
        self.choices.sort(key=lambda choice: KINDS.index(choice.kind))
        return self.choices

    def _fill_with_common(self) -> None:
        """What others say as often is still true of this segment; better than an empty portrait."""
        for of_kind in self._fields:
            self._choose_kind(of_kind, ((COMMON, 2),))

    def _fill_with_single_voices(self) -> None:
        """One voice a kind, well put, that says so itself: "one person said this"."""
        for of_kind in self._fields:
            if of_kind.people > FEW_PEOPLE or any(choice.kind == of_kind.kind for choice in self.choices):
                continue
            for candidate in of_kind.candidates:
                unit = candidate.unit
                if unit.quality >= VOICE_QUALITY and len(unit.words) >= 5 and self._may_quote(candidate):
                    self._take(candidate, of_kind.kind, candidate)
                    break

    @property
    def distinctness(self) -> dict[int, float]:
        """Unit -> z, for every candidate of this segment."""
        return {candidate.index: candidate.z for of_kind in self._fields for candidate in of_kind.candidates}

    def spares(self) -> list[Choice]:
        """More passages that a writer may cite: readable, and none like another."""
        out = []
        for of_kind in self._fields:
            chosen = {choice.index for choice in self.choices if choice.kind == of_kind.kind}
            got = [candidate for candidate in of_kind.candidates if candidate.index in chosen]
            for candidate in of_kind.candidates:
                if len(got) >= PASSAGES_PER_KIND:
                    break
                if self._may_cite(candidate) and all(of_kind.between(candidate, other) < SAME for other in got):
                    got.append(candidate)
                    out.append(self._choice(candidate, of_kind.kind, stands=False))
        return out

    def _may_cite(self, candidate: Candidate) -> bool:
        return candidate.unit.quality >= SHOWN and candidate.unit.text.lower() not in self.taken

    def _choose_kind(self, of_kind: Field, steps: Sequence[tuple[float, int]]) -> None:
        """First what sets the segment clearly apart; then, up to fewer, what does so less clearly."""
        chosen = {choice.index for choice in self.choices if choice.kind == of_kind.kind}
        got = [candidate for candidate in of_kind.candidates if candidate.index in chosen]
        for floor, limit in steps:
            for candidate in of_kind.candidates:
                if len(got) >= limit or (got and candidate.score < WORST_OF_BEST * got[0].score):
                    break
                self._consider(candidate, of_kind, got, floor)

    def _consider(self, candidate: Candidate, of_kind: Field, got: list[Candidate], floor: float) -> None:
        if not (self._may_stand(candidate, of_kind, len(got), floor) and self._is_new(candidate, of_kind, got)):
            return
        if candidate.support < 2 and not of_kind.is_own_topic(candidate, got):
            return
        voice = self._best_voice(candidate, of_kind)
        if self._is_new(voice, of_kind, got):
            got.append(voice)
            self._take(voice, of_kind.kind, candidate)

    def _may_stand(self, candidate: Candidate, of_kind: Field, already: int, floor: float) -> bool:
        if candidate.is_thin or candidate.z < floor or not self._may_quote(candidate):
            return False
        if candidate.support >= 2:
            return candidate.support >= 0.01 * of_kind.people
        topic = candidate.topic.people if candidate.topic else 0
        few = already < FILL_UP_TO or speaks_freely(candidate.unit)
        return few and topic >= 0.02 * of_kind.people

    def _may_quote(self, candidate: Candidate) -> bool:
        unit = candidate.unit
        return (
            unit.quality >= SHOWN
            and bool(self.corpus.typical[candidate.index])
            and self.may_quote_again(unit)
            and not self.has_odd_word(candidate.index)
        )

    def may_quote_again(self, unit: Unit) -> bool:
        """Whether this person may be quoted once more, in words that no other persona holds."""
        return self.quoted[unit.person] < QUOTES_PER_PERSON and unit.text.lower() not in self.taken

    def has_odd_word(self, index: int) -> bool:
        """Whether a unit holds a likely slip of the finger; looked up once."""
        if index not in self._odd:
            self._odd[index] = has_odd_word(self.corpus, index)
        return self._odd[index]

    @staticmethod
    def _is_new(candidate: Candidate, of_kind: Field, got: Sequence[Candidate]) -> bool:
        """Unlike everything taken: in meaning, in topic, in its opening words and in who says it."""
        stems = set(candidate.topic.stems.split()) if candidate.topic else set()
        if any(stems & set(other.topic.stems.split()) for other in got if other.topic):
            return False
        for other in got:
            if alike(candidate.unit.text, other.unit.text) or candidate.shares_words_with(other):
                return False
            if candidate.shares_people_with(other):
                return False
        return all(of_kind.between(candidate, other) < RELATED for other in got)

    def _best_voice(self, candidate: Candidate, of_kind: Field) -> Candidate:
        """Who says it best: a cleaner wording of nearly as many people; for a bare name, somebody who says more."""
        is_name = len(candidate.unit.words) <= 3 and candidate.support >= 3
        near = of_kind.saying_the_same(candidate)
        if is_name:
            near = [c for c in near if c.unit.quality >= 0.9 and len(c.unit.words) >= 4]
        else:
            near = [c for c in near if c.support >= max(2, 0.35 * candidate.support)]
        near = [c for c in near if self._may_quote(c)]
        if not near:
            return candidate

        def worth(other: Candidate) -> float:
            return other.unit.quality + other.support / candidate.support + 0.1 * (len(other.unit.words) <= 12)

        best = max(near, key=lambda c: (worth(c), -c.unit.row, -c.unit.start))
        return best if is_name or worth(best) > worth(candidate) + 0.1 else candidate

    def _take(self, voice: Candidate, kind: str, centre: Candidate) -> None:
        self.quoted[voice.unit.person] += 1
        choice = self._choice(voice, kind, stands=True)
        topic = voice.broader_topic or (voice.topic if voice.support < 2 else None)
        if voice.support < 0.5 * centre.support and centre.topic and centre.topic.is_pair:
            topic = centre.topic
        if topic:
            words_used = wording(topic, self.corpus.splitter.stemmer)
            choice = replace(choice, topic=topic.stems, topic_words=words_used)
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
    return any(
        (seen[other] >= 8 * seen[word] and _nearly(word, other)) or (seen[other] > seen[word] and _swapped(word, other))
        for word in odd
        for other in theirs
    )


def _near(corpus: Corpus, index: int) -> list[int]:
    weighted = corpus.vectors.weighted
    near = (weighted @ weighted[index].T).toarray().ravel()
    near[index] = 0
    best = np.argsort(-near, kind="stable")[:12]
    return [int(i) for i in best if near[i] >= 0.55]


def _swapped(word: str, other: str) -> bool:
    return len(word) > 3 and sorted(word) == sorted(other)


def _nearly(word: str, other: str) -> bool:
    if word == other + "s" or other == word + "s":
        return False
    return sorted(word) == sorted(other) or difflib.SequenceMatcher(None, word, other).ratio() >= 0.74

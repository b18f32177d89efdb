"""Which candidates stand for a segment: the best of each kind, none like another, nobody quoted more than twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from persona.kinds import KINDS, StatementKind, order
from persona.writing import conversing
from persona.writing.candidates import Candidate, Field, candidates
from persona.writing.choices import Choice
from persona.writing.conversing import FEW_PEOPLE
from persona.writing.core import core_of
from persona.writing.corpus import KIN, Corpus
from persona.writing.kinds import speaks_freely, writes_at_length
from persona.writing.novelty import is_new, said_elsewhere
from persona.writing.opposites import opposed
from persona.writing.own import Own
from persona.writing.quality import SHOWN, tells
from persona.writing.saying import (
    MANY_ASKED,
    NEEDS_TWO,
    OF_MANY,
    enough,
    names_what_many_name,
    says_little,
    shares_its_news,
    without_tail,
)
from persona.writing.similarity import SAME
from persona.writing.slips import has_odd_word
from persona.writing.steps import COMMON, FILL_UP_TO, NOT_LESS, STEPS, Step, floor_of
from persona.writing.topics import wording
from persona.writing.units import Unit
from persona.writing.voices import telling, worth

QUOTES_PER_PERSON = 2
STATEMENTS_AT_LEAST = 4
VOICE_QUALITY = 0.95
WORST_OF_BEST = 0.45
PASSAGES_PER_KIND = 14
VOICE_SHARE = 0.25
"""A better wording must have at least this part of the support."""
CLEARLY_BETTER = 0.1
MANY_ENOUGH = 100
"""Where so many were asked, two voices add nothing to three statements of a kind."""
TOPIC_OF_MANY = 0.03
"""Where many were asked, a single voice must speak of what so many of them name."""
TELLING_ALONE = 3
"""So many stems that say something, where one voice speaks for a topic."""
TITLE = 4
"""Words of what is rather a title than a sentence."""
COMPLAINTS = 5
"""Up to so many, where a long answer of one person says what is wrong with something that many name."""


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
    _own: dict[str, Own] = field(default_factory=dict)

    def choose(self) -> list[Choice]:
        """Statements, kind by kind, best first."""
        self._fields = [candidates(self.corpus, self.segment, kind) for kind in KINDS]
        self._choose_from_talk()
        for step in STEPS:
            for of_kind in self._fields:
                self._choose_kind(of_kind, step)
        for fill in (self._fill_with_common, self._fill_with_single_voices):
            if len(self.choices) < STATEMENTS_AT_LEAST:
                fill()
        self.choices.sort(key=lambda choice: (order(choice.kind), -choice.score))
        return self.choices

    def _choose_from_talk(self) -> None:
        """One quote a theme, where people were interviewed."""
        for kind, candidate in conversing.chosen(
            self.corpus, self.segment, self._fields, self.per_kind, self._may_quote
        ):
            self._take(candidate, kind, candidate)

    def _fill_with_common(self) -> None:
        """What others say as often is still true of this segment; better than an empty portrait."""
        for of_kind in self._fields:
            self._choose_kind(of_kind, Step(COMMON, 2, 1))

    def _fill_with_single_voices(self) -> None:
        """One voice a kind, well put, that says so itself: "one person said this"."""
        for of_kind in self._fields:
            if of_kind.people > FEW_PEOPLE or any(choice.kind == of_kind.kind for choice in self.choices):
                continue
            for candidate in of_kind.candidates:
                unit = candidate.unit
                if unit.talk:
                    continue  # chosen by themes
                if unit.quality >= VOICE_QUALITY and len(unit.words) >= 5 and self._may_quote(candidate):
                    self._take(candidate, of_kind.kind, candidate)
                    break

    @property
    def considered(self) -> dict[int, Candidate]:
        """Unit -> candidate, for every candidate of this segment."""
        return {candidate.index: candidate for of_kind in self._fields for candidate in of_kind.candidates}

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

    def _choose_kind(self, of_kind: Field, step: Step) -> None:
        chosen = {choice.index for choice in self.choices if choice.kind == of_kind.kind}
        got = [candidate for candidate in of_kind.candidates if candidate.index in chosen]
        limit = self.per_kind + step.more if step.limit is None else min(step.limit, self.per_kind)
        for candidate in of_kind.candidates:
            if len(got) >= limit or (got and candidate.score < WORST_OF_BEST * got[0].score):
                break
            self._consider(candidate, of_kind, got, step)

    def _consider(self, candidate: Candidate, of_kind: Field, got: list[Candidate], step: Step) -> None:
        if not (self._may_set_apart(candidate, step) and self._may_stand(candidate, of_kind, len(got), step)):
            return
        if not (self._is_new(candidate, of_kind, got) and self._sets_apart(candidate, len(got), step)):
            return
        if candidate.support < 2 and not of_kind.is_own_topic(candidate, got):
            return
        voice = self._best_voice(candidate, of_kind, got)
        if self._is_new(voice, of_kind, got):
            got.append(voice)
            self._take(voice, of_kind.kind, candidate)

    def _may_stand(self, candidate: Candidate, of_kind: Field, already: int, step: Step) -> bool:
        if not self._may_quote(candidate) or _is_cut_out(candidate.unit):
            return False
        if candidate.unit.talk:
            return False  # chosen by themes
        if self._says_little(candidate, of_kind):
            return False
        if candidate.is_thin or (_speaks_for_a_topic(candidate) and tells(candidate.unit) < TELLING_ALONE):
            return False  # "I had to return this item": many did, and nobody knows why
        if candidate.support >= max(2, enough(of_kind.people, candidate.unit)):
            few = already >= FILL_UP_TO and of_kind.people >= MANY_ENOUGH and candidate.support < OF_MANY
            return not few
        return self._is_worth_a_single_voice(candidate, of_kind, already, step)

    @staticmethod
    def _is_worth_a_single_voice(candidate: Candidate, of_kind: Field, already: int, step: Step) -> bool:
        """Well put, about something that many of those asked name."""
        unit, topic = candidate.unit, candidate.topic
        if not (topic and unit.whole and unit.quality >= VOICE_QUALITY):
            return False
        least = enough(of_kind.people, unit)
        if _speaks_for_a_topic(candidate):
            limit = COMPLAINTS if of_kind.kind == "frustration" else FILL_UP_TO - 1
            return already < limit and topic.people >= max(least, TOPIC_OF_MANY * of_kind.people)
        if speaks_freely(unit) or least >= 2 or step.support > 1 or candidate.support > 1:
            return False  # short messages repeat one another: what only one of them says is an accident
        return of_kind.people < MANY_ASKED and already < FILL_UP_TO and topic.people >= 0.02 * of_kind.people

    def _may_set_apart(self, candidate: Candidate, step: Step) -> bool:
        """A first look, before its variants are counted."""
        if speaks_freely(candidate.unit):
            return candidate.z >= step.floor
        return self._own_of(candidate).just_this(candidate) >= min(step.floor, NOT_LESS)

    def _sets_apart(self, candidate: Candidate, already: int, step: Step) -> bool:
        """The further down among answers to a question, the more clearly it must be the segment's own."""
        if speaks_freely(candidate.unit):
            return already < self.per_kind
        return self._own_of(candidate).z(candidate) >= max(step.floor, floor_of(already))

    def is_own(self, candidate: Candidate, floor: float) -> bool:
        """Whether what answers a question is so far the segment's own."""
        return speaks_freely(candidate.unit) or self._own_of(candidate).z(candidate) >= floor

    def _own_of(self, candidate: Candidate) -> Own:
        kind = candidate.unit.kind
        if kind not in self._own:
            self._own[kind] = Own(self.corpus, self.segment, kind)
        return self._own[kind]

    def _says_little(self, candidate: Candidate, of_kind: Field) -> bool:
        if says_little(candidate.unit, self.corpus, self.segment):
            return not names_what_many_name(candidate, self.corpus, self.segment, of_kind.people)
        return candidate.support > 1 and not shares_its_news(candidate, of_kind, self.corpus)

    def _is_new(self, candidate: Candidate, of_kind: Field, got: Sequence[Candidate]) -> bool:
        """Unlike what this kind holds already, and not said under another kind."""
        if not is_new(candidate, of_kind, got, self.corpus):
            return False
        elsewhere = [choice for choice in self.choices if choice.kind != of_kind.kind]
        kin = [choice.index for choice in elsewhere if choice.kind in KIN[of_kind.kind]]
        others = [choice.index for choice in elsewhere if choice.kind not in KIN[of_kind.kind]]
        return not said_elsewhere(candidate, kin, others, self.corpus, of_kind.known)

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

    def _best_voice(self, candidate: Candidate, of_kind: Field, got: Sequence[Candidate]) -> Candidate:
        """Who says it best: a cleaner wording of nearly as many people; for a bare name, somebody who says more."""
        if _speaks_for_a_topic(candidate):
            return self._best_on_topic(candidate, of_kind, got)
        is_name = len(candidate.unit.words) <= 3 and candidate.support >= 3
        near = of_kind.saying_the_same(candidate)
        if is_name:
            near = [c for c in near if len(c.unit.words) >= 4 and (c.support > 1 or c.unit.quality >= 0.9)]
        else:
            least = max(2, enough(of_kind.people, candidate.unit), VOICE_SHARE * candidate.support)
            near = [c for c in near if c.support >= least and not self._says_little(c, of_kind)]
        near = [c for c in near if self._may_quote(c)]
        near = [c for c in near if c.support > 1] or near
        if not near:
            return candidate

        best = max(near, key=lambda c: (worth(c, candidate, near, of_kind), -c.unit.row, -c.unit.start))
        if is_name:
            return best
        gain = worth(best, candidate, near, of_kind) - worth(candidate, candidate, near, of_kind)
        return best if gain > CLEARLY_BETTER else candidate

    def _best_on_topic(self, candidate: Candidate, of_kind: Field, got: Sequence[Candidate]) -> Candidate:
        """The sentence that tells most about what many name, in words that others use for it as well."""
        topic = of_kind.on_the_topic_of(candidate)
        near = [
            c
            for c in topic
            if c.unit.whole and c.unit.long and c.unit.quality >= VOICE_QUALITY and not c.is_thin
            and tells(c.unit) >= TELLING_ALONE
            and self._may_quote(c) and not self._says_little(c, of_kind) and self._is_new(c, of_kind, got)
        ]  # fmt: skip
        shares = self.corpus.share_of_stems(self.segment)
        best = sorted(near, key=lambda c: (-telling(c, topic, of_kind, shares), c.unit.place))
        return best[0] if best else candidate

    def _take(self, voice: Candidate, kind: str, centre: Candidate) -> None:
        self.quoted[voice.unit.person] += 1
        core = core_of(self.corpus, voice.index, kind)
        other_side = opposed(self.corpus, self.segment, voice.unit, kind)
        choice = replace(self._choice(voice, kind, stands=True), core=core, opposed=other_side)
        choice = replace(choice, unit=without_tail(voice.unit))
        topic = voice.broader_topic or (voice.topic if voice.support < 2 else None)
        if voice.support < 0.5 * centre.support and centre.topic and centre.topic.is_pair:
            topic = centre.topic
        if topic and (words_used := wording(topic, self.corpus.splitter.stemmer)):
            choice = replace(choice, topic=topic.stems, topic_words=words_used)
        self.choices.append(choice)

    @staticmethod
    def _choice(voice: Candidate, kind: str, *, stands: bool) -> Choice:
        unit, likeness = voice.unit, voice.likeness
        return Choice(
            voice.index, unit, _kind(kind), stands, voice.score, voice.z, others=voice.others, likeness=likeness
        )


def _is_cut_out(unit: Unit) -> bool:
    """No sentence of its own, where people wrote at length."""
    return writes_at_length(unit) and not unit.whole


def _speaks_for_a_topic(candidate: Candidate) -> bool:
    """Nothing was asked, and each tells in words of their own what many complain of or praise."""
    unit = candidate.unit
    if unit.talk or not speaks_freely(unit) or not candidate.is_of_a_broader_topic:
        return False
    if unit.kind in NEEDS_TWO:
        return False  # praise and deeds of many are found in the same words, those of one are of one thing
    return (unit.long and candidate.support <= OF_MANY) or not unit.whole or len(unit.words) <= TITLE


def _kind(name: str) -> StatementKind:
    return next(kind for kind in KINDS if kind == name)

"""Statements out of conversations: one quote a theme, those that most people speak of first."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from persona.writing import stances, talk
from persona.writing.candidates import Candidate, Field
from persona.writing.corpus import KIN, Corpus
from persona.writing.novelty import alike
from persona.writing.quality import DANGLING, points_outside
from persona.writing.steps import FILL_UP_TO, SETS_APART
from persona.writing.themes import ALIKE, ALIKE_ELSEWHERE, ONE_THEME_ELSEWHERE, TOLD_AT_LEAST, Themes
from persona.writing.topics import Topic
from persona.writing.units import Unit
from persona.writing.words import folded

FEW_PEOPLE = 30
"""Only where so few were asked, a single voice may stand for a kind."""
WORST_OF_BEST = 0.4
"""So much of the best of its kind a sentence must be worth where many were asked."""
SEVERAL = 3
"""What so many say comes first, for nobody is quoted often."""
FIT = 0.75
"""How well a sentence must read to be quoted out of a conversation."""
COMPANY, CENTRAL, SUPPORT = 0.3, 0.6, 1.0
"""What it is worth that others speak of the same, in words that many use, or say it."""
ALONE, ELSEWHERE, THEMELESS = 0.2, 0.2, 0.6
"""What a word of one's own costs, a subject that only the question names, and no word that names a theme."""
MORE, VAGUE, ONCE, SMALL, LONG, BRIEF = 0.4, 0.6, 0.3, 0.1, 0.02, 0.1
"""What a reason is worth; what "the idea of", a single time, a start cut off, and a word too many or too few cost."""
FORETOLD, REPORTED, OF_ALL, LITTLE = 0.5, 0.5, 0.8, 0.5
"""What it costs to tell what may come, what others fear, what all do or should do, or only what everybody names."""
TELLS = 1.2
"""What a sentence tells, at least, that says more than that: about one thing that less than half of the people name."""
DEED_AND_PRAISE = {"behaviour", "motivation"}
COMFORTABLE, AT_LEAST = 18, 8
APART, NEAR = (1.0, 0.5), 0.3
"""What closeness costs, beyond a little: to statements of the same kind or its kin, and to others."""
ONE_MEANING, ONE_MEANING_ELSEWHERE = 0.7, 0.85
"""From here on the answers put two statements so close that a reader takes them for one."""


class Spoken(NamedTuple):
    """A sentence of a conversation that may stand for a theme."""

    score: float
    company: int
    candidate: Candidate


def chosen(
    corpus: Corpus, segment: int, fields: Sequence[Field], per_kind: int, may_quote: Callable[[Candidate], bool]
) -> Iterator[tuple[str, Candidate]]:
    """Kind and sentence, one at a time, the best of each kind first: nobody is quoted often.

    `may_quote` is asked anew after each, for what was taken counts.
    """
    themes = Themes(corpus, segment)
    if not themes.people:
        return
    found = {each.kind: [s for s in ranked(corpus, themes, each) if s.candidate.z >= SETS_APART] for each in fields}
    got: list[tuple[str, Candidate]] = []
    alone = FILL_UP_TO if themes.people <= FEW_PEOPLE else 1
    for company, support, most in ((1, SEVERAL, per_kind), (1, 1, per_kind), (0, 1, alone)):
        for limit in range(1, most + 1):
            for kind, spoken in found.items():
                if sum(each == kind for each, _ in got) >= min(limit, per_kind):
                    continue
                near = [s for s in spoken if s.company >= company and s.candidate.support >= support]
                near = [s for s in near if may_quote(s.candidate)]
                if best := _best(near, _taken(got, kind), themes, corpus):
                    got.append((kind, best))
                    yield kind, best


def _best(found: Sequence[Spoken], taken: Taken, themes: Themes, corpus: Corpus) -> Candidate | None:
    """The best of these that says something new."""
    fresh = [s for s in found if is_new(s, taken, themes, corpus)]
    return max(fresh, key=lambda s: worth(s, taken, corpus)).candidate if fresh else None


def _taken(got: Sequence[tuple[str, Candidate]], kind: str) -> Taken:
    same = [candidate for each, candidate in got if each == kind]
    kin = [candidate.index for each, candidate in got if each in KIN[kind]]
    others = [candidate.index for each, candidate in got if each not in KIN[kind]]
    words = frozenset(candidate.topic.stems for candidate in same if candidate.topic)
    return Taken([candidate.index for candidate in same], kin, others, words)


def ranked(corpus: Corpus, themes: Themes, of_kind: Field) -> list[Spoken]:
    """The sentences of one kind that can be read by themselves, best first."""
    kin = KIN[of_kind.kind]
    pull = themes.pull(kin)
    fit = [c for c in of_kind.candidates if c.unit.talk and _is_fit(c.unit, themes, corpus) and themes.tells(c.index)]
    index = [c.index for c in fit]
    found = []
    for candidate, company, kindred in zip(fit, themes.company(index), themes.company(index, kin), strict=True):
        topic = _topic(themes, candidate, pull)
        likeness = themes.likeness(candidate.index, topic.stems if topic else "")
        support = themes.support(likeness, kin)
        near, akin = max(company, support - 1), max(kindred, support - 1)
        score = (
            COMPANY * (math.log1p(near) + math.log1p(akin))
            + CENTRAL * themes.centrality(candidate.index, pull)
            + SUPPORT * math.log(support)
            + _reads(candidate.unit, corpus)
            - LITTLE * (themes.weigh_senses(themes.senses_of(candidate.index)) < TELLS)
            - ALONE * themes.alone(candidate.index)
            - ELSEWHERE * (not _names_subject(candidate.unit, corpus))
            - THEMELESS * (topic is None)
        )
        if topic:
            near = max(near, themes.speakers[topic.stems] - 1)
        found.append(Spoken(score, near, replace(candidate, topic=topic, support=support, likeness=likeness)))
    found.sort(key=lambda s: (-s.score, s.candidate.unit.place))
    floor = WORST_OF_BEST * found[0].score if found and themes.people > FEW_PEOPLE else -math.inf
    return [s for s in found if s.score >= floor]


class Taken(NamedTuple):
    """What the persona says already: of the same kind, of it and its kin, and of others."""

    same: list[int]
    kin: list[int]
    others: list[int]
    words: frozenset[str]
    """Themes of the same kind."""


def is_new(found: Spoken, taken: Taken, themes: Themes, corpus: Corpus) -> bool:
    """Whether no statement taken names the same things, or means the same."""
    candidate = found.candidate
    tells, text, index = themes.tells(candidate.index), candidate.unit.text, candidate.index
    if candidate.topic and any(candidate.topic.stems in themes.tells(other) for other in taken.same):
        return False
    if not taken.words.isdisjoint(tells):
        return False
    if any(_repeats(found, other, themes, corpus) for other in (*taken.kin, *taken.others)):
        return False
    return not (
        any(themes.alike(index, other) >= ALIKE for other in taken.kin)
        or any(themes.alike(index, other) >= _limit(candidate, themes, other) for other in taken.others)
        or any(alike(text, corpus.units[other].text) for other in (*taken.kin, *taken.others))
        or corpus.meaning.between(index, taken.kin) >= ONE_MEANING
        or corpus.meaning.between(index, taken.others) >= ONE_MEANING_ELSEWHERE
    )


def _repeats(found: Spoken, other: int, themes: Themes, corpus: Corpus) -> bool:
    """Whether both fear an end, both refuse something of one sense, or praise tells only what a deed told."""
    index = found.candidate.index
    mine, theirs = corpus.units[index], corpus.units[other]
    if mine.kind == theirs.kind == "frustration":
        return stances.fears_an_end(mine.text) and stances.fears_an_end(theirs.text)
    shared = themes.senses_of(index) & themes.senses_of(other)
    if {mine.kind, theirs.kind} == DEED_AND_PRAISE:
        topic = found.candidate.topic
        one_theme = topic is not None and not shared.isdisjoint(talk.senses([topic.stems]))
        praises = mine.kind == "motivation" and bool(shared)
        return one_theme or (praises and themes.weigh_senses(themes.senses_of(index) - shared) < TOLD_AT_LEAST)
    return bool(shared) and stances.refuses(mine.text) and stances.refuses(theirs.text)


def worth(found: Spoken, taken: Taken, corpus: Corpus) -> float:
    """The score of a sentence, less where the answers put it close to what was taken."""
    closest = [corpus.meaning.between(found.candidate.index, each) for each in (taken.kin, taken.others)]
    return found.score - sum(much * max(0.0, near - NEAR) for much, near in zip(APART, closest, strict=True))


# -- inside -----------------------------------------------------------------------------------------
def _is_fit(unit: Unit, themes: Themes, corpus: Corpus) -> bool:
    if quality_of(unit, corpus) < FIT or not talk.stands_alone(unit):
        return False
    if unit.kind in ("behaviour", "motivation"):  # deeds and praise must name the subject, or answer to it
        answers = _asked_about_subject(unit, corpus) and not (talk.is_past(unit.text) or talk.likes(unit.text))
        return _names_subject(unit, corpus) or answers
    return themes.is_on_subject(unit)


def quality_of(unit: Unit, corpus: Corpus) -> float:
    """How well a sentence reads; "it" may stand for the subject of the conversations, where the sentence names it."""
    stem = corpus.splitter.stemmer.stem
    stems = [stem(word, unit.language) for word in unit.words]
    named = points_outside(unit) and talk.named_inside(unit, corpus.subject, stems)
    return unit.quality + DANGLING * named


def _reads(unit: Unit, corpus: Corpus) -> float:
    return (
        quality_of(unit, corpus)
        + MORE * talk.says_more(unit.text)
        - VAGUE * talk.is_vague(unit.text)
        - ONCE * talk.is_past(unit.text)
        - SMALL * unit.text[0].islower()
        - LONG * max(0, len(unit.words) - COMFORTABLE)
        - BRIEF * max(0, AT_LEAST - len(unit.words))
        - _at_large(unit, corpus)
    )


def _at_large(unit: Unit, corpus: Corpus) -> float:
    """What it costs that a sentence is not about whoever speaks and what is."""
    text = unit.text
    if unit.kind == "frustration":
        of_all = OF_ALL * stances.is_about_all(text)
        return of_all + FORETOLD * stances.foretells(text) + REPORTED * stances.reports(text)
    if unit.kind == "need":
        return OF_ALL * (not _names_subject(unit, corpus) and stances.asks_of_all(text))
    if unit.kind == "motivation":
        return FORETOLD * (stances.may_be(text) or (stances.is_able(text) and not _names_subject(unit, corpus)))
    return FORETOLD * (unit.kind == "goal" and stances.goes_on(text))


def _limit(candidate: Candidate, themes: Themes, other: int) -> float:
    """How much a statement may share with one of another kind; less where both are about one thing."""
    one_theme = candidate.topic is not None and candidate.topic.stems in themes.tells(other)
    return ALIKE_ELSEWHERE if not one_theme else ONE_THEME_ELSEWHERE


def _names_subject(unit: Unit, corpus: Corpus) -> bool:
    return not corpus.subject or not corpus.subject.isdisjoint(unit.stems)


def _asked_about_subject(unit: Unit, corpus: Corpus) -> bool:
    stem = corpus.splitter.stemmer.stem
    return not corpus.subject.isdisjoint(stem(word, unit.language) for word in folded(unit.question))


def _topic(themes: Themes, candidate: Candidate, pull: Mapping[str, float]) -> Topic | None:
    word = themes.word(candidate.index, pull)
    if not word:
        return None
    return Topic(word, themes.speakers[word], candidate.z, tuple(themes.naming(word)))

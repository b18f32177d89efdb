"""Whether a sentence tells enough to be a statement: what, and of what, in words that not everybody uses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from persona.writing import lexicon
from persona.writing.candidates import WELL_KNOWN, Candidate, Field
from persona.writing.corpus import Corpus
from persona.writing.kinds import question_kind
from persona.writing.units import Unit

ENOUGH_PEOPLE, ENOUGH_SHARE = 5, 0.01
"""So many people, or such a share of those asked, carry a statement …"""
MANY_ASKED, OF_MANY, UNASKED_SHARE = 150, 3, 0.0075
"""… and where so many were asked, never fewer than this."""
SOME_ASKED, OF_SOME = 50, 2
"""Among so many who were asked nothing, what one of them says is that one's own; praise and deeds take one more."""
TELLING = 2
"""Stems that say something by themselves; fewer are no statement where no question gives them a meaning."""
LONG_ENOUGH = 6
"""Words of a sentence from which a tail may be left out."""
PHRASE_OF_MANY = 0.05
NEEDS_TWO = ("motivation", "behaviour")
"""Praise and deeds that name a single thing say nothing; a complaint or a request may."""
_NEEDS_ASPECT = ("frustration", "need", "goal")
"""Where it was asked for, "I don't like the syntax" still leaves open what is wrong with it."""
_VERDICT_KINDS = ("frustration", "motivation")
_VERDICT = re.compile(
    r"(?:i|we) (?:don['’]?t|do not|didn['’]?t|did not|really|just|also|still|sometimes|\s)*"
    r"(?:like|love|hate|dislike|enjoy|want|need)\b|(?:it|this|that|they)\b",
    re.IGNORECASE,
)
_ONES_OWN = re.compile(
    r"\d|\bmy (?:usual|normal|regular|typical)\b"
    r"|\ban? (?:(?:size|extra)[ -])?(?:small|medium|large|x+[sl]|[sml])\b"
    r"(?= (?:in|at|with|and|or|on|but|from)\b|[,.]|$)",
    re.IGNORECASE,
)
"""Numbers, and sizes: "I always take a medium"."""
_TAIL = re.compile(r",\s+(?:an? )?([^\W\d_]+)$")


def enough(people: int, unit: Unit) -> float:
    """How many must carry a statement among so many who were asked; more for praise and deeds nobody asked for."""
    more = unit.kind in NEEDS_TWO and not question_kind(unit.question)
    if people < MANY_ASKED:
        of_some = people >= SOME_ASKED and not unit.talk and not question_kind(unit.question)
        return max(ENOUGH_SHARE * people, (OF_SOME + more) * of_some)
    if more:
        return max(OF_MANY + 1, UNASKED_SHARE * people)
    return max(OF_MANY, min(ENOUGH_PEOPLE, ENOUGH_SHARE * people))


def says_little(unit: Unit, corpus: Corpus, segment: int) -> bool:
    """ "This dress is gorgeous", "I want to transfer money": what nobody learns anything from."""
    if unit.kind in _NEEDS_ASPECT and _is_bare_verdict(unit.text):
        return True  # "the arm holes killed it for me": nobody knows what was wrong with them
    told = set(unit.stems) - lexicon.NEGATIONS - lexicon.TOPICLESS
    if question_kind(unit.question):
        bare = len(told - lexicon.VERDICTS) < TELLING and _VERDICT.match(unit.text)
        return bool(bare) and unit.kind in _NEEDS_ASPECT
    if len(told) < TELLING:
        return True  # "I am disappointed": nobody knows by what
    if unit.kind in NEEDS_TWO and _ONES_OWN.search(unit.text):
        return True  # sizes and dates
    known = _known(unit, corpus, segment)
    news = sum(_is_news(stem, known, corpus) for stem in told - lexicon.VERDICTS)
    return news < (2 if unit.kind in NEEDS_TWO else 1)


def _is_bare_verdict(text: str) -> bool:
    """A thing and that it is bad; "missing docs are a problem" says what is."""
    verdict = lexicon.BARE_VERDICT.match(text)
    return verdict is not None and not lexicon.CUES["frustration"].search(verdict[1])


def names_what_many_name(candidate: Candidate, corpus: Corpus, segment: int, people: int) -> bool:
    """ "It runs true to size": short, but in a phrase of so many that it tells what they care about."""
    topic = candidate.topic
    if _ONES_OWN.search(candidate.unit.text):
        return False
    if not topic or not topic.is_pair or topic.people < PHRASE_OF_MANY * people:
        return False
    known = _known(candidate.unit, corpus, segment)
    return any(
        _is_news(s, known, corpus) and s not in lexicon.VERDICTS | lexicon.TOPICLESS for s in topic.stems.split()
    )


def shares_its_news(candidate: Candidate, of_kind: Field, corpus: Corpus) -> bool:
    """Whether one of those who back it names what is new in it: "pending" does not back "declined"."""
    unit = candidate.unit
    near = of_kind.saying_the_same(candidate)
    if question_kind(unit.question) or not near:
        return True
    silent = lexicon.NEGATIONS | lexicon.TOPICLESS | of_kind.known
    news = {stem for stem in unit.stems if stem not in silent and not corpus.is_everywhere(stem)}
    return not news or any(not news.isdisjoint(other.unit.stems) for other in near)


def _known(unit: Unit, corpus: Corpus, segment: int) -> Mapping[str, float]:
    """What is no news: in short messages what the segment is about; at length, a complaint of many stays one."""
    return corpus.share_of_common_stems(segment) if unit.long else corpus.share_of_stems(segment)


def _is_news(stem: str, known: Mapping[str, float], corpus: Corpus) -> bool:
    return not known or (known.get(stem, 0.0) < WELL_KNOWN and not corpus.is_everywhere(stem))


def without_tail(unit: Unit) -> Unit:
    """ "…, confusing": a verdict of one word, tacked on, is left out of the quote."""
    tail = _TAIL.search(unit.text)
    if not tail or not question_kind(unit.question) or not _is_verdict(tail[1]):
        return unit
    if len(unit.words) < LONG_ENOUGH or "," in unit.text[: tail.start()]:
        return unit
    text = unit.text[: tail.start()]
    return replace(unit, text=text, end=unit.start + len(text), words=unit.words[:-1], stems=_without_last(unit))


def _without_last(unit: Unit) -> tuple[str, ...]:
    return unit.stems[:-1] if unit.stems and unit.words[-1][:3] == unit.stems[-1][:3] else unit.stems


def _is_verdict(word: str) -> bool:
    return any(lexicon.CUES[kind].fullmatch(word) or lexicon.CUES[kind].match(word) for kind in _VERDICT_KINDS)

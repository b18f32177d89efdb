"""Lexical overlap: how far a sentence says what the passages that it cites say, by stems, numbers and negation.

Three ways to agree, from safe to loose: the very words; nearly the words (then no word of weight may be another); and
a paraphrase (then most of its weight must stand in the passages). Meaning that words do not show is for a second look.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Literal, NamedTuple

from persona.models import Strength
from persona.writing import lexicon
from persona.writing.words import Stemmer, folded, is_negation, language

Reason = Literal["unsupported", "altered", "number", "negation"]

STRONG = 0.8
CLEAR = 0.65
LEAST = 0.5
"""Shares of a sentence's weight that must stand in what it cites."""
NEAR = 0.6
NEAR_WORDS = 3
"""From here on a sentence is a copy, and a copy must be exact."""
OWN_SHARE = 0.3
"""What a single cited passage must hold to count among the evidence."""
LIGHT = 0.4
LEADING = 4
NOT = "not"
_NOT = frozenset(["not", "cannot", "nicht", "pas", "não"])
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-ÖØ-Þ])|;\s+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NUMBER_WORDS = {
    word: str(number)
    for number, words in enumerate(
        ["zero null", "", "two zwei", "three drei", "four vier", "five", "six sechs", "seven sieben", "eight acht",
         "nine neun", "ten zehn", "eleven elf", "twelve zwölf"]
    )
    for word in words.split()
}  # fmt: skip
# Of the words that say nothing of a topic, those that a copy must not change: how often, on which day, good or bad.
_TELLING = frozenset(
    ["alway", "often", "sometim", "usual", "soon", "yet", "today", "tomorrow", "yesterday", "monday", "tuesday",
     "wednesday", "thursday", "friday", "saturday", "sunday", "easi", "easier", "hard", "difficult", "good", "better",
     "best", "great", "nice", "bien", "bon", "boa", "bom", "buen", "bueno", "gut", "toll", "super", "glad", "happi",
     "sad", "love", "disappoint", "everyth", "anyth", "someth", "two", "three", "mani"]
)  # fmt: skip
# Words that deny without being a negation: a paraphrase may use them for one.
_DENYING = re.compile(
    r"^(?:lack|miss|avoid|hate|dislik|fail|unabl|struggl|hard|difficult|trouble|stop|prevent|refus|doubt|fehl|schwer|"
    r"verm|hass|falt|manqu|évit|evit|odi)"
)


class LexicalOverlap(NamedTuple):
    """How well a sentence agrees, with which passages; or why not."""

    strength: Strength | None
    cited: tuple[str, ...]
    reason: Reason | None = None


@dataclass(frozen=True)
class Said:
    """A text as words and stems."""

    words: tuple[str, ...]
    stems: frozenset[str]
    numbers: frozenset[str]
    denials: tuple[str, ...]
    """How the text denies, in order of the alphabet; "not" in all its forms is one."""

    @property
    def negative(self) -> bool:
        return bool(self.denials)

    def weight(self, among: frozenset[str] | None = None) -> float:
        """How much the stems weigh, or those among others."""
        stems = self.stems if among is None else self.stems & among
        return sum(LIGHT if stem in lexicon.TOPICLESS else 1.0 for stem in stems)


class _Own(threading.local):
    """Snowball keeps the word it works on in itself: each thread needs its own."""

    @cached_property
    def stemmer(self) -> Stemmer:
        return Stemmer()


_own = _Own()


def said(text: str, code: str | None = None) -> Said:
    """What a text says; `code` is its language where that is known."""
    words = tuple(folded(text))
    found = _own.stemmer.stems(words, code or language(words))
    stems = frozenset(found) - lexicon.NEGATIONS - lexicon.GENERIC
    numbers = {*_NUMBER.findall(text), *(_NUMBER_WORDS[word] for word in words if word in _NUMBER_WORDS)}
    return Said(words, stems, frozenset(numbers), _denials(words))


def _denials(words: Iterable[str]) -> tuple[str, ...]:
    found = (word for word in words if is_negation(word) or word in lexicon.NEGATIONS)
    return tuple(sorted(NOT if word in _NOT or word.endswith("n't") else word for word in found))


def lexical_overlap(text: str, passages: Sequence[tuple[str, str]]) -> LexicalOverlap:
    """How well a claim agrees with passages, given as id and text: as well as its worst sentence."""
    code = language(folded(" ".join(passage for _, passage in passages)))
    cited = [(id_, said(passage, code)) for id_, passage in passages]
    found = [_overlap(said(sentence, code), cited, code) for sentence in sentences(text)]
    if lost := next((one for one in found if one.strength is None), None):
        return lost
    weakest = max((one.strength for one in found if one.strength), key=("strong", "clear", "weak").index)
    carrying = {id_ for one in found for id_ in one.cited}
    return LexicalOverlap(weakest, tuple(id_ for id_, _ in cited if id_ in carrying))


def sentences(text: str) -> list[str]:
    """The sentences of a claim, and what stands on either side of a semicolon."""
    return [piece for piece in _SENTENCE_END.split(text) if folded(piece)] or [text]


def _overlap(claim: Said, cited: Sequence[tuple[str, Said]], code: str) -> LexicalOverlap:
    if word_for_word := [id_ for id_, passage in cited if _is_part(claim, passage)]:
        return LexicalOverlap("strong", tuple(word_for_word))
    for _, passage in cited:
        if reason := _altered(claim, passage, code):
            return LexicalOverlap(None, (), reason)
    return _paraphrase(claim, cited)


def _is_part(claim: Said, passage: Said) -> bool:
    """Whether a sentence stands in a passage word for word, without what denies it."""
    size = len(claim.words)
    for at in range(len(passage.words) - size + 1):
        if size and passage.words[at : at + size] == claim.words:
            around = (*passage.words[max(0, at - LEADING) : at], *passage.words[at + size : at + size + 1])
            return not _denials(around)
    return False


def _altered(claim: Said, passage: Said, code: str) -> Reason | None:
    """What is wrong with a sentence that is nearly a copy; None when it is no copy, or only leaves out words."""
    if len(claim.words) < NEAR_WORDS:
        return None
    matcher = SequenceMatcher(None, claim.words, passage.words, autojunk=False)
    blocks = matcher.get_matching_blocks()
    if sum(block.size for block in blocks) < NEAR * len(claim.words):
        return None
    if claim.denials != passage.denials:
        return "negation"
    own = {word for tag, a, b, _, _ in matcher.get_opcodes() if tag != "equal" for word in claim.words[a:b]}
    if set(_denials(own)) - {NOT}:  # "never" for "without" is another word, though both deny
        return "negation"
    if claim.numbers - passage.numbers:
        return "number"
    return "altered" if _stems(own, code) - _stems(passage.words, code) else None


def _stems(words: Iterable[str], code: str) -> frozenset[str]:
    """Stems that weigh, and those that tell something though they weigh nothing."""
    found = frozenset(_own.stemmer.stems(tuple(words), code))
    return found - lexicon.NEGATIONS - (lexicon.GENERIC - _TELLING)


def _paraphrase(claim: Said, cited: Sequence[tuple[str, Said]]) -> LexicalOverlap:
    """One passage must hold most of it by itself: words picked from here and there say something else."""
    held = [(id_, passage) for id_, passage in cited if _share(claim, passage) >= OWN_SHARE]
    carrying = [passage for _, passage in held if _carries(claim, passage)]
    if not carrying:
        return LexicalOverlap(None, (), "unsupported")
    if claim.numbers - frozenset[str]().union(*(passage.numbers for _, passage in held)):
        return LexicalOverlap(None, (), "number")
    if not _same_direction(claim, carrying):
        return LexicalOverlap(None, (), "negation")
    share = max(_share(claim, passage) for passage in carrying)
    strength: Strength = "strong" if share >= STRONG else "clear" if share >= CLEAR else "weak"
    return LexicalOverlap(strength, tuple(id_ for id_, _ in held))


def _carries(claim: Said, passage: Said) -> bool:
    content = claim.stems - lexicon.TOPICLESS
    enough = len(content & passage.stems) >= min(2, len(content)) if content else claim.stems <= passage.stems
    return enough and _share(claim, passage) >= LEAST


def _share(claim: Said, passage: Said) -> float:
    total = claim.weight()
    return claim.weight(passage.stems) / total if total else 0.0


def _same_direction(claim: Said, passages: Sequence[Said]) -> bool:
    """A denial needs a passage that denies; where all passages deny, the claim must, in whatever words."""
    denying = claim.negative or any(_DENYING.match(word) for word in claim.words)
    if claim.negative and not any(_denies(passage) for passage in passages):
        return False
    return denying or not all(passage.negative for passage in passages)


def _denies(passage: Said) -> bool:
    return passage.negative or any(_DENYING.match(word) for word in passage.words)

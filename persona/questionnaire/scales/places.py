"""The place of one answer in words: how far up or down its words put it, and what it is about."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from persona.questionnaire.scales.degree_words import DEGREES, FILLERS, LONGEST_PHRASE, NEGATING_PREFIXES, Degree, Role
from persona.questionnaire.values.cells import spelling_key

_LETTER = r"(?:[^\W_]|[\u0900-\u0963\u0966-\u0dff])"  # of Indian scripts, whose vowels are marks, these stand for all
_WORD = re.compile(rf"{_LETTER}+(?:['’-]{_LETTER}+)*|{_LETTER}+'")
_NUMBERING = re.compile(
    r"^\s*(?:[(\[]?-?\d{1,3}[)\]]?\s*[.:=)–—-]*\s+|[a-z][.)]\s+)(?=\D)|\s*[-–(=:]?\s*\(?\d{1,3}\)?\s*$"
)
_ASIDE = re.compile(r"\s*\([^()]*\)|\s+(?:--|–|—)\s.*$|\s-\s.*$")
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")  # Thai, Japanese, Chinese
_WEAK = 0.6
_LONGEST = 200  # letters looked at
_PLAIN_POLE = 0.7  # the strength of "agree" alone, between "somewhat" and "very"


class Place(NamedTuple):
    """`value` runs from -1 (least) to 1 (most), in an `amount` from none to all; `about` is what is left over."""

    value: float
    about: frozenset[str]
    graded: bool  # some word gave it its place
    middle: bool = False
    negated: bool = False
    amount: bool = False
    pole: bool = False


@lru_cache(maxsize=8_192)
def place(answer: str) -> Place:
    """Where the words of an answer put it. "Stimme eher nicht zu" is -0.45, "very satisfied" 0.85, "neutral" 0."""
    key = spelling_key(answer[:_LONGEST]).replace("_", " ")
    key = _NUMBERING.sub("", key) or key
    found = _weigh(_ASIDE.sub("", key))
    return found if found.graded or found.about else _weigh(key)


def _weigh(key: str) -> Place:
    degrees, about = _unspaced(key) if _UNSPACED.search(key) else _parted(key)
    if any(degree.role is Role.MIDDLE for degree in degrees):
        return Place(0.0, frozenset(), graded=True, middle=True)
    amounts = [degree.value for degree in degrees if degree.role is Role.AMOUNT]
    negations = [degree.value for degree in degrees if degree.role is Role.NOT]
    poles = [degree.value for degree in degrees if degree.role is Role.POLE]
    strengths = [degree.value for degree in degrees if degree.role is Role.DEGREE]
    if amounts:
        value = _turned(2 * amounts[0] - 1, negations, strengths)
        return Place(value, frozenset(about), graded=True, amount=True, negated=bool(negations))
    value = poles[0] if poles else _PLAIN_POLE
    if strengths:
        scaled = strengths[0] if len(strengths) == 1 else _two(strengths)
        value = (1 if value > 0 else -1) * (scaled if abs(value) < 1 or scaled < _WEAK else abs(value))
    if negations:
        value = _negated(value, negations, strengths)
    return Place(value, frozenset(about), bool(degrees), negated=bool(negations), pole=bool(poles))


def _two(strengths: list[float]) -> float:
    """ "Slightly too much" is less than "too much": the weaker word leads."""
    return 0.5 * min(strengths) + 0.4 * sum(strengths) / len(strengths)


def _negated(value: float, negations: list[float], strengths: list[float]) -> float:
    if min(negations) == -1:
        return -1.0 if value > 0 else 1.0
    if strengths:
        return -value
    return max(negations) if value > 0 else -max(negations)


def _turned(value: float, negations: list[float], strengths: list[float]) -> float:
    if negations:
        return -1.0 if min(negations) == -1 else -abs(value) * 0.5
    if strengths and strengths[0] >= 0.85:
        return value + 0.3 * (1 - value) if value > 0 else value - 0.3 * (1 + value)
    return value


def _parted(key: str) -> tuple[list[Degree], list[str]]:
    """The words that place an answer, longest phrases first, and the others."""
    words = _WORD.findall(key)
    degrees: list[Degree] = []
    about: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(LONGEST_PHRASE, len(words) - at), 0, -1):
            if found := _degree(" ".join(words[at : at + length])):
                degrees.append(found)
                at += length
                break
        else:
            if words[at] not in FILLERS:
                about.append(words[at].removesuffix("s") if len(words[at]) > 4 else words[at])
            at += 1
    return degrees, about


def _degree(phrase: str) -> Degree | None:
    """What a phrase does to an answer; "ótima" as "ótimo", and "inutile" as the other side of "utile"."""
    if found := DEGREES.get(phrase):
        return found
    if phrase.endswith("a") and (found := DEGREES.get(f"{phrase[:-1]}o")) and found.role is Role.POLE:
        return found
    for prefix in NEGATING_PREFIXES:
        rest = phrase.removeprefix(prefix)
        if rest != phrase and len(rest) > 3 and (found := DEGREES.get(rest)) and found.role is Role.POLE:
            return found._replace(value=-found.value)
    return None


def _unspaced(key: str) -> tuple[list[Degree], list[str]]:
    degrees: list[Degree] = []

    def take(match: re.Match[str]) -> str:
        degrees.append(DEGREES[match[0]])
        return " "

    rest = _unspaced_phrases().sub(take, key)
    return degrees, _WORD.findall(rest)


@cache
def _unspaced_phrases() -> re.Pattern[str]:
    phrases = sorted((phrase for phrase in DEGREES if _UNSPACED.search(phrase)), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, phrases)))

"""Scales in words of any language by their build: a side, its opposite, both strengthened, and a middle."""

from __future__ import annotations

import re
from collections import Counter
from itertools import permutations
from typing import TYPE_CHECKING, Literal, NamedTuple

from persona.questionnaire.scales.degree_words import DEGREES, Role
from persona.questionnaire.scales.places import place
from persona.questionnaire.values.cells import spelling_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_LEAST, _MOST = 4, 5
_MORE_WORDS, _MORE_LETTERS = 3, 4  # that strengthen: "very", "not at all"; of scripts without blanks in letters
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_SHORT_WORDS = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]"
)  # a sign is a syllable, or more
_STEM, _SHORT_STEM, _STEM_SHARE = 5, 2, 0.55  # letters that two opposites have in common
_WORD = re.compile(r"[^\W_]+")
_PREFIX = 3  # letters that deny a word: "ne", "un", "dis"
_SYMMETRIC = 4  # places with two on each side
_WORDS_BETWEEN = 2  # of what lies between without saying so; what stands outside needs more: "I have not used it"


class Mirrored(NamedTuple):
    """Spelling keys, lowest first. `middle`: the one that no other word proves to lie between both sides."""

    order: tuple[str, ...]
    middle: str | None
    higher_is: Literal["more"] | None


def mirrored(keys: Sequence[str]) -> Mirrored | None:
    """The order of answers whose words are not known; None where they are not built like a scale.

    "Ļoti neapmierināts, neapmierināts, neitrāli, apmierināts, ļoti apmierināts": two answers that hold two others with
    a word more, these others one stem, and at most one answer beside them. The longer one of the two denies the other.
    """
    if not _LEAST <= len(keys) <= _MOST:
        return None
    found = set(_readings(keys))
    if len(found) > 1:  # where one side is known as the lower one, it is
        found = {each for each in found if place(each.order[1]).value < 0}
    return found.pop() if len(found) == 1 else None


def _readings(keys: Sequence[str]) -> Iterator[Mirrored]:
    pairs = ((a, b, _added(b, a)) for a, b in permutations(keys, 2) if not repeats_a_word(b))
    longer = {(a, b): added for a, b, added in pairs if added and not _denies(added)}
    for (plain, strong), (other, strongest) in permutations(longer, 2):
        four = {plain, strong, other, strongest}
        if len(four) < _LEAST or len(other) < len(plain) or not _are_opposites(plain, other):
            continue
        words = {longer[plain, strong], longer[other, strongest]}
        if len(words) > 1 and (_contains(other, plain) or not any(word in DEGREES for word in words)):
            continue  # one word for both sides strengthens; "self-employed" beside "long-term unemployed" does not
        between = [key for key in keys if key not in four]
        unproved = next((key for key in between if not (repeats_a_word(key) or names_both(key, plain, other))), None)
        if unproved is None or len(unproved.split()) <= _WORDS_BETWEEN:
            order = (strongest, other, *between, plain, strong)
            yield Mirrored(order, unproved, "more" if len(other) > len(plain) else None)


def _denies(added: str) -> bool:
    """Whether the words by which one answer is longer turn it round ("not"), not strengthen it ("not at all")."""
    known = DEGREES.get(added)
    return known is not None and known.role is Role.NOT and known.value > -1


def denied_one(one: str, other: str) -> str | None:
    """Of two ends in one language the one that denies the other by letters before its word; None where neither does.

    >>> denied_one("ļoti apmierināts", "ļoti neapmierināts"), denied_one("slow", "fast"), denied_one("man", "woman")
    ('ļoti neapmierināts', None, None)
    """
    words = [_WORD.findall(spelling_key(text)) for text in (one, other)]
    for first, second, denying in ((words[0], words[1], other), (words[1], words[0], one)):
        for word in first:
            longer = (each for each in second if each != word and each.endswith(word))
            if len(word) >= _STEM and any(len(each) - len(word) <= _PREFIX for each in longer):
                return denying
    return None


def with_both_ends(words: Sequence[str]) -> tuple[str, ...]:
    """The steps of a scale, lowest first, with the end that nobody chose: the other side has it.

    >>> with_both_ends(["Disagree", "Neutral", "Agree", "Strongly agree"])
    ('Strongly disagree', 'Disagree', 'Neutral', 'Agree', 'Strongly agree')
    >>> with_both_ends(["Never", "Often", "Very often"])
    ('Never', 'Often', 'Very often')
    """
    sides = list(words)
    if len(words) == _LEAST:
        keys = [spelling_key(word) for word in words]
        middle = next((at for at in (1, 2) if place(keys[at]).middle or repeats_a_word(keys[at])), None)
        sides = [word for at, word in enumerate(words) if at != middle]
    if len(sides) != _LEAST - 1 or len({spelling_key(word) for word in sides}) < len(sides):
        return tuple(words)
    low, between, high = sides
    if _is_prefixed(low, between) and (end := _strengthened(low, between, high)):
        return (end, *words)
    if _is_prefixed(between, high) and (end := _strengthened(high, between, low)):
        return (*words, end)
    return tuple(words)


def _strengthened(word: str, other: str, strong: str) -> str:
    """A word with what strengthens another one: "dissatisfied" as "very satisfied" does "satisfied"; "" if nothing."""
    if not _added(spelling_key(strong), spelling_key(other)):
        return ""
    at = strong.casefold().find(other.casefold())
    if at < 0 or len(strong.casefold()) != len(strong):
        return ""
    before, after = strong[:at], strong[at + len(other) :]
    small = before and strong[at].islower() and word[1:] == word[1:].lower()
    return f"{before}{word[:1].lower() + word[1:] if small else word}{after}"


def _is_prefixed(word: str, other: str) -> bool:
    """Whether one word denies the other by its own letters: "dissatisfied"; "not satisfied" may be a lowest step."""
    negative, positive = spelling_key(word), spelling_key(other)
    return _are_opposites(negative, positive) and len(negative) > len(positive) and not _contains(negative, positive)


def middle_of(values: Mapping[str, float], keys: Sequence[str]) -> str | None:
    """The one answer without a place among others that lie two by two around it; None where there is none such."""
    beside = [key for key in keys if key not in values]
    places = sorted(round(value, 2) for value in values.values())
    mirrored_places = sorted(-place for place in places)
    even = len(places) == len(set(places)) >= _SYMMETRIC and 0 not in places
    signs = [place > 0 for place in places]
    if len(beside) != 1 or not even or not (places == mirrored_places or _are_halves(signs)):
        return None
    return beside[0] if len(beside[0].split()) <= _WORDS_BETWEEN or repeats_a_word(beside[0]) else None


def repeats_a_word(key: str) -> bool:
    """Whether an answer says one word twice, as those do that lie between: "ani-ani", "neither … nor …".

    >>> repeats_a_word("ούτε/ούτε"), repeats_a_word("very good")
    (True, False)
    """
    words = _WORD.findall(key)
    return len(words) > len(set(words))


def names_both(key: str, side: str, other: str) -> bool:
    """Whether an answer names two others, one beside the other.

    >>> names_both("ni zadovoljen ni nezadovoljen", "zadovoljen", "nezadovoljen")
    True
    """
    return any(
        _contains(key, a) and _contains(f" {key} ".replace(f" {a} ", "  ", 1).strip(), b)
        for a, b in ((side, other), (other, side))
    )


def names_a_word_of_each(key: str, lower: Sequence[str], upper: Sequence[str]) -> bool:
    """Whether an answer holds a word that two lower answers and no upper ones use, and one of two upper answers.

    >>> names_a_word_of_each("ni belo ni crveno", ["jako crveno", "malo crveno"], ["malo belo", "jako belo"])
    False
    >>> names_a_word_of_each("ani veselé ani smutné", ["velmi smutné", "trochu smutné"], ["veselé", "velmi veselé"])
    True
    """
    below, above = (
        Counter(word for other in side if other != key for word in set(_WORD.findall(other)) if len(word) >= _STEM)
        for side in (lower, upper)
    )
    words = set(_WORD.findall(key))
    return all(
        any(side[word] > 1 and word not in other for word in words) for side, other in ((below, above), (above, below))
    )


def _are_halves(signs: Sequence[bool]) -> bool:
    return 2 * sum(signs) == len(signs)


def _added(long: str, short: str) -> str:
    """What one answer says besides another: the words that strengthen it."""
    if long.startswith(f"{short} ") or long.endswith(f" {short}"):
        added = long.removesuffix(short) if long.endswith(short) else long.removeprefix(short)
        return added.strip() if len(added.split()) <= _MORE_WORDS else ""
    if _UNSPACED.search(short) and len(short) < len(long) <= len(short) + _MORE_LETTERS:
        return next(iter(_affixes(long, short)), "")
    return ""


def _affixes(long: str, short: str) -> Iterator[str]:
    if long.startswith(short):
        yield long.removeprefix(short)
    if long.endswith(short):
        yield long.removesuffix(short)


def _contains(long: str, short: str) -> bool:
    return f" {short} " in f" {long} "


def _are_opposites(a: str, b: str) -> bool:
    """Whether two answers have a stem in common: "apmierināts" and "neapmierināts", "동의함" and "동의하지 않음"."""
    least = _SHORT_STEM if _SHORT_WORDS.search(a) else _STEM
    common = max(_common_start(a, b), _common_start(a[::-1], b[::-1]))
    return common >= max(least, _STEM_SHARE * min(len(a), len(b)))


def _common_start(a: str, b: str) -> int:
    return next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))

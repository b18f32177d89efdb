"""Scales in signs: ★★★☆☆, smileys, thumbs, "4 stars", "4/5", "++"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from persona.questionnaire.values.blanks import blank_kind
from persona.questionnaire.values.cells import plain_digits, shown
from persona.questionnaire.values.numerals import is_range, out_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_FULL, _EMPTY = "★⭐🌟●⬤■◆♥❤🧡💛💚💙💜⬛✔✓▰🟊", "☆○◯□◇♡🤍⬜▱"
_VARIANT = re.compile("[\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff\\s]")
_STARS = re.compile(
    r"(?P<count>\d{1,2}(?:[.,]\d)?)\s*[-\s]?(?:stars?|sterne?|étoiles?|estrellas?|estrelas?|stelle|stella"
    r"|ster(?:ren)?|[★⭐]\ufe0f?"
    r"|つ星|星)|(?P<word>one|two|three|four|five)\s+stars?",
    re.IGNORECASE,
)
_MOST_TEXTS = 200
_NUMBER_WORDS = {"one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0}
_BARE = re.compile(r"\d{1,2}(?:[.,]\d)?")
_TWO = re.compile(r"(?P<before>\D{0,12})(?P<one>\d{1,2})(?P<between>\D{1,16})(?P<other>\d{1,2})(?P<after>\D{0,12})")
_LEAST_FRAMED = 3  # texts
_SIGNED = re.compile(r"[+]{1,3}|[-–−]{1,3}|[0oO±]|[+]/[-–−]")
# What the standard names of smileys say of a mood (Unicode character names).
_MOODS = (
    (
        re.compile(
            r"HEART-SHAPED|STAR-STRUCK|ROLLING ON THE FLOOR|LOVE|HEART|PARTY|TEARS OF JOY|GRINNING FACE WITH STAR"
        ),
        1.0,
    ),
    (re.compile(r"GRINNING|BEAMING|OPEN MOUTH AND SMILING|SMILING FACE WITH OPEN|THUMBS UP|CLAPPING|SUNGLASSES"), 0.8),
    (re.compile(r"SLIGHTLY SMILING"), 0.5),
    (re.compile(r"SMILING|RELIEVED|HAPPY|OK HAND"), 0.65),
    (re.compile(r"NEUTRAL|EXPRESSIONLESS|STRAIGHT|NO MOUTH|THINKING|DIAGONAL|SHRUG"), 0.0),
    (re.compile(r"SLIGHTLY FROWNING|CONFUSED|UNAMUSED"), -0.45),
    (re.compile(r"POUTING|SERIOUS FACE WITH SYMBOLS|VOMIT|ANGRY|FACE WITH SYMBOLS"), -1.0),
    (re.compile(r"LOUDLY CRYING|CRYING|WEARY|THUMBS DOWN|TIRED|NAUSEATED"), -0.8),
    (re.compile(r"FROWNING|SAD|DISAPPOINTED|WORRIED|PENSIVE|PERSEVERING|ANGUISHED"), -0.6),
)


@dataclass(frozen=True, slots=True)
class SymbolScale:
    """`values` gives each cell text its number; `words` holds the signs, lowest first, where they are the scale."""

    low: float
    high: float
    values: Mapping[str, float]
    words: tuple[str, ...] = ()


def read_symbols(counts: Mapping[str, int]) -> SymbolScale | None:
    """The scale of a column of stars, smileys or scores out of up to 10; None where it is none. Higher is more."""
    if len(counts) > _MOST_TEXTS:
        return None
    asked = {text: n for text, n in counts.items() if blank_kind(text) is None or _SIGNED.fullmatch(text.strip())}
    if not 2 <= len(asked) <= 60:
        return None
    for read in (_stars, _scores, _signs, _smileys):
        if scale := read(asked):
            return scale
    return None


def _stars(asked: Mapping[str, int]) -> SymbolScale | None:
    values = {text: found for text in asked if (found := _star_count(text)) is not None}
    if not _nearly_all(values, asked) or max(values.values(), default=0) < 2:
        return None
    widths = [len(_VARIANT.sub("", text)) for text in values if not any(map(str.isalnum, text))]
    top = max([*values.values(), *map(float, widths)])
    drawn = any(sign in _EMPTY for text in values for sign in text)  # "★★☆" tells how many there might be
    return SymbolScale(min(1.0, *values.values()), 5.0 if 3 <= top <= 5 and not drawn else top, values)


@lru_cache(maxsize=4_096)
def _star_count(text: str) -> float | None:
    bare = _VARIANT.sub("", shown(text))
    if bare and all(sign in _FULL or sign in _EMPTY or sign == "½" for sign in bare):
        return sum(sign in _FULL for sign in bare) + 0.5 * bare.count("½")
    if match := _STARS.fullmatch(plain_digits(text)):
        return _NUMBER_WORDS[match["word"].casefold()] if match["word"] else float(match["count"].replace(",", "."))
    return None


def _scores(asked: Mapping[str, int]) -> SymbolScale | None:
    """ "4/5" and "4 out of 5"; the bare numbers beside them count from the same number, and none is beyond it."""
    parts = {text: found for text in asked if (found := out_of(text)) is not None} or _framed(asked)
    wholes = {whole for _, whole in parts.values()}
    if len(wholes) != 1 or not 3 <= (top := wholes.pop()) <= 10:
        return None
    values = {text: part for text, (part, _) in parts.items()}
    values |= {text: bare for text in asked if (bare := _bare_number(text)) is not None and bare <= top}
    if not _nearly_all(values, asked):
        return None
    return SymbolScale(min(1.0, *values.values()), top, values)


def _framed(asked: Mapping[str, int]) -> dict[str, tuple[float, float]]:
    """The part and the whole of "4 من 5", "5점 중 4점": two numbers in the same words, one of them always the same."""
    bare = {text: plain_digits(shown(text)) for text in asked}
    found = {text: match for text in asked if not is_range(bare[text]) and (match := _TWO.fullmatch(bare[text]))}
    frames = {(match["before"], match["between"], match["after"]) for match in found.values()}
    if len(found) < _LEAST_FRAMED or len(frames) != 1 or not any(map(str.isalpha, frames.pop()[1])):
        return {}
    pairs = {text: (float(match["one"]), float(match["other"])) for text, match in found.items()}
    first, second = ({pair[at] for pair in pairs.values()} for at in (0, 1))
    if len(first) == 1:
        pairs = {text: (other, one) for text, (one, other) in pairs.items()}
        first, second = second, first
    return pairs if len(second) == 1 and min(first) >= 0 and max(first) <= min(second) else {}


def _bare_number(text: str) -> float | None:
    bare = plain_digits(shown(text))
    return float(bare.replace(",", ".")) if _BARE.fullmatch(bare) else None


def _signs(asked: Mapping[str, int]) -> SymbolScale | None:
    """ "--", "-", "0", "+", "++"."""
    if not all(_SIGNED.fullmatch(shown(text)) for text in asked) or not any("+" in text for text in asked):
        return None
    levels = {text: 0 if "/" in text else text.count("+") - sum(text.count(sign) for sign in "-–−") for text in asked}
    if len(set(levels.values())) < 3:
        return None
    return _in_order({text: float(level) for text, level in levels.items()}, asked)


def _smileys(asked: Mapping[str, int]) -> SymbolScale | None:
    moods = {text: found for text in asked if (found := mood(text)) is not None}
    if not _nearly_all(moods, asked) or len(set(moods.values())) < 3 or len(set(moods.values())) < len(moods):
        return None
    return _in_order(moods, asked)


@lru_cache(maxsize=4_096)
def mood(text: str) -> float | None:
    """How good the mood of a smiley is, from -1 to 1, by its standard name; None for other texts."""
    bare = _VARIANT.sub("", text)
    if len(bare) != 1 or bare.isascii():
        return None
    name = unicodedata.name(bare, "")
    return next((value for pattern, value in _MOODS if pattern.search(name)), None)


def _in_order(levels: Mapping[str, float], asked: Mapping[str, int]) -> SymbolScale:
    ordered = sorted(set(levels.values()))
    place_of = {level: float(at) for at, level in enumerate(ordered, start=1)}
    by_count = sorted(levels, key=lambda text: -asked[text])
    words = tuple(next(text for text in by_count if levels[text] == level) for level in ordered)
    return SymbolScale(1.0, float(len(ordered)), {text: place_of[level] for text, level in levels.items()}, words)


def _nearly_all(values: Mapping[str, object], asked: Mapping[str, int]) -> bool:
    return sum(asked[text] for text in values) >= 0.95 * sum(asked.values())

"""How one cell is read: missing words, messy numbers, several choices in one cell, ratings in digits or words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from persona.models import Column

_NO_ANSWER = """
na|n/a|n.a.|n.a|nan|null|nil|#n/a|#null!|-|--|---|–|—|.|..|...|…|?|??|/|missing|(missing)|blank|(blank)|
not applicable|prefer not to say|prefer not to answer|prefer not to disclose|rather not say|no answer|no response|
not answered|not stated|unknown|don't know|dont know|do not know|i don't know|i dont know|idk|dk|not sure|no idea|
k.a.|keine angabe|keine antwort|weiß nicht|weiss nicht|sin respuesta|no sabe|ns/nc|no sé|prefiero no decirlo|
sans réponse|ne sait pas|je ne sais pas|nessuna risposta|non so|sem resposta|não sei|geen antwoord|weet niet
"""
_NOTHING = """
none|nothing|no|nope|nada|nichts|rien|niente|keine|nein|non|same as above|see above|as above|nothing else|
no comment|no comments|all good|test|asdf|x|xx|xxx
"""
MISSING_WORDS = frozenset(["", *_NO_ANSWER.replace("\n", "").split("|")])
# In a closed question "none" is an answer (a diet without needs); in an open one it says nothing to quote.
EMPTY_TALK = MISSING_WORDS | frozenset(_NOTHING.replace("\n", "").split("|"))

_SIGNED = r"[-+−]?\d+(?:[.,\s'’]\d{3})*(?:[.,]\d+)?"
_NUMBER = re.compile(
    r"""^(?:(?:about|approx(?:imately)?|around|almost|nearly|over|under|up\ to|at\ least|at\ most|more\ than|less\ than|
            circa|ca|roughly|maybe|ungefähr|etwa|environ|unos|cerca\ de)\b\.?\s*|[~<>≈≥≤]\s*)*
        (?:[$€£¥₹]|usd|eur|gbp|chf|r\$)?\s*
        (?P<low>"""
    + _SIGNED
    + r""")\s*(?P<scale>[km]\b)?
        (?:\s*(?:-|–|to|bis|until|or|/)\s*(?P<high>"""
    + _SIGNED
    + r"""))?
        \s*(?P<decade>s\b)?\+?\s*
        (?:%|[$€£¥₹]|[^\W\d_]{1,12}\.?(?:\s+[^\W\d_]{1,12}){0,2})?\s*\.?$""",
    re.VERBOSE | re.IGNORECASE,
)
_LEADING = re.compile(r"^\s*([-+−]?\d+(?:\.\d+)?)\s*(?:[-–—:=.)/(]|$|\s)")
_TRAILING = re.compile(r"(?:^|[^\d.])([-+−]?\d+(?:\.\d+)?)\s*[).]?\s*$")
_THOUSANDS = re.compile(r"^[-+−]?\d{1,3}(?:([.,\s'’])\d{3})(?:\1\d{3})*$")


def fold(text: str) -> str:
    """The form in which two spellings of one answer are the same: case, outer blanks and apostrophes put aside."""
    return " ".join(text.casefold().replace("’", "'").split())


def is_missing(text: str) -> bool:
    """Whether a cell of a closed question holds no answer: empty, "NA", "prefer not to say" …"""
    return len(text) < 32 and fold(text) in MISSING_WORDS


def says_nothing(text: str) -> bool:
    """Whether an open answer holds nothing to read: missing, or "none", "same as above" …"""
    return len(text) < 32 and fold(text).rstrip(".!") in EMPTY_TALK


def _plain(digits: str) -> float:
    digits = digits.replace("−", "-")
    if match := _THOUSANDS.match(digits):
        return float(digits.replace(match.group(1), ""))
    digits = re.sub(r"[\s'’]", "", digits)
    if "." in digits and "," in digits:
        digits = digits.replace("," if digits.rindex(".") > digits.rindex(",") else ".", "")
    return float(digits.replace(",", "."))


@lru_cache(maxsize=65_536)
def number(text: str) -> float | None:
    """The number a cell means, or None: "about 10", "1,000", "$51", "2-4" (its middle), "30s" (35), "10+".

    A comma or point before exactly three digits separates thousands; else it is the decimal sign.
    """
    text = text.strip()
    if not text or len(text) > 40 or not (match := _NUMBER.match(text)):
        return None
    try:
        value = _plain(match["low"])
        if match["high"]:
            value = (value + _plain(match["high"].lstrip("-+−"))) / 2
    except ValueError:
        return None
    if match["scale"]:
        value *= 1_000 if match["scale"].lower() == "k" else 1_000_000
    return value + 5 if match["decade"] and value % 10 == 0 else value


def split_outside_brackets(text: str, separator: str) -> list[str]:
    """Pieces between separators, leaving alone what stands in brackets: "IDE (a, b), Excel" gives two."""
    if "(" not in text and "[" not in text:
        return text.split(separator)
    pieces, depth, start, at = [], 0, 0, 0
    while at < len(text):
        if text[at] in "([":
            depth += 1
        elif text[at] in ")]":
            depth = max(0, depth - 1)
        elif depth == 0 and text.startswith(separator, at):
            pieces.append(text[start:at])
            start = at = at + len(separator)
            continue
        at += 1
    return [*pieces, text[start:]]


def choices(text: str, column: Column) -> list[str]:
    """What was ticked in one cell of a multiple-choice (or category) column, in the cell's order, each once."""
    if is_missing(text):
        return []
    if not column.separator:
        return [text.strip()]
    return list(_choices(text, column.separator, _joined_options(column.options, column.separator)))


@lru_cache(maxsize=1_024)
def _joined_options(options: tuple[str, ...], separator: str) -> frozenset[str]:
    return frozenset(option for option in options if separator.strip() and separator.strip() in option)


@lru_cache(maxsize=65_536)
def _choices(text: str, separator: str, joined: frozenset[str]) -> tuple[str, ...]:
    pieces = [piece.strip() for piece in split_outside_brackets(text, separator)]
    if joined:
        pieces = _rejoin(pieces, separator, joined)
    return tuple(dict.fromkeys(piece for piece in pieces if piece))


def _rejoin(pieces: list[str], separator: str, joined: frozenset[str]) -> list[str]:
    """Put options that contain the separator together again, longest first."""
    out, at = [], 0
    glue = separator if separator.endswith(" ") else f"{separator} "
    while at < len(pieces):
        for end in range(len(pieces), at + 1, -1):
            if (whole := glue.join(pieces[at:end])) in joined:
                out.append(whole)
                at = end
                break
        else:
            out.append(pieces[at])
            at += 1
    return out


def rating(text: str, column: Column) -> float | None:
    """The place of an answer on the column's scale: its digits, or 1 … m where the scale is in words."""
    if is_missing(text):
        return None
    if column.scale_words:
        return _places(column.scale_words).get(fold(text))
    value = rating_number(text)
    if value is None or (column.scale and not column.scale[0] <= value <= column.scale[1]):
        return None
    return value


@lru_cache(maxsize=1_024)
def _places(words: tuple[str, ...]) -> dict[str, float]:
    return {fold(word): float(place) for place, word in enumerate(words, start=1)}


@lru_cache(maxsize=65_536)
def rating_number(text: str) -> float | None:
    """The whole number in "4", "5 - Very satisfied", "I love it!+5" or "(7) agree"; None where there is none."""
    text = text.strip().lstrip("(")
    if len(text) > 60 or not (match := _LEADING.match(text) or _TRAILING.search(text)):
        return None
    return float(match.group(1).replace("−", "-"))

"""How a recoded cell is read: blank or not, a number, a place on a scale, the options that were chosen."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from persona.models import Column

SEPARATOR = "\x1f"
"""Between two chosen options; a reader lets no control characters into a label. Alone: seen, and none chosen."""
_NOTHING_TO_READ = """
na|n/a|n.a.|n.a|nan|null|nil|#n/a|#null!|-|--|---|–|—|.|..|...|…|?|??|/|missing|(missing)|blank|(blank)|
not applicable|prefer not to say|prefer not to answer|prefer not to disclose|rather not say|no answer|no response|
not answered|not stated|unknown|don't know|dont know|do not know|i don't know|i dont know|idk|dk|not sure|no idea|
k.a.|keine angabe|keine antwort|weiß nicht|weiss nicht|sin respuesta|no sabe|ns/nc|no sé|prefiero no decirlo|
sans réponse|ne sait pas|je ne sais pas|nessuna risposta|non so|sem resposta|não sei|geen antwoord|weet niet|
none|nothing|no|nope|nada|nichts|rien|niente|keine|nein|non|same as above|see above|as above|nothing else|
no comment|no comments|all good|test|asdf|x|xx|xxx
"""
EMPTY_TALK = frozenset(["", *_NOTHING_TO_READ.replace("\n", "").split("|")])


def fold(text: str) -> str:
    """The form in which two spellings of one answer are the same: case, outer blanks and apostrophes put aside."""
    return " ".join(text.casefold().replace("’", "'").split())


def is_missing(text: str) -> bool:
    """Whether a cell holds no answer; who saw options and chose none has answered, though the separator is a blank."""
    return not text or (text.isspace() and text != SEPARATOR)


def says_nothing(text: str) -> bool:
    """Whether an open answer holds nothing to read: missing, or "none", "same as above" …"""
    return len(text) < 32 and fold(text).rstrip(".!") in EMPTY_TALK


@lru_cache(maxsize=65_536)
def number(text: str) -> float | None:
    """The number in a cell; None where there is none, or none that can be counted with ("Inf", "NaN")."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def written(value: float) -> str:
    """A number as a recoded cell holds it.

    >>> written(3.0), written(2.5)
    ('3', '2.5')
    """
    return str(int(value)) if value.is_integer() else repr(value)


def choices(text: str, column: Column) -> list[str]:
    """What was chosen in one cell of a multiple-choice (or category) column, in the cell's order, each once."""
    if not column.separator:
        return [] if is_missing(text) else [text.strip()]
    return list(dict.fromkeys(piece for part in text.split(column.separator) if (piece := part.strip())))


def rating(text: str, column: Column) -> float | None:
    """The place of an answer on the column's scale: its number, or 1 … m where the scale is in words."""
    if column.scale_words:
        return _places(column.scale_words).get(fold(text))
    value = number(text)
    if value is None or (column.scale and not column.scale[0] <= value <= column.scale[1]):
        return None
    return value


@lru_cache(maxsize=1_024)
def _places(words: tuple[str, ...]) -> dict[str, float]:
    return {fold(word): float(place) for place, word in enumerate(words, start=1)}

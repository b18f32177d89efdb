"""Whether a sentence points at what it does not show: "this issue", a guess at a cause, what would have been done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from persona.writing import lexicon
from persona.writing.units import Unit

NOT_SHOWN = 0.75
"""What it costs to speak of a thing without its content, or of a cause without what it caused."""
REGRET = 0.8
"""What a regret about one's own past is worth less as a need: the product lacks nothing."""
UNSAID = 0.3
"""What a thing that is there already is worth less as a need: nobody knows what should become of it."""
GARBLED = 0.35
POINTERS = frozenset(["it", "them", "they"])
"""Stand for something that was named."""
_TELEGRAM = re.compile(r"[^\W\d_]+s [^\W\d_]{2,}ed [^\W\d_]+s\b", re.IGNORECASE)


def unshown(unit: Unit) -> float:
    """What a unit is worth less because its reader is not shown what it is about; conversations have other rules."""
    if unit.talk:
        return 0.0
    text = unit.text
    points = lexicon.GUESSES.match(text) or lexicon.UNSHOWN.search(text)
    wants = _wants_nothing(unit) if unit.kind == "need" else 0.0
    return (NOT_SHOWN if points else 0.0) + wants + (GARBLED if _is_telegram(unit) else 0.0)


def first_pointer(words: Sequence[str]) -> int | None:
    """Where the first word stands that stands for something named."""
    return next((place for place, word in enumerate(words) if word in POINTERS), None)


def _wants_nothing(unit: Unit) -> float:
    """ "I would have started earlier" is a regret; "the syntax" does not say what is to become of it."""
    if lexicon.REGRETS.match(unit.text):
        return REGRET
    names = lexicon.NAMED_ONLY.get(unit.language)
    return UNSAID if names and not unit.whole and names.match(unit.text) and not _asks_for(unit.text) else 0.0


def _asks_for(text: str) -> bool:
    return any(lexicon.CUES[cue].search(text) for cue in ("need", "named need")) or bool(lexicon.WISH.search(text))


def _is_telegram(unit: Unit) -> bool:
    """ "Breaking changes updated packages": a participle among names, and no little word that joins them."""
    return _TELEGRAM.search(unit.text) is not None and lexicon.STOP_ANYWHERE.isdisjoint(unit.words)

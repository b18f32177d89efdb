"""Whether a unit reads as a sentence: somebody or something, and what it does; a bare name of a thing does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from persona.writing import lexicon
from persona.writing.units import Unit
from persona.writing.words import is_negation

LEARNT = 2
"""So often a word must stand behind "I", "to" or "can" to be known as a verb …"""
MOSTLY_VERB = 0.25
"""… and in this share of its uses."""
_THIRD_PERSON = (("ies", "y"), ("es", ""), ("s", ""))
_SHORTENED = ("'m", "'ve", "'d", "'ll", "'re", "n't")


class Grammar:
    """What these respondents use as verbs, learnt from where words stand; the rest is the lexicon's."""

    def __init__(self, units: Sequence[Unit]) -> None:
        behind: Counter[str] = Counter()
        uses: Counter[str] = Counter()
        for unit in units:
            if unit.language in lexicon.VERBS:
                uses.update(unit.words)
                behind.update(_behind_verb_marks(unit))
        stop = lexicon.STOP["en"]
        self._verbs = {w for w, n in behind.items() if n >= LEARNT and n >= MOSTLY_VERB * uses[w]}
        self._verbs -= {word for word in self._verbs if word in stop or word.endswith("ly")}

    def is_whole(self, unit: Unit) -> bool:
        """Whether a unit says what somebody or something does; True in a language that cannot be judged."""
        known = lexicon.VERBS.get(unit.language)
        if known is None:
            return True
        words, code = unit.words, unit.language
        if _names_an_actor(words, code) or not lexicon.FINITE[code].isdisjoint(words[1:]):
            return True
        known = known | self._verbs
        return _opens_with_verb(words, code, known) or any(
            _acts(words, place, code, known) for place in range(1, len(words))
        )


def _behind_verb_marks(unit: Unit) -> Iterator[str]:
    marks = lexicon.ACTORS[unit.language] | lexicon.BEFORE_VERBS[unit.language]
    for before, after in zip(unit.words, unit.words[1:], strict=False):
        if before in marks:
            yield after


def _names_an_actor(words: Sequence[str], code: str) -> bool:
    """ "I", "we", "it's" … with something behind; "nobody reads it"."""
    actors = lexicon.ACTORS[code]
    if any(word in actors for word in words[:-1]) or any(word.endswith(_SHORTENED) for word in words):
        return True
    return bool(words) and words[0].endswith("'s") and _is_short_for_is(words, code)


def _is_short_for_is(words: Sequence[str], code: str) -> bool:
    """ "It's slow", "R's so slow": not the "'s" of "R's memory"."""
    stop = lexicon.STOP[code]
    return words[0][:-2] in stop | lexicon.ACTORS[code] or words[0] in stop or not stop.isdisjoint(words[1:2])


def _opens_with_verb(words: Sequence[str], code: str, known: frozenset[str]) -> bool:
    """ "Save photos of the job", "Checked the list", "to see who is late": what somebody wants or did."""
    if len(words) < 3 or words[1] in lexicon.AFTER_NOUNS[code]:
        return False
    if words[0] in lexicon.BEFORE_VERBS[code]:
        return words[1] in known
    if words[0] in lexicon.FINITE[code]:
        return words[1] == "there"
    return words[0] in known or (words[0].endswith("ed") and words[1] in lexicon.BEFORE_OBJECTS[code])


def _acts(words: Sequence[str], place: int, code: str, known: frozenset[str]) -> bool:
    """ "the dashboard rounds values", "reports take an hour", "my transfer failed": a verb behind whoever does it."""
    word, before, after = words[place], words[place - 1], words[place + 1 : place + 2]
    if before in lexicon.BEFORE_OBJECTS[code] or before in lexicon.BEFORE_NOUNS[code]:
        return False
    has_object = bool(after) and after[0] in lexicon.BEFORE_OBJECTS[code]
    if word.endswith("ed"):
        return not after or has_object or after[0] == "to" or after[0] in known
    if word.endswith("nt") and is_negation(word):
        return True
    if word in known and before.endswith("s"):
        return after[:1] != ("by",)
    bases = (word[: -len(end)] + base for end, base in _THIRD_PERSON if word.endswith(end))
    return (word.endswith("s") and has_object) or any(base in known for base in bases)

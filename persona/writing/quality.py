"""How well a unit reads on its own: 1 is a clean, whole, specific sentence; below 0.4 it is never shown."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from string import ascii_lowercase

from persona.writing import lexicon
from persona.writing.kinds import speaks_freely
from persona.writing.pointing import POINTERS, first_pointer, unshown
from persona.writing.units import Unit
from persona.writing.wholeness import Grammar
from persona.writing.words import Spelling

SHOWN = 0.4
LEADING = 0.8
SWAPPED = 0.7
"""What a verb with two letters in the wrong order is worth less: no other reading is possible."""
FRAGMENT = 0.4
"""What a bare name ("the syntax") is worth less than a sentence."""
CUT_OFF = 0.8
"""What the end of an answer is worth less that was cut off where it was stored."""
DANGLING = 0.6
"""What it costs, where people speak freely, to point at what was said before."""
LISTED = 0.1
"""What each "," and "/" of a bare list is worth less."""

_STEPS = ((2, 0.6), (3, 0.5), (16, 0.0), (20, 0.15), (25, 0.3))
_SEPARATOR = re.compile(r"[,/;&+]")
_MARKUP = re.compile(r"&\w+;?|<\w+|\w\.\w+\(")
_MISREAD = re.compile(r"[ÃÂãâ][\u0080-\u00bf]|â€|\ufffd")
""" "fiancã©": bytes that were read in another encoding than they were written in."""
_DIGITS = re.compile(r"\d+")
_UNFINISHED = re.compile(r"\.\.\.|…|\betc\b|\?\?|!!|/\w+/|http")
_VAGUE = re.compile(r"\bsuch as\b|^a lot of|^(?:some|many|several) things", re.IGNORECASE)
_POINTS_BACK = re.compile(r"\b(?:that|those|these) \w+$")
_LOWER_I = re.compile(r"\bi\b")
_FRAGMENT = re.compile(
    r"(?:rather than|instead of|such as|than|except|especially|including|it \w+thing)\b", re.IGNORECASE
)
_PREPOSITION = re.compile(r"(?:in|on|at|of|with|by|from|into|for me|for my)\b", re.IGNORECASE)
_VERB = re.compile(r"(?:is|was|are|were|be|been|being|has|have been|would be|will be)\b(?!.*\?$)", re.IGNORECASE)
_TWICE = re.compile(r"\b(\w+(?:-\w+)*) \1\b", re.IGNORECASE)
_NO_SUCH_TIME = re.compile(
    r"\b(?:can|will|should|must|could|want to|need to) .*\blast (?:week|month|year|night|time|\w+day)\b"
    r"|\b(?:in|at|on|for) way too\b",
    re.IGNORECASE,
)
_ITS = re.compile(
    r"it['’]s (?:[^\W\d_]+-(?:[^\W\d_]+ )?)?[^\W\d_]+(?:ity|ness|ment|tion|ance|ence|ship)\b(?! \w+(?:ed|en|ly|al)\b)",
    re.IGNORECASE,
)
""" "It's flexibility and community": meant is what belongs to it."""
_POINTERS_ALONE = frozenset(["this", "that", "these", "those"])
"""Point back when no noun follows."""
_THAT_CLAUSE = re.compile(r"that (?:\w+s|people|you|i|we|it|they|there|the|some|not) \w+", re.IGNORECASE)
_THAT_ONE = re.compile(
    r"\b(?:for|of|in|with|on|about|from|by|to|at|into|using|like) that (?!(?:is|are|was|i|you|we|they|it)\b)\w+"
    r"|\bthe (?:\w+ )?ones?\b(?! (?:that|who|which|of|with|i|we|they|you)\b)|\bthe (?:same|former|latter)\b\W*$",
    re.IGNORECASE,
)
_THOSE = re.compile(
    r"\b(?:these|those) (?!who\b|that\b|of\b|with\b|are\b|were\b|have\b|days\b)\w+"
    r"|\b(?:did|do|does|doing|done) (?:so|that|this)\b",
    re.IGNORECASE,
)
_VERB_OF_LETTERS = {"".join(sorted(verb)): verb for verb in sorted(lexicon.VERBS["en"]) if len(verb) >= 5}
_NEARLY_MODAL = frozenset(
    slip
    for modal in ("could", "would", "should")
    for place in range(len(modal))
    for slip in (
        modal[:place] + modal[place + 1 :],
        *(modal[:place] + letter + modal[place + 1 :] for letter in ascii_lowercase),
    )
) - {"could", "would", "should", "hold", "cold", "mould"}
_EXAMPLE = re.compile(r"(?:here|see|e\.g|like)\b", re.IGNORECASE)


def rate(units: Sequence[Unit], spelling: Spelling) -> None:
    """Set the quality of all units; what others say word for word is worth a little more."""
    times = Counter(unit.stems for unit in units)
    grammar = Grammar(units)
    for unit in units:
        unit.whole = grammar.is_whole(unit)
        unit.quality = (
            1
            - _length(len(unit.words), talk=unit.talk)
            - _emptiness(unit)
            - _leaning(unit)
            - _pointing(unit)
            - _dangling(unit)
            - unshown(unit)
            - (0 if unit.whole else FRAGMENT + LISTED * min(2, len(_SEPARATOR.findall(unit.text))))
            - sum(weight for weight, applies in _FLAWS if applies(unit.text))
            - _counted(unit)
            - (CUT_OFF if unit.cut_off else 0)
            - 0.35
            * min(
                2,
                sum(_is_slip(word, spelling) for word in unit.words)
                + _is_torn(unit.words)
                + _slips_in_modal(unit.words),
            )
            - (SWAPPED if any(map(_has_letters_swapped, unit.words)) else 0)
            - (0.4 if unit.text.endswith("?") and unit.kind != "need" else 0)
            + (0.05 if lexicon.FIRST_PERSON.search(unit.text) else 0)
            + 0.06 * min(3, math.log(times[unit.stems]))
        )


def _length(words: int, *, talk: bool = False) -> float:
    """People who speak take more words to say a thing."""
    steps = ((2, 0.6), (3, 0.5), (22, 0.0), (25, 0.1), (28, 0.3)) if talk else _STEPS
    return next((penalty for longest, penalty in steps if words <= longest), 2.0)


def tells(unit: Unit) -> int:
    """How many stems of a unit say something by themselves."""
    return len(set(unit.stems) - lexicon.NEGATIONS - lexicon.TOPICLESS)


def _emptiness(unit: Unit) -> float:
    return (0.8, 0.4, 0.1, -0.1)[min(3, tells(unit))]


def _pointing(unit: Unit) -> float:
    """ "I sent it back": without a thing that is named before, nobody knows what "it" is."""
    place = next((i for i, word in enumerate(unit.words) if _points(word, unit.words[i + 1 : i + 2])), None)
    if not place:  # none, or the first word: see `_leaning`
        return 0.0
    named = any(_names(word) for word in unit.words[: place - 1])
    return 0.0 if named else 0.1 if unit.first else 0.25


def _dangling(unit: Unit) -> float:
    """ "For that part", "the AI one", "cut them out": what is meant was said before, outside the sentence."""
    free = speaks_freely(unit)
    text = unit.text
    dangles = _THAT_ONE.search(text) or (free and (_THOSE.search(text) or points_outside(unit)))
    return (DANGLING if free else 0.3) if dangles else 0.0


def points_outside(unit: Unit) -> bool:
    """Whether "it" or "them" stands where no thing was named before with "the", "a" or "my", nor as who acts."""
    place = first_pointer(unit.words)
    if place is None:
        return False
    before = unit.words[:place]
    opens = lexicon.BEFORE_OBJECTS.get(unit.language, frozenset()) - POINTERS
    named = any(word in opens and _names(after) for word, after in pairwise(before))
    return not (named or _names_who_acts(before))


def _names_who_acts(before: Sequence[str]) -> bool:
    """ "AI helps me when I ask it": the sentence opens with a name."""
    return len(before) >= 2 and before[0] not in lexicon.STOP_ANYWHERE and not before[0].endswith(("ing", "ly", "ed"))


def _points(word: str, after: Sequence[str]) -> bool:
    return word in POINTERS or (word in _POINTERS_ALONE and (not after or after[0] in lexicon.FINITE["en"]))


def _names(word: str) -> bool:
    return len(word) > 2 and word not in lexicon.STOP_ANYWHERE and word not in lexicon.GENERIC


def _leaning(unit: Unit) -> float:
    """A sentence that begins with "this" or "they" needs the one before; "if …" needs its main clause."""
    if lexicon.SUBORDINATE.match(unit.text):
        return 0.2 if "," in unit.text else 0.6
    if _THAT_CLAUSE.match(unit.text):
        return 0.8
    if lexicon.LEANING.match(unit.text):
        return 0.2 if unit.first else 0.6
    return 0.0


_FLAWS: tuple[tuple[float, Callable[[str], object]], ...] = (
    (0.5, _MARKUP.search),
    (0.6, lexicon.DANGLING.search),
    (
        0.35,
        lambda text: text.count("(") != text.count(")") or text.count("“") != text.count("”") or text.count('"') % 2,
    ),
    (0.1, lambda text: "(" in text),
    (0.15, _UNFINISHED.search),
    (0.3, lambda text: text.isupper() and " " in text),
    (0.15, lambda text: text.count(",") >= 3),
    (0.25, _VAGUE.search),
    (0.15, _POINTS_BACK.search),
    (0.06, lambda text: text[0].islower()),
    (0.08, _LOWER_I.search),
    (0.3, _EXAMPLE.match),
    (0.8, _FRAGMENT.match),
    (0.15, _PREPOSITION.match),
    (0.35, _VERB.match),
    (0.35, _TWICE.search),
    (0.35, _NO_SUCH_TIME.search),
    (0.7, _ITS.match),
    (0.5, _MISREAD.search),
    (0.3, lambda text: text.endswith(" either")),
)


def _counted(unit: Unit) -> float:
    """Digits are somebody's own: sizes, dates, versions."""
    return 0.15 * min(2, len(_DIGITS.findall(unit.text)))


def _is_slip(word: str, spelling: Spelling) -> bool:
    """A likely slip of the finger: a near miss of a frequent word, or a letter standing alone."""
    if len(word) == 1:
        return word.isalpha() and word not in "aioyeu" and spelling.counts.get(word, 0) <= Spelling.RARE
    return spelling.is_slip(word)


def _is_torn(words: Sequence[str]) -> bool:
    """ "wears t his": a letter that was torn off the little word behind it."""
    return any(
        len(word) == 1 and word not in lexicon.STOP_ANYWHERE and word + after in lexicon.STOP["en"]
        for word, after in pairwise(words)
    )


def _slips_in_modal(words: Sequence[str]) -> bool:
    """ "It gould be nice": behind who acts stands a word that is one letter off a modal verb."""
    return any(word in _NEARLY_MODAL and before in lexicon.ACTORS["en"] for before, word in pairwise(words))


def _has_letters_swapped(word: str) -> bool:
    """ "prtoect": the letters of a frequent verb in another order, the first and the last in place."""
    meant = _VERB_OF_LETTERS.get("".join(sorted(word)))
    return meant is not None and meant != word and (meant[0], meant[-1]) == (word[0], word[-1])

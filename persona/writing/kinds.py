"""What kind of statement a unit is: the question decides, the sentence overrules it where that is safe."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from persona.kinds import KINDS, heaviest_first
from persona.writing import lexicon, talk
from persona.writing.units import Unit

ORDER = heaviest_first()
"""What wins when two kinds have equally many cues."""
_ASKS = re.compile(r"(?:how|can|is it|could|what|why|where|when|do|does|will|are)\b", re.IGNORECASE)
_LOOKS_BACK = re.compile(r"(?:was|were|did|had)\b.*\?", re.IGNORECASE)
_WHO_I_AM = re.compile(r"(?:i am|i['’]m|we are|we['’]re) (?:\w+ly )?an?\b", re.IGNORECASE)
_WHY = re.compile(r"\bwhy\b", re.IGNORECASE)
_PLEASE = re.compile(r"please\b", re.IGNORECASE)
_WHEN = re.compile(r"(?:\w+,? )?(?:when|whenever|if|once|while)\b[^,]{3,60},\s*", re.IGNORECASE)
_MINE = re.compile(
    r"\b(?:me|us|my|our)\b|\b(?:i|we) (?:\w+ ){0,2}(?:lov|lik|enjoy|prefer|appreciat|valu)\w*\b", re.IGNORECASE
)
_BUT = re.compile(r"\b(?:but|although|though|however)\b", re.IGNORECASE)
_COMPARES = re.compile(r"\b(?:more|better|less|fewer|easier|should|would|could|wish)\b", re.IGNORECASE)
_TELLS = re.compile(r"(?:i|we)(?:['’]m|['’]ve)? (?!would\b|could\b|should\b|need\b|want\b)\w+", re.IGNORECASE)
_WAS = re.compile(r"^(?!i\b).{0,40}\b(?:was|were|wasn['’]t|weren['’]t)\b", re.IGNORECASE)
_WOULD = re.compile(r"\bwould\b", re.IGNORECASE)
_NO_COMPLAINT = re.compile(
    r"(?:\b(?:not|never|no|less|without|nothing)|n['’]t)\s+(?:\w+\s+){0,2}(?:disappoint|problem|issue|regret|complain"
    r"|concern|worr|stress|frustrat|difficult|daunting|limited|afraid|downside)"
    r"|(?:n['’]t|not|never|no longer) (?:really )?(?:have|had|see|feel|got) (?:\w+ ){0,4}(?:concern|worr|problem|issue"
    r"|complain|fear)|(?:n['’]t|not) say\b"
    r"|\b(?:work(?:ing|ed)? through|solv\w*|fix\w*|tackl\w*|overc[oa]m\w*|handl\w*|avoid\w*)\s+(?:\w+\s+){0,3}"
    r"(?:problem|issue|challenge|bug|error)",
    re.IGNORECASE,
)


_DENIED = re.compile(
    r"(?:\bnot|\bnever|n['’]t|\bnor) (?:(?:at all|really|even|look|feel|get|seem|be) ){0,2}(?:too|overly) \w+",
    re.IGNORECASE,
)
""" "The sleeves are not too tight" complains of nothing."""


class Kind(NamedTuple):
    """A kind of statement ('' = none) and how sure that is, 0 to 1."""

    name: str = ""
    confidence: float = 0.0


NONE = Kind()
_IN_MAIN_CLAUSE = ("need", "goal", "behaviour")
_EARLY = 16
"""Characters: an adverb and a subject may stand before the cue."""


@lru_cache(maxsize=4096)
def question_kind(question: str) -> str:
    """The kind of statement that answers to this question make; '' when it asks for none."""
    for kind in lexicon.QUESTION_ORDER:
        if lexicon.QUESTIONS[kind].search(question):
            return "" if kind == "none" else kind
    return ""


def speaks_freely(unit: Unit) -> bool:
    """Whether no question decides what a unit is about: reviews, comments, tickets, conversations."""
    return unit.talk or not question_kind(unit.question)


def writes_at_length(unit: Unit) -> bool:
    """Whether a unit is out of a long text that answers no question: a review, each in words of its own."""
    return unit.long and not unit.talk and not question_kind(unit.question)


def kind_of(unit: Unit, column_question: str) -> Kind:
    """The kind of a unit. `column_question` tells an interview's own questions from the column's."""
    asked = question_kind(unit.question)
    in_talk = unit.question != column_question
    if in_talk and unit.text.rstrip().endswith("?"):
        return NONE  # an interview partner asking back
    if unit.talk and unit.language in talk.KNOWN:
        return Kind(*talk.spoken_kind(unit, asked))
    if unit.long and asked and (in_talk or not unit.first):
        return _in_long_answer(unit, asked)
    return _by_question(unit, asked) if asked else _by_words(unit)


class _Cues(dict[str, int]):
    """How often a sentence shows the words of a kind; looked up only for the kinds that are asked about."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __missing__(self, kind: str) -> int:
        found = len(lexicon.CUES[kind].findall(self._text))
        if found and kind == "frustration":
            found = max(0, found - len(_DENIED.findall(self._text)))
        self[kind] = found
        return self[kind]

    def all(self) -> dict[str, int]:
        return {kind: self[kind] for kind in ORDER}


def _in_long_answer(unit: Unit, asked: str) -> Kind:
    """Long answers wander: the sentence itself must say it, the question breaks ties."""
    cues = _main_cues(unit.text)
    if not any(cues.values()):
        return NONE
    points = {k: (n > 0) * (1 + 0.6 * (k == asked)) + 0.05 * n for k, n in cues.items()}
    best = max(ORDER, key=lambda kind: points[kind])
    if cues["frustration"] and cues["motivation"] and best in ("frustration", "motivation"):
        return Kind(asked, 0.5) if asked in ("frustration", "motivation") else NONE
    if best == "motivation" and unit.talk and unit.language == "en" and not _MINE.search(unit.text):
        return NONE  # "AI's writing is fantastic": praise of a thing is nobody's reason
    if (best == "motivation" and unit.negative) or _NO_COMPLAINT.search(unit.text):
        return NONE
    return Kind(best, 0.75 if best == asked else 0.5)


def _main_cues(text: str) -> dict[str, int]:
    """Cues that stand where they speak for the sentence."""
    text = _WHEN.sub("", text, count=1) if _WHEN.match(text) else text
    cues = _Cues(text).all()
    return cues | {kind: 0 for kind in _IN_MAIN_CLAUSE if cues[kind] and not _is_early(kind, text)}


def _is_early(kind: str, text: str) -> bool:
    """Whether the cue stands near the start: "I want to …", not "… the direction that I want to take"."""
    found = lexicon.CUES[kind].search(text)
    return found is not None and found.start() <= _EARLY


def _by_question(unit: Unit, asked: str) -> Kind:
    cues = _Cues(unit.text)
    overrule = _OVERRULE.get(asked)
    return (overrule(unit, cues) if overrule else None) or Kind(asked, 0.9)


def _goal_answer(unit: Unit, cues: dict[str, int]) -> Kind | None:  # noqa: ARG001 -- same shape as the others
    return Kind("need", 0.8) if lexicon.NEEDS.search(unit.text) else None


def _frustration_answer(unit: Unit, cues: dict[str, int]) -> Kind | None:
    wishes = lexicon.WISH.search(unit.text) and not cues["frustration"] and not unit.negative
    return Kind("need", 0.6) if wishes else None


def _need_answer(unit: Unit, cues: dict[str, int]) -> Kind | None:
    needs = cues["need"] or cues["named need"]
    if _TELLS.match(unit.text) and not (needs or cues["goal"] or lexicon.WISH.search(unit.text)):
        return Kind("frustration", 0.5) if cues["frustration"] else NONE  # tells how it is, asks for nothing
    if lexicon.PAST.search(unit.text) and not lexicon.WISH.search(unit.text) and not _WOULD.search(unit.text):
        return Kind("frustration", 0.5) if cues["frustration"] else NONE
    if _WAS.search(unit.text) and not (needs or _COMPARES.search(unit.text) or lexicon.WISH.search(unit.text)):
        return Kind("frustration", 0.5) if unit.negative or cues["frustration"] else NONE
    complains = cues["frustration"] and not needs and not _COMPARES.search(unit.text)
    return Kind("frustration", 0.6) if complains and len(unit.words) >= 5 else None


def _motivation_answer(unit: Unit, cues: dict[str, int]) -> Kind | None:
    return NONE if cues["frustration"] and not cues["motivation"] and unit.negative else None


_OVERRULE = {
    "goal": _goal_answer,
    "frustration": _frustration_answer,
    "need": _need_answer,
    "motivation": _motivation_answer,
}


def _by_words(unit: Unit) -> Kind:
    """No question to go by (reviews, comments, tickets): the sentence must carry the cue."""
    cues = _main_cues(unit.text) if unit.long else _Cues(unit.text)
    if _LOOKS_BACK.match(unit.text):
        return Kind("frustration", 0.4) if cues["frustration"] else NONE
    if unit.text.rstrip().endswith("?") or _ASKS.match(unit.text) or _PLEASE.match(unit.text):
        if cues["frustration"] and _WHY.search(unit.text):
            return Kind("frustration", 0.5)
        return Kind("need", 0.6) if cues["need"] else NONE
    if cues["frustration"] and cues["motivation"]:
        return Kind("frustration", 0.4) if cues["frustration"] > cues["motivation"] else NONE
    best = max(ORDER, key=lambda kind: (cues[kind] > 0) * (1 + 0.1 * cues[kind]) * KINDS[kind].weight)
    if best == "motivation" and (_BUT.search(unit.text) or _WHO_I_AM.match(unit.text)):
        return NONE  # praise with a reserve: what follows is what the sentence is about; "I am a perfect small"
    if not cues[best] or (best in ("motivation", "behaviour") and unit.negative) or _NO_COMPLAINT.search(unit.text):
        return NONE
    return Kind(best, 0.55)

"""Cells that no other rule knows: what people wrote, or what they chose from a list that is not told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persona.questionnaire import headings
from persona.questionnaire.drafts import Draft
from persona.questionnaire.evidence import are_sentences
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.options import option_list
from persona.reading.asking import is_question

if TYPE_CHECKING:
    from persona.questionnaire.context import Context
    from persona.questionnaire.evidence import Evidence

_ONE_WORD = 1.2
_WORDS_OF_SENTENCES = 3.2
_LONG_ANSWER = 12
_FEW = 12
_MOST_STATEMENTS = 7  # to choose from; with more of them, sentences are what people wrote
_CHOOSE = re.compile(
    r"\b(?:which|choose|select|pick|tick|welche|wähle|choisi|quelle?s?\b|elij|seleccion|scegli|kies)", re.IGNORECASE
)
_PARTED, _OFTEN = re.compile(r"[;|\n•]"), 0.3  # marks of lists, and the share of cells that hold one
_SENTENCES = "its answers are sentences in people's own words"


def words_or_choice(seen: Evidence, heading: str) -> Draft:
    """Answers in people's own words, or a closed list that many share; `heading`: its name where that is a label."""
    closed, reason = (False, _SENTENCES) if _are_statements(seen) else _closed(seen, heading)
    if closed:
        return option_list(seen, reason)
    return Draft((seen.column,), seen.column.text, Kind.IDENTIFIER if closed is None else Kind.OPEN, reason)


def as_statements(seen: Evidence, _: Context) -> Draft | None:
    """Sentences with a comma here and there are no lists of choices; None where they are none, or have other marks."""
    if not _are_statements(seen) or seen.share(lambda text: bool(_PARTED.search(text))) > _OFTEN:
        return None
    return Draft((seen.column,), seen.column.text, Kind.OPEN, _SENTENCES)


def _are_statements(seen: Evidence) -> bool:
    """Whether so many different sentences stand in the cells that nobody had them to choose from."""
    return len(seen.answers) > _MOST_STATEMENTS and not _CHOOSE.search(seen.column.text) and are_sentences(seen)


def _closed(seen: Evidence, heading: str) -> tuple[bool | None, str]:
    asked_for_words = seen.names("open") or headings.asks_for_other(heading)
    distinct = len(seen.answers)
    shared = "its answers are short and many people share them"
    if headings.asks_for_other(seen.column.text) and seen.words < 20:
        return False, "its name asks for another answer in people's own words"
    if distinct <= min(_FEW, seen.cells / 5):
        return True, "its answers come from a short list"
    if seen.words > _LONG_ANSWER or (asked_for_words and seen.words >= 2.5 and distinct > _FEW):
        return False, _SENTENCES
    if (seen.names("occupation") or seen.names("demography")) and seen.words < 6 and not asked_for_words:
        return True, shared
    if seen.repeated_share >= 0.85 and distinct <= 0.34 * seen.cells and not asked_for_words:
        return True, shared
    few = distinct <= max(6, 0.15 * seen.cells) or (distinct <= _FEW and seen.repeated_share >= 0.7)
    if few and not (asked_for_words and seen.repeated_share < 0.8):
        return True, shared
    if seen.repeated_share >= 0.6 and seen.words < _WORDS_OF_SENTENCES and not asked_for_words:
        return True, shared
    if seen.words >= 1.3 or asked_for_words or is_question(seen.column.text) or seen.repeated_share < 0.4:
        single = seen.words < _ONE_WORD and seen.distinct_share > 0.95 and not is_question(seen.column.text)
        if single and not asked_for_words and seen.share(lambda t: any(map(str.isdigit, t))) > 0.5:
            return None, "nearly every row has a word of its own"
        return False, "its answers are in people's own words"
    return True, "its answers are single words"

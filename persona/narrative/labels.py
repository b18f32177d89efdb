"""Labels: what a group is called, by answers that most of it gave and that no sister is called by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persona.counted.findings import MOST
from persona.counted.wording import asked_in_short, is_ranked, said_of
from persona.models import ColumnRole
from persona.questionnaire.names.asking import as_words
from persona.questionnaire.values.blanks import blank_kind
from persona.writing.differences import AGREE
from persona.writing.phrasebooks.book import NO, YES, yes_or_no
from persona.writing.wordforms import capital, short

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from persona.counted.findings import Finding
    from persona.narrative.locale import Locale
    from persona.writing.phrasebooks import Phrasebook

SHORT_QUESTION, SHORT_OPTION, SHORT_CLAUSE = 5, 6, 12
LONGEST = 70
FAR = 0.5
"""Cohen's d from which a mean is so far from the others' that it may name a group."""
_BETWEEN = re.compile(
    r"^(?:neither|neutral|weder|teils|ni\b.+\bni|neutre|neutro|nem\b.+\bnem)\b|^どちら(?:とも|でも)", re.IGNORECASE
)
_UNFAMILIAR = re.compile(r"\b(?:don['’]?t|do not) (?:understand|know)\b|\bunfamiliar\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“„«]")


def labels(found: Mapping[int, Sequence[Finding]], book: Phrasebook, locale: Locale) -> dict[int, str]:
    """Segment -> its label, each different from the others; its number where nothing is true for most of it."""
    told: dict[int, str] = {}
    for segment in sorted(found):
        possible = _labels(found[segment], book, locale)
        new = (label for label in possible if label.casefold() not in {other.casefold() for other in told.values()})
        told[segment] = next(new, locale.group.format(number=segment))
    return told


def _labels(found: Sequence[Finding], book: Phrasebook, locale: Locale) -> Iterator[str]:
    """The two answers that tell most, then each alone."""
    pieces: list[tuple[Finding, str]] = []
    for finding in found:
        piece = _piece(finding, book, locale)
        if piece and all(piece != other for _, other in pieces):
            pieces.append((finding, piece))
    for number, (one, first) in enumerate(pieces):
        for other, second in pieces[number + 1 :]:
            both = _both(one, first, other, second, book, locale)
            if both and len(both) < LONGEST:
                yield capital(both)
        yield capital(first)


def _both(one: Finding, first: str, other: Finding, second: str, book: Phrasebook, locale: Locale) -> str | None:
    """Two answers in one label; of one question only where both may be true, and then with its verb once."""
    if one.column.name != other.column.name:
        return locale.both.format(first=first, second=second)
    if one.column.role is not ColumnRole.MULTIPLE:
        return None
    options = [one.option or "", other.option or ""]
    return book.phrase(one.column.question, options) or locale.both.format(first=first, second=second)


def _piece(finding: Finding, book: Phrasebook, locale: Locale) -> str | None:
    """One answer in a few words; None where it is not true for most, or takes too many words."""
    if finding.standing != "distinctive" and len(finding.groups) > 1:
        return None  # what most people of all groups answer is no name for one of them
    asked = asked_in_short(finding)
    if finding.option is None:
        return _rated(finding, asked, locale)
    if finding.effect < 0 or finding.value <= MOST:
        return None
    said = said_of(finding, book)
    if _takes_no_side(finding.option):
        return None
    if not _QUOTED.search(said):  # a verb from its question, or words that speak for themselves
        return said if len(said.split()) <= SHORT_CLAUSE else None
    answer = yes_or_no([finding.option], YES, NO)
    if finding.option == AGREE or answer is not None:
        if len(asked.split()) > SHORT_CLAUSE or (answer is False and len(asked.split()) > SHORT_QUESTION):
            return None
        return locale.denied.format(item=asked) if answer is False else asked
    option = as_words(short(finding.option))
    if len(option.split()) > SHORT_OPTION or len(asked.split()) > SHORT_QUESTION:
        return None
    return locale.answer.format(question=asked, option=option)


def _takes_no_side(option: str) -> bool:
    """Who has no view, or would not say, is not called by it."""
    said = short(option)
    return blank_kind(said) is not None or _BETWEEN.search(said) is not None or _UNFAMILIAR.search(said) is not None


def _rated(finding: Finding, asked: str, locale: Locale) -> str | None:
    if finding.column.role is not ColumnRole.RATING or is_ranked(finding):
        return None  # of places, a lower one is the better one
    if abs(finding.effect) < FAR or len(asked.split()) > SHORT_QUESTION:
        return None
    return (locale.higher if finding.effect > 0 else locale.lower).format(item=asked)

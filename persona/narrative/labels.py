"""Labels: what a group is called, by answers that most of it gave and that no sister is called by.

A label reads like words: clauses with a verb first, then statements that most agree with, then an answer beside its
question, then ratings far from the others'. Where nothing is true for most, what is more frequent here is said so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from persona.counted.findings import MOST
from persona.counted.verbs import rating_phrase
from persona.counted.wording import asked_in_short, is_ranked, question_of, said_of
from persona.models import ColumnRole
from persona.questionnaire import protected
from persona.questionnaire.names.asking import as_words
from persona.questionnaire.values.blanks import blank_kind
from persona.reading.asking import is_question
from persona.writing.differences import AGREE, is_agreement
from persona.writing.phrasebooks.book import NO, YES, yes_or_no
from persona.writing.wordforms import capital, short

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from persona.counted.findings import Finding
    from persona.models import Column
    from persona.narrative.locale import Locale
    from persona.writing.phrasebooks import Phrasebook

SHORT_QUESTION, SHORT_OPTION, SHORT_CLAUSE = 5, 6, 12
LONGEST = 70
FAR = 0.5
"""Cohen's d from which a mean is so far from the others' that it may name a group …"""
LOOSE = 0.2
"""… and from which it may where nothing else does."""
TELLING = 3
"""Letters from which a word that stands twice in a label is one too many."""
_BETWEEN = re.compile(
    r"^(?:neither|neutral|weder|teils|ni\b.+\bni|neutre|neutro|nem\b.+\bnem)\b|^どちら(?:とも|でも)", re.IGNORECASE
)
_UNFAMILIAR = re.compile(r"\b(?:don['’]?t|do not) (?:understand|know)\b|\bunfamiliar\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“„«「]")
_ASKS = re.compile(
    r"(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|what|which|who|whom|whose|how|when|where"
    r"|why|if)\b(?! (?:not|never)\b)",
    re.IGNORECASE,
)
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
_OF_ONESELF = re.compile(r"\b(?:I|am|my|me|we|our|us)\b")
"""What somebody says of themselves was not put as others say it."""
_WORD = re.compile(r"[^\W\d_]+")
_MARK = re.compile(r"\s+(?:IND|FLAG|YN|BOOL|DUMMY)$")
"""What data sets put behind the name of a column of yes and no."""
_RATING = re.compile(
    r"(?:(?:overall|star|your) )?(?:ratings?|scores?|stars?|bewertung|note|nota|puntuación|評価|评分|평점|puan|оценка"
    r"|التقييم|ocena|punteggio|beoordeling|betyg)$",
    re.IGNORECASE,
)


ALONE = 4
"""The tier of statements as they stand: a sentence of its own, which goes with nothing else."""


class Piece(NamedTuple):
    """One answer in a few words; a lower tier reads better."""

    tier: int
    finding: Finding
    text: str


def labels(found: Mapping[int, Sequence[Finding]], book: Phrasebook, locale: Locale) -> dict[int, str]:
    """Segment -> its label, each different from the others; its number where nothing at all can be said."""
    if len(found) == 1:
        return dict.fromkeys(found, locale.all)  # what most answered tells everybody from nobody
    told: dict[int, str] = {}
    for segment in sorted(found):
        possible = _labels(found[segment], book, locale)
        others = [other.casefold() for other in told.values()]
        new = (label for label in possible if not any(_is_taken(label.casefold(), other) for other in others))
        told[segment] = next(new, locale.group.format(number=segment))
    return told


def _is_taken(label: str, other: str) -> bool:
    """Whether another group is called so, or is what this one would be "more often than others"."""
    return label == other or label.startswith(f"{other},")


def _labels(found: Sequence[Finding], book: Phrasebook, locale: Locale) -> Iterator[str]:
    """The two answers that tell most, then each alone; then what is only more frequent here."""
    pieces: list[Piece] = []
    for finding in found:
        piece = _piece(finding, book, locale)
        if piece and all(piece.text != other.text for other in pieces):
            pieces.append(piece)
    pieces.sort(key=lambda piece: piece.tier)
    for number, one in enumerate(pieces):
        for other in (piece for piece in pieces[number + 1 :] if ALONE not in (one.tier, piece.tier)):
            both = _both(one, other, book, locale)
            if both and len(both) < LONGEST:
                yield capital(both)
        yield capital(one.text)
    yield from (capital(said) for finding in found if (said := _loosely(finding, book, locale)))


def _both(one: Piece, other: Piece, book: Phrasebook, locale: Locale) -> str | None:
    """Two answers in one label, without a word twice; of one question only where both may be true."""
    if one.finding.column.name != other.finding.column.name:
        if _telling(one.text) & _telling(other.text):
            return None
        return locale.both.format(first=one.text, second=other.text)
    if one.finding.column.role is not ColumnRole.MULTIPLE:
        return None
    options = [one.finding.option or "", other.finding.option or ""]
    said = book.phrase(one.finding.column.question, options)
    return said or locale.both.format(first=one.text, second=other.text)


def _telling(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text) if len(word) > TELLING}


def _piece(finding: Finding, book: Phrasebook, locale: Locale) -> Piece | None:
    """One answer in a few words; None where it is not true for most, or takes too many words."""
    if finding.standing != "distinctive" and len(finding.groups) > 1:
        return None  # what most people of all groups answer is no name for one of them
    if _is_protected(finding.column):
        return None
    if finding.option is None:
        text = _rated(finding, book, locale, FAR)
        return Piece(3, finding, text) if text else None
    if finding.effect < 0 or finding.value <= MOST:
        return None
    return _answered(finding, book, locale)


def _is_protected(column: Column) -> bool:
    """Whether it asks for what nobody should be called by (politics, religion, health), unless it forms the groups."""
    return not column.basis and protected.category(column.question, column.options) is not None


def _answered(finding: Finding, book: Phrasebook, locale: Locale) -> Piece | None:
    asked, option = _MARK.sub("", asked_in_short(finding)), finding.option or ""
    said = said_of(finding, book, plain=True)
    if _takes_no_side(option):
        return None
    if not _QUOTED.search(said):  # a verb from its question, or words that speak for themselves
        is_short = len(said.split()) <= SHORT_CLAUSE and are_words(said) and not _OF_ONESELF.search(said)
        return Piece(0, finding, said) if is_short else None
    answer = yes_or_no([option], YES, NO)
    if option == AGREE or answer is not None:
        return _sided(finding, asked, book, locale, is_so=answer is not False)
    option = as_words(short(option))
    if len(option.split()) > SHORT_OPTION or len(asked.split()) > SHORT_QUESTION or not are_words(asked):
        return None
    return Piece(2, finding, locale.answer.format(question=asked, option=option))


def _sided(finding: Finding, asked: str, book: Phrasebook, locale: Locale, *, is_so: bool) -> Piece | None:
    """Yes or no, to a statement as it stands, or beside the name of a thing; a question is no name."""
    question = question_of(finding).rstrip()
    if _ASKS.match(asked) or is_question(question) or not are_words(asked):
        return None
    words = len(asked.split())
    if words > SHORT_CLAUSE or (not is_so and words > SHORT_QUESTION):
        return None
    if finding.option == AGREE and (said := book.spoken(asked)):
        return Piece(0, finding, said)
    is_name = words <= 2 and asked.isascii() and not asked[:1].islower()
    if is_name:
        return Piece(2, finding, locale.answer.format(question=asked, option=locale.yes if is_so else locale.no))
    if finding.option == AGREE:
        return Piece(ALONE, finding, asked)
    return Piece(1, finding, asked if is_so else locale.denied.format(item=asked))


def _takes_no_side(option: str) -> bool:
    """Who has no view, or would not say, is not called by it."""
    said = short(option)
    return blank_kind(said) is not None or _BETWEEN.search(said) is not None or _UNFAMILIAR.search(said) is not None


def _rated(finding: Finding, book: Phrasebook, locale: Locale, far: float) -> str | None:
    """A rating above or below the others', with a verb of its question where it has one."""
    if finding.column.role is not ColumnRole.RATING or (is_ranked(finding) and not finding.column.is_place):
        return None  # of places that are known by words alone, nobody knows which end is the first
    asked, is_more = asked_in_short(finding), finding.more > 0
    if abs(finding.effect) < far:
        return None
    if finding.column.is_place:
        return _placed(asked, locale, is_more=is_more)
    if _RATING.match(asked):
        return locale.high_ratings if is_more else locale.low_ratings
    if said := _verb(finding, asked, book):
        return (locale.more_than if is_more else locale.less_than).format(said=said)
    if len(asked.split()) > SHORT_QUESTION or not are_words(asked):
        return None
    if finding.column.higher_is == "less" and not is_agreement(finding.column):
        return (locale.better if is_more else locale.worse).format(item=asked)
    return (locale.higher if is_more else locale.lower).format(item=asked)


def _placed(asked: str, locale: Locale, *, is_more: bool) -> str | None:
    """A thing that a group puts further up, or down, than the others."""
    if len(asked.split()) > SHORT_QUESTION or not are_words(asked):
        return None
    return (locale.further_up if is_more else locale.further_down).format(item=asked)


def _verb(finding: Finding, asked: str, book: Phrasebook) -> str | None:
    """A verb phrase of a rating: "worries about costs", "likes the cuisine of India"."""
    said = book.spoken(asked)
    if said is None and book.code == "en" and not is_agreement(finding.column):
        phrase = rating_phrase(finding.column.question, "\0")
        said = phrase.removesuffix(": \0") if phrase and phrase.endswith(": \0") else None
    return said if said and len(said.split()) <= SHORT_CLAUSE else None


def _loosely(finding: Finding, book: Phrasebook, locale: Locale) -> str | None:
    """What is only more frequent here, or a little higher, and says so."""
    if finding.standing != "distinctive" or _is_protected(finding.column):
        return None
    if finding.option is None:
        return _rated(finding, book, locale, LOOSE)
    if finding.effect < 0 or (piece := _answered(finding, book, locale)) is None:
        return None
    said = locale.often.format(said=piece.text)
    return said if len(said) < LONGEST else None


def are_words(text: str) -> bool:
    """Whether somebody can read it: no code of a column, and no list of names of columns."""
    if "_" in text or "…" in text:
        return False
    if not text.isascii():
        return True
    return any(len(word) >= TELLING and word[1:].islower() and _VOWEL.search(word) for word in _WORD.findall(text))

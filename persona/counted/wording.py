"""Wording: a finding as a sentence with a verb from its question, in people's own option words, with its numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persona.counted.batteries import stem_of
from persona.counted.verbs import number_phrase, rating_phrase, verb_phrase
from persona.counted.words import WORDS
from persona.models import ColumnRole
from persona.questionnaire.names.asking import as_words, plainly
from persona.reading.asking import is_question
from persona.text.direction import set_apart
from persona.writing.differences import AGREE, is_one_code_of_several
from persona.writing.facts import scale_end
from persona.writing.numbers import percent
from persona.writing.phrasebooks import is_role
from persona.writing.phrasebooks.book import NO, YES, yes_or_no
from persona.writing.wordforms import bare, capital, item_of, short, shortened

if TYPE_CHECKING:
    from persona.counted.findings import Finding
    from persona.counted.words import Words
    from persona.writing.phrasebooks import Phrasebook

QUESTION_WORDS, OPTION_WORDS = 16, 14
_RANKS = re.compile(r"\brank|\brang|\bclass(?:er|ez)\b|\borden|reihenfolge", re.IGNORECASE)
"""Columns of places that stand alone are known by what was asked only."""
SAME_POINTS = 3
"""Fewer points of difference are none: then everyone's share is said."""


def sentence_of(finding: Finding, book: Phrasebook) -> str:
    """ "Uses Excel: 57 %, 9 points above everyone"; of a mean, "Rates “Price” 2.1 of 5; everyone 3.4"."""
    return set_apart(_sentence(finding, book))


def _sentence(finding: Finding, book: Phrasebook) -> str:
    said, alone = _said(finding, book), len(finding.groups) == 1
    if alone:
        return said if finding.option is None else f"{said}: {_percent(finding.value)}"
    if finding.option is None:
        return f"{said}; {_words(book).everyone.format(value=_mean(finding.everyone, finding, book))}"
    if finding.effect < 0 and finding.standing == "distinctive":
        said = _words(book).less.format(said=said)
    return f"{said}: {_percent(finding.value)}, {_compared(finding, book)}"


def said_of(finding: Finding, book: Phrasebook, *, plain: bool = False) -> str:
    """What was answered, inside a sentence and without figures: "uses Excel"; `plain`: also where fewer do."""
    said = _said(finding, book)
    if not plain and finding.effect < 0 and finding.standing == "distinctive" and finding.option is not None:
        said = _words(book).less.format(said=said)
    return _small_first(said)


def figures_of(finding: Finding, book: Phrasebook) -> str:
    """What stands behind it: "57 %, 9 points above everyone"; of a mean, which the words tell, everyone's."""
    if finding.option is None:
        alone = len(finding.groups) == 1
        return "" if alone else _words(book).everyone.format(value=_mean(finding.everyone, finding, book))
    figure = _percent(finding.value)
    return figure if len(finding.groups) == 1 else f"{figure}, {_compared(finding, book)}"


def asked_in_short(finding: Finding) -> str:
    """The question without what a questionnaire puts around it."""
    return _asked(question_of(finding))


def _small_first(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def note_of(finding: Finding, book: Phrasebook) -> str:
    """The count in words: "49 of 74 who answered"; of a weighted share or mean, "49 of 74 who answered, weighted"."""
    words, own = _words(book), finding.own
    base = f"{own.base:,}"
    mean_of = words.mean_of_any if len(finding.columns) > 1 else words.mean_of
    count = mean_of if own.count is None else words.of_base
    said = count.format(base=base, count=f"{own.count or 0:,}")
    return said if finding.design is None else words.weighted.format(count=said)


def question_of(finding: Finding) -> str:
    """What was asked; of a battery, the question above its items."""
    if len(finding.columns) > 1:
        return stem_of(finding.columns) or f"{finding.columns[0].question} … {finding.columns[-1].question}"
    return finding.column.question


def _words(book: Phrasebook) -> Words:
    return WORDS[book.code]


def _percent(share: float) -> str:
    """Never all, and never nobody, unless it is so."""
    return percent(min(max(share, 0.01), 0.99) if 0 < share < 1 else share)


def _said(finding: Finding, book: Phrasebook) -> str:
    question = _asked(question_of(finding))
    if finding.option is None:
        return _measured(finding, question, book)
    return capital(_answered(finding, question, book))


def _asked(question: str) -> str:
    """A question as it stands in a sentence: of a long one that ends with its item, the item."""
    plain = bare(question)
    if len(plain.split()) > QUESTION_WORDS:
        item = item_of(plainly(question))
        if item and not is_question(item):
            return shortened(bare(item), QUESTION_WORDS)
    return shortened(" ".join(plain.split()), QUESTION_WORDS)


def _answered(finding: Finding, question: str, book: Phrasebook) -> str:
    words, option = _words(book), finding.option or ""
    if option == AGREE:
        return book.agrees.format(question=shortened(bare(item_of(plainly(question_of(finding)))), QUESTION_WORDS))
    label = shortened(as_words(short(option)), OPTION_WORDS)
    if finding.column.is_place:
        return words.first.format(option=label)
    if not question:
        return label
    if is_role(finding.column.question) and yes_or_no([option], YES, NO) is None:
        return words.is_in.format(role=book.role(label))
    said = book.phrase(finding.column.question, [label])
    if said is None and book.code == "en":
        said = verb_phrase(finding.column.question, label)
    if said := said or book.spoken(label):
        return said
    answer = yes_or_no([option], YES, NO)
    if answer is not None and not is_one_code_of_several(option, finding.column):
        return (words.says_yes if answer else words.says_no).format(question=question)
    form = words.chooses if finding.column.role is ColumnRole.MULTIPLE else words.answers
    return form.format(option=label, question=question)


def _measured(finding: Finding, question: str, book: Phrasebook) -> str:
    words, mean = _words(book), _mean(finding.value, finding, book)
    if len(finding.columns) > 1:
        return words.rates_all.format(count=len(finding.columns), question=question, mean=mean)
    if finding.shared_out:
        return str(words.gives.format(question=question, mean=mean))
    if finding.column.role is ColumnRole.RATING:
        said = rating_phrase(finding.column.question, mean) if book.code == "en" else None
        if said and not is_ranked(finding):
            return capital(said)
        return (words.ranks if is_ranked(finding) else words.rates).format(question=question, mean=mean)
    said = number_phrase(finding.column.question, mean) if book.code == "en" else None
    return capital(said) if said else str(words.gives.format(question=question, mean=mean))


def _mean(value: float, finding: Finding, book: Phrasebook) -> str:
    if finding.column.role is ColumnRole.RATING and is_ranked(finding):
        return book.figures.decimal(value)
    if finding.column.role is ColumnRole.RATING:
        return f"{book.figures.decimal(value)}{scale_end(finding.column, book)}"
    return book.figures.rounded(value)


def is_ranked(finding: Finding) -> bool:
    """Whether a number is a place in an order, of which 1 is the first."""
    return finding.column.is_place or _RANKS.search(finding.column.question) is not None


def _compared(finding: Finding, book: Phrasebook) -> str:
    words, points = _words(book), round(100 * finding.value) - round(100 * finding.everyone)
    if abs(points) < SAME_POINTS:
        return words.everyone.format(value=_percent(finding.everyone))
    return (words.above if points > 0 else words.below).format(points=abs(points))

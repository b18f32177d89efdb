"""What the check page shows, and what of it is told anew after a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.urls import reverse
from django.utils.dateparse import parse_datetime

from experiments import data_report, doubt_cards, interview_lines
from experiments.question_forms import signature
from experiments.question_lines import Filter, lines_of, sections_of
from experiments.questionnaires import questionnaire_of
from persona.questionnaire.kinds import QuestionKind

if TYPE_CHECKING:
    from datetime import datetime

    from experiments.models import DataSource, Experiment
    from experiments.question_lines import QuestionLine
    from persona.questionnaire.models import Option, Question


class Saved(NamedTuple):
    """The last change, which can be taken back."""

    words: str
    at: datetime | None


class Shown(NamedTuple):
    """One choice of the filter, and how many questions it has."""

    value: str
    word: str
    number: int


class OptionRow(NamedTuple):
    """One answer of a question on its own page."""

    option: Option
    share: int
    place: int


def page_context(experiment: Experiment, source: DataSource, wanted: Filter) -> dict[str, Any]:
    """Doubts, questions by section, and what was left out."""
    found = questionnaire_of(source)
    cards = doubt_cards.cards_of(found, source.answers)
    lines = lines_of(found, asked=_asked(cards))
    return {
        **_shared(experiment, source, cards, lines),
        "found": found,
        "cards": cards,
        "was": signature(found, cards),
        "sections": sections_of(lines, wanted),
        "wanted": wanted,
        "excluded": doubt_cards.left_out(found, cards),
        "seen": list(dict.fromkeys(note.sentence for note in found.notes)),
        "interviews": interview_lines.interviews_of(source),
        "columns": sum(len(question.columns) for question in found.questions),
    }


def changed_context(
    experiment: Experiment, before: DataSource, after: DataSource, *, used: str | None
) -> dict[str, Any]:
    """The lines that changed, or all where questions came or went, and the figures. `used`: the menu to leave alone."""
    old, new = questionnaire_of(before), questionnaire_of(after)
    cards_before = doubt_cards.cards_of(old, before.answers)
    cards = doubt_cards.cards_of(new, after.answers)
    then, now = lines_of(old, asked=_asked(cards_before)), lines_of(new, asked=_asked(cards))
    context = {
        **_shared(experiment, after, cards, now),
        "cards": cards,
        "found": new,
        "used": used,
        "excluded": doubt_cards.left_out(new, cards),
        "is_other": [line.question.id for line in then] != [line.question.id for line in now],
    }
    if context["is_other"]:
        return {**context, "sections": sections_of(now, Filter()), "wanted": Filter()}
    return {**context, "lines": [line for line, earlier in zip(now, then, strict=True) if line != earlier]}


def saved_of(source: DataSource) -> Saved | None:
    """The last change, where there is one."""
    if not source.changes:
        return None
    last = source.changes[-1]
    return Saved(last["words"], parse_datetime(last["at"]))


def option_rows(question: Question) -> list[OptionRow]:
    """The answers of a question with their share of those who answered; of a battery, of all that they answered."""
    items = len(question.items) if question.kind is QuestionKind.BATTERY else 1
    whole = max(question.answered * items, 1)
    return [
        OptionRow(option, round(100 * option.count / whole), place)
        for place, option in enumerate(question.options, start=1)
    ]


def _asked(cards: list[doubt_cards.DoubtCard]) -> frozenset[str]:
    return frozenset(card.doubt.about for card in cards if not card.is_settled)


def _shared(
    experiment: Experiment,
    source: DataSource,
    cards: list[doubt_cards.DoubtCard],
    lines: list[QuestionLine],
) -> dict[str, Any]:
    open_ones = len(cards) - doubt_cards.settled(cards)
    return {
        "experiment": experiment,
        "source": source,
        "change_url": reverse("experiments:question-update", args=[experiment.pk]),
        "filters": _filters(lines),
        "settled": doubt_cards.settled(cards),
        "open_doubts": open_ones,
        "open_in_words": doubt_cards.in_words(open_ones),
        "warnings": data_report.warnings_of(source),
        "saved": saved_of(source),
    }


def _filters(lines: list[QuestionLine]) -> list[Shown]:
    words = {"all": "All", "unsure": "Unsure", "basis": "Form groups", "none": "Left out"}
    return [Shown(show, word, sum(map(Filter(show=show).fits, lines))) for show, word in words.items()]

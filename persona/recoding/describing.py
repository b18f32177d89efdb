"""A question in a few words, as a line under its name: "9 choices", "1 – 5", "18 – 92"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.questionnaire.kinds import QuestionKind as Kind

if TYPE_CHECKING:
    from persona.questionnaire.models import NumberRange, Question

_YEARS = (1900, 2100)


def detail(question: Question) -> str:
    """What its answers hold."""
    if question.kind is Kind.PERSONAL:
        return "hidden before anything else happens"
    if question.scale is not None:
        low, high = question.scale.low, question.scale.high
        return f"{question.scale.low_label or f'{low:g}'} – {question.scale.high_label or f'{high:g}'}"
    if question.numbers is not None:
        return _range(question.numbers)
    if question.dates is not None:
        return f"{question.dates.first} – {question.dates.last}"
    if question.options:
        word = "choice" if len(question.options) == 1 else "choices"
        return f"{len(question.options)} {word}"
    if question.kind is Kind.OPEN:
        return f"{question.answered:,} {'answer' if question.answered == 1 else 'answers'}"
    return ""


def _range(numbers: NumberRange) -> str:
    are_years = _YEARS[0] <= numbers.min and numbers.max <= _YEARS[1]
    form = ".0f" if are_years else ",.10g"
    return f"{numbers.min:{form}} – {numbers.max:{form}}"

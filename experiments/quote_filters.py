"""The filter of quotes as a form: persona, language and answers to closed questions, read from an address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from persona.crosstables import CLOSED
from persona.models import ColumnRole
from persona.models.asking import GivenAnswer, QuoteFilter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.http import QueryDict

    from persona.models import Column

MARK = "."
MOST = 40
"""Options of one question that are offered; the commonest come first."""
LONGEST_SCALE = 21


class Closed(NamedTuple):
    """A question that people may be chosen by; `number` is its place among the closed ones of the study."""

    number: int
    column: Column
    options: tuple[str, ...]


class Choice(NamedTuple):
    """One option of the question that is being chosen by."""

    value: str
    option: str
    chosen: bool


class Chip(NamedTuple):
    """One answer that people were chosen by, and the address without it."""

    question: str
    option: str
    without: str


def closed_questions(columns: Sequence[Column]) -> tuple[Closed, ...]:
    """Those with options or a scale, in the order of the study."""
    found = ((column, _options(column)) for column in columns if column.role in CLOSED)
    return tuple(
        Closed(number, column, options) for number, (column, options) in enumerate(((c, o) for c, o in found if o), 1)
    )


def _options(column: Column) -> tuple[str, ...]:
    if column.role is ColumnRole.NUMBER:
        return ()
    if column.scale_words or column.options:
        return (column.scale_words or column.options)[:MOST]
    if column.scale is None or column.scale[1] - column.scale[0] > LONGEST_SCALE:
        return ()
    return tuple(str(value) for value in range(int(column.scale[0]), int(column.scale[1]) + 1))


@dataclass(frozen=True)
class FilterForm:
    """What an address says of whose words are wanted; what it says wrongly counts as not said."""

    questions: tuple[Closed, ...]
    persona: int | None
    language: str
    answers: tuple[tuple[int, int], ...]
    choosing: int | None

    @classmethod
    def read(cls, query: QueryDict, questions: tuple[Closed, ...]) -> FilterForm:
        sizes = {closed.number: len(closed.options) for closed in questions}
        given = (_pair(text) for text in query.getlist("a"))
        answers = tuple(pair for pair in given if pair and 0 < pair[1] <= sizes.get(pair[0], 0))
        choosing = _whole(query.get("by", ""))
        language = query.get("language", "")
        return cls(
            questions=questions,
            persona=_whole(query.get("persona", "")),
            language=language if len(language) == 2 and language.isalpha() else "",
            answers=tuple(dict.fromkeys(answers)),
            choosing=choosing if choosing in sizes else None,
        )

    @property
    def wanted(self) -> QuoteFilter:
        """As the library has it."""
        by_number = {closed.number: closed for closed in self.questions}
        given = (
            GivenAnswer(column=by_number[number].column.name, option=by_number[number].options[option - 1])
            for number, option in self.answers
        )
        personas = () if self.persona is None else (self.persona,)
        return QuoteFilter(personas=personas, answers=tuple(given), language=self.language or None)

    @property
    def chosen(self) -> Closed | None:
        """The question whose options are offered."""
        return next((closed for closed in self.questions if closed.number == self.choosing), None)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Its options."""
        if self.chosen is None:
            return ()
        number = self.chosen.number
        return tuple(
            Choice(f"{number}{MARK}{place}", option, (number, place) in self.answers)
            for place, option in enumerate(self.chosen.options, start=1)
        )

    @property
    def kept(self) -> tuple[str, ...]:
        """The answers to other questions, as the form sends them along."""
        return tuple(f"{number}{MARK}{option}" for number, option in self.answers if number != self.choosing)

    def chips(self, *beside: tuple[str, object]) -> tuple[Chip, ...]:
        """The answers chosen by, each with the way to be rid of it; `beside`: what else the address says."""
        by_number = {closed.number: closed for closed in self.questions}
        return tuple(
            Chip(
                by_number[number].column.question,
                by_number[number].options[option - 1],
                self._query(beside, (pair for pair in self.answers if pair != (number, option))),
            )
            for number, option in self.answers
        )

    def query(self, *beside: tuple[str, object]) -> str:
        """The address of the page with this filter."""
        return self._query(beside, self.answers)

    @property
    def values(self) -> list[tuple[str, object]]:
        """The answers chosen by, as an address says them."""
        return [("a", f"{number}{MARK}{option}") for number, option in self.answers]

    def _query(self, beside: Iterable[tuple[str, object]], answers: Iterable[tuple[int, int]]) -> str:
        said = [pair for pair in beside if pair[1]]
        said += [("persona", self.persona)] * (self.persona is not None) + [("language", self.language)] * bool(
            self.language
        )
        return "?" + urlencode([*said, *(("a", f"{number}{MARK}{option}") for number, option in answers)])


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else None


def _pair(text: str) -> tuple[int, int] | None:
    first, _, second = text.partition(MARK)
    number, option = _whole(first), _whole(second)
    return None if number is None or option is None else (number, option)

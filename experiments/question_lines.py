"""The questions of a file as the check page shows them: in sections, one line each, with a picture and facts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from persona.questionnaire.kinds import KINDS, answered
from persona.questionnaire.kinds import QuestionKind as Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from persona.questionnaire.models import Question, Questionnaire

BARS, WIDTH, HEIGHT, LEAST, GAP = 12, 96.0, 20.0, 1.5, 1.4
SECONDS_LEFT = 10  # of a date with a time


class Choice(NamedTuple):
    """One entry of a menu."""

    value: str
    word: str


KIND_CHOICES = tuple(Choice(kind.value, KINDS[kind].label.capitalize()) for kind in Kind)
USE_CHOICES = (Choice("basis", "Forms groups"), Choice("describe", "Describes"), Choice("none", "Left out"))
SURE = {"sure": "Sure", "likely": "Likely", "unsure": "Unsure"}
ICONS = {
    Kind.OPEN: "text",
    Kind.SINGLE: "tag",
    Kind.MULTIPLE: "multi",
    Kind.RANKING: "rank",
    Kind.RATING: "star",
    Kind.BATTERY: "star",
    Kind.NUMBER: "number",
    Kind.DATE: "date",
    Kind.IDENTIFIER: "id",
    Kind.ADMINISTRATION: "sliders",
    Kind.PERSONAL: "hide",
    Kind.WEIGHT: "scale",
    Kind.UNUSED: "blank",
}
SHOWN = ("all", "unsure", "basis", "none")


class Bar(NamedTuple):
    """One bar of a distribution, in the units of its picture."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class QuestionLine:
    """One question on one line."""

    question: Question
    respondents: int
    is_asked: bool = False
    """Whether a doubt about it is still open."""

    @property
    def names(self) -> str:
        """ "Q7", or "Q24 – Q31" of many columns."""
        names = self.question.names
        return names[0] if len(names) == 1 else f"{names[0]} – {names[-1]}"

    @property
    def kind_field(self) -> str:
        return f"kind-{self.question.id}"

    @property
    def use_field(self) -> str:
        return f"use-{self.question.id}"

    @property
    def icon(self) -> str:
        return ICONS[self.question.kind]

    @property
    def look(self) -> str:
        return {Kind.OPEN: "text", Kind.PERSONAL: "pii"}.get(self.question.kind, "")

    @property
    def is_open(self) -> bool:
        return self.question.kind is Kind.OPEN

    @property
    def is_answered(self) -> bool:
        """Whether people answered it, so that it may be used for something."""
        return answered(self.question.kind)

    @property
    def is_out(self) -> bool:
        return self.question.use == "none"

    @property
    def is_unsure(self) -> bool:
        return self.is_asked or self.question.confidence == "unsure"

    @property
    def sure(self) -> str:
        return SURE[self.question.confidence]

    @property
    def use_word(self) -> str:
        return dict(USE_CHOICES)[self.question.use]

    @property
    def bars(self) -> list[Bar]:
        """How often each answer was given; of what has no options, how many answered at all."""
        counts = [option.count for option in self.question.options]
        if self.question.kind not in (Kind.RATING, Kind.BATTERY):
            counts.sort(reverse=True)
        if len(counts) > 1:
            return bars(counts[:BARS])
        return []

    @property
    def answered_share(self) -> float:
        """Who answered, of the width of the picture."""
        return round(WIDTH * self.question.answered / max(self.respondents, 1), 1)

    @property
    def facts(self) -> str:
        """What is worth knowing of it, in a few words."""
        return FACTS.get(self.question.kind, _answered)(self.question)


@dataclass(frozen=True)
class Section:
    """Questions of a kind of kinds."""

    id: str
    title: str
    kinds: tuple[Kind, ...]
    say: str
    lines: tuple[QuestionLine, ...] = ()

    @property
    def unsure(self) -> int:
        return sum(line.is_unsure for line in self.lines)

    @property
    def sentence(self) -> str:
        """What becomes of them."""
        groups = sum(line.question.use == "basis" for line in self.lines)
        return f"{self.say} {_groups(groups, len(self.lines))}"


SECTIONS = (
    Section("open", "Open answers", (Kind.OPEN,), "Personas are written from these."),
    Section(
        "choices",
        "Choices",
        (Kind.SINGLE, Kind.MULTIPLE, Kind.RANKING),
        "Ticked and picked answers, counted and compared.",
    ),
    Section("ratings", "Ratings", (Kind.RATING, Kind.BATTERY), "Places on a scale."),
    Section("numbers", "Numbers", (Kind.NUMBER, Kind.DATE, Kind.WEIGHT), "Amounts, dates and weights."),
    Section(
        "administration",
        "Administration",
        (Kind.IDENTIFIER, Kind.ADMINISTRATION, Kind.PERSONAL, Kind.UNUSED),
        "Ids, status, personal data.",
    ),
)


@dataclass(frozen=True)
class Filter:
    """Which questions a person wants to see."""

    text: str = ""
    show: str = "all"

    @property
    def is_on(self) -> bool:
        return bool(self.text) or self.show != "all"

    def fits(self, line: QuestionLine) -> bool:
        """Whether its text or one of its names has the words, and it is used, or unsure, as asked for."""
        words = self.text.casefold()
        said = (line.question.text, *line.question.names)
        if words and not any(words in text.casefold() for text in said):
            return False
        return self.show in ("all", line.question.use) or (self.show == "unsure" and line.is_unsure)


def lines_of(
    found: Questionnaire, questions: Iterable[Question] | None = None, asked: frozenset[str] = frozenset()
) -> list[QuestionLine]:
    """Lines of all questions, or of some. `asked`: those about which a doubt is open."""
    chosen = found.questions if questions is None else questions
    return [QuestionLine(question, found.respondents, question.id in asked) for question in chosen]


def sections_of(lines: Sequence[QuestionLine], wanted: Filter) -> list[Section]:
    """The sections with the questions that fit; those without any are left out."""
    filled = [
        replace(
            section, lines=tuple(line for line in lines if line.question.kind in section.kinds and wanted.fits(line))
        )
        for section in SECTIONS
    ]
    return [section for section in filled if section.lines]


def bars(counts: Sequence[int]) -> list[Bar]:
    """Bars side by side that fill the picture; the longest has its whole height."""
    step = WIDTH / max(len(counts), 8)
    highest = max(*counts, 1)
    found = []
    for at, count in enumerate(counts):
        height = max(LEAST, HEIGHT * count / highest)
        found.append(Bar(round(at * step, 1), round(HEIGHT - height, 1), round(step - GAP, 1), round(height, 1)))
    return found


def _answered(question: Question) -> str:
    return "1 person" if question.answered == 1 else f"{question.answered:,} people"


def _open(question: Question) -> str:
    personal = f", personal data in {question.personal:,}" if question.personal else ""
    return f"{_answered(question)}{personal}"


def _choices(question: Question) -> str:
    choices = _count(len(question.options), "choice")
    if len(question.columns) > 1:
        return f"{choices} in {len(question.columns)} columns"
    return f"{choices}, {_answered(question)}"


def _ranking(question: Question) -> str:
    return f"{_count(len(question.items) or len(question.options), 'place')}, {_answered(question)}"


def _rating(question: Question) -> str:
    higher = question.scale.higher_is if question.scale else None
    direction = {"more": "higher is more", "less": "lower is more"}.get(higher or "", "direction not known")
    return f"{_scale(question)}, {direction}"


def _battery(question: Question) -> str:
    return f"{_count(len(question.items), 'statement')}, {_scale(question)}"


def _numbers(question: Question) -> str:
    if question.numbers is None:
        return _answered(question)
    low, median, high = map(_figure, (question.numbers.min, question.numbers.median, question.numbers.max))
    unit = f" {question.numbers.unit}" if question.numbers.unit else ""
    return f"{low} – {high}{unit}, median {median}"


def _dates(question: Question) -> str:
    return f"{_day(question.dates.first)} – {_day(question.dates.last)}" if question.dates else _answered(question)


FACTS: Mapping[Kind, Callable[[Question], str]] = {
    Kind.OPEN: _open,
    Kind.SINGLE: _choices,
    Kind.MULTIPLE: _choices,
    Kind.RANKING: _ranking,
    Kind.RATING: _rating,
    Kind.BATTERY: _battery,
    Kind.NUMBER: _numbers,
    Kind.WEIGHT: _numbers,
    Kind.DATE: _dates,
    Kind.PERSONAL: lambda _: "hidden before anything else",
    Kind.UNUSED: lambda _: "nothing to learn from",
}


def _groups(groups: int, all_of: int) -> str:
    if not groups:
        return "None forms groups."
    return "All form groups." if groups == all_of else f"{groups:,} form{'s' if groups == 1 else ''} groups."


def _count(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _scale(question: Question) -> str:
    scale = question.scale
    return "a scale" if scale is None else f"{_figure(scale.low)} – {_figure(scale.high)}"


def _figure(number: float) -> str:
    return f"{number:,.10g}" if abs(number) < 1e6 else f"{number:,.0f}"


def _day(text: str) -> str:
    day = date.fromisoformat(text[:SECONDS_LEFT])
    return f"{day.day} {day:%b %Y}"

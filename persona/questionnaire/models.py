"""What a table is understood as: questions, what is unsure about them, and which rows are people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field, model_validator

from persona.models import Direction, Frozen
from persona.questionnaire.codes import DoubtCode, ExcludedReason, NoteCode
from persona.questionnaire.kinds import QuestionKind, Use

if TYPE_CHECKING:
    from collections.abc import Sequence

Confidence = Literal["sure", "likely", "unsure"]


class Option(Frozen):
    """One answer of a closed question."""

    label: str = Field(description="As people are shown it: the commonest spelling, or the last part of a path.")
    count: int = Field(description="Respondents who chose it.")
    no_opinion: bool = Field(default=False, description='An answer that takes no side: "Don\'t know".')
    spellings: tuple[str, ...] = Field(default=(), description="Cell texts that count as this option, label left out.")
    column: int | None = Field(default=None, description="Where each option has a column: its position.")


class Item(Frozen):
    """One row of a battery or one thing ranked: a column of its own."""

    label: str
    column: int


class Scale(Frozen):
    """An order of answers. `higher_is` says what a greater value means; None is not known."""

    low: float
    high: float
    low_label: str | None = None
    high_label: str | None = None
    higher_is: Direction | None = None
    words: tuple[str, ...] = Field(default=(), description="Answers in words, lowest first: word i has value low + i.")


class NumberRange(Frozen):
    min: float
    median: float
    max: float
    unit: str | None = None


class DateRange(Frozen):
    """Days as ISO texts (`2024-01-05`)."""

    first: str
    last: str


class Recoding(Frozen):
    """What cells of a question mean where its options, its scale and its codes for no answer do not tell."""

    values: dict[str, float] = Field(default_factory=dict, description="Cell texts with their place on the scale.")
    labels: dict[int, str] = Field(default_factory=dict, description="Options with a column each, by its position.")
    ticked: dict[int, tuple[str, ...]] = Field(default_factory=dict, description="By column: cells that mean chosen.")
    left: dict[int, tuple[str, ...]] = Field(default_factory=dict, description="The same for seen and not chosen.")
    decimal: Literal[".", ","] | None = Field(default=None, description="What parts the decimals of numbers.")
    out_of: float | None = Field(default=None, description='The 20 of "17/20".')


class Question(Frozen):
    """What people were asked: one or many columns, understood as one."""

    id: str = Field(description="From the names of its columns; stays when columns are added or moved.")
    text: str
    kind: QuestionKind
    columns: tuple[int, ...] = Field(description="Positions from 0 in the file's order.")
    names: tuple[str, ...]
    use: Use
    confidence: Confidence = "sure"
    reason: str = ""
    answered: int = Field(default=0, description="Respondents who answered any part of it.")
    options: tuple[Option, ...] = ()
    items: tuple[Item, ...] = ()
    scale: Scale | None = None
    no_answer: tuple[str, ...] = Field(default=(), description="Cell texts that mean not asked or refused.")
    separator: str | None = Field(default=None, description="Several choices in one cell: what stands between them.")
    numbers: NumberRange | None = None
    dates: DateRange | None = None
    recoding: Recoding | None = None
    of: str | None = Field(default=None, description='"Other, please specify": the id of its question.')
    personal: int = Field(default=0, description="Cells in which personal data was found.")
    examples: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _columns_have_names(self) -> Question:
        if not self.columns or len(self.columns) != len(self.names):
            raise ValueError("a question has at least one column, and a name for each")
        return self


class Answer(Frozen):
    """One way to settle a doubt, and what follows from it."""

    value: str
    label: str
    effect: str


class Doubt(Frozen):
    """What the reader is not sure of, put as one question with a default."""

    code: DoubtCode
    about: str = Field(description='A question\'s id, a column, a sheet, or "file".')
    sentence: str
    default: str
    answers: tuple[Answer, ...]
    evidence: tuple[str, ...] = ()

    id: str = Field(default="", description='"code:about", by which it is answered.')

    @model_validator(mode="before")
    @classmethod
    def _named(cls, given: dict[str, object]) -> dict[str, object]:
        return {**given, "id": f"{given['code']}:{given['about']}"}

    @model_validator(mode="after")
    def _default_is_an_answer(self) -> Doubt:
        if self.default not in {answer.value for answer in self.answers}:
            raise ValueError(f"the default {self.default!r} is none of the answers")
        return self


class Excluded(Frozen):
    """Rows that are no respondents, by reason."""

    reason: ExcludedReason
    rows: int
    default: Literal["left_out", "kept"] = "left_out"
    spans: tuple[tuple[int, int], ...] = Field(
        default=(), description="First and last number of rows in a row, from 1; lines that became no rows have none."
    )


class ExcludedRows(Frozen):
    """The rows behind an `Excluded`: numbers from 1, as the table counts them."""

    reason: ExcludedReason
    rows: tuple[int, ...]
    default: Literal["left_out", "kept"] = "left_out"
    evidence: tuple[str, ...] = Field(default=(), description="Up to three cells that show it.")

    def counted(self) -> Excluded:
        return Excluded(reason=self.reason, rows=len(self.rows), default=self.default, spans=_spans(self.rows))


def _spans(rows: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Rising numbers as pairs of the first and last of those that follow each other.

    >>> _spans([1, 2, 3, 7])
    ((1, 3), (7, 7))
    """
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and row == found[-1][1] + 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return tuple(found)


class QuestionnaireNote(Frozen):
    """Something seen on the way that people should know, in one sentence."""

    code: NoteCode
    sentence: str
    rows: int | None = None
    about: str | None = Field(default=None, description="The id of the question it is about, where it is one.")


class Sensitive(Frozen):
    """A column that law or decency protects."""

    column: int
    category: str


class Questionnaire(Frozen):
    """A table, understood. Everything stands as it is after the defaults and the given answers are applied."""

    rows: int
    respondents: int
    questions: tuple[Question, ...]
    doubts: tuple[Doubt, ...] = ()
    excluded: tuple[Excluded, ...] = ()
    weight: str | None = Field(default=None, description="The name of the weight column.")
    weighted: bool = Field(default=False, description="Whether shares and means are weighted with it.")
    personal: tuple[int, ...] = Field(default=(), description="Columns that hold personal data.")
    sensitive: tuple[Sensitive, ...] = ()
    notes: tuple[QuestionnaireNote, ...] = ()

    def question(self, key: str) -> Question:
        """The question with this id. Raises KeyError."""
        return {question.id: question for question in self.questions}[key]

    @property
    def left_out(self) -> tuple[tuple[int, int], ...]:
        """Rows that are no respondents, as pairs of first and last number."""
        return tuple(sorted(span for rows in self.excluded if rows.default == "left_out" for span in rows.spans))

"""Personas with their statements, the evidence for each, and what writing them took."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from persona.kinds import StatementKind
from persona.models.base import Frozen
from persona.notebook import ShownAsHtml, ShownAsMarkdown

Strength = Literal["strong", "clear", "weak"]
Origin = Literal["quoted", "counted", "model", "person"]
Standing = Literal["distinctive", "big"]


class Evidence(Frozen):
    """A verbatim passage and its place: `cell[start:end] == quote`, always."""

    source: str
    row: int = Field(description="Data row in that source, from 1.")
    line: int = Field(description="Physical line in the original file.")
    column: str
    start: int = Field(description="Characters (code points) from the cell's start.")
    end: int
    quote: str
    strength: Strength = "strong"
    score: float = Field(default=1.0, description="How closely the words match the statement, 0 to 1.")
    counted: bool = Field(default=True, description="False: related only, not part of the support.")


class GroupCount(Frozen):
    """What one persona answered to the question of a counted statement."""

    persona: int = Field(description="Its number, from 1.")
    base: int = Field(description="Its people who answered.")
    count: int | None = Field(default=None, description="Those who gave the option; None: a mean is told.")
    share: float | None = None
    mean: float | None = None


class Asked(Frozen):
    """A column that is counted, and what was asked there: its name may be a code such as "Q5_2"."""

    column: str
    question: str


class Statement(Frozen):
    """One claim of a persona, with the passages that carry it, or the count that does (`origin` counted)."""

    id: str = Field(description="Stable within a result: persona number, kind, number.")
    kind: StatementKind
    text: str
    origin: Origin
    strength: Strength
    support: int = Field(
        description="People of the segment who say something like this: a floor, counted over all rows."
    )
    base: int = Field(description="People of the segment who answered this kind of question.")
    mentions: int | None = Field(default=None, description="People who speak of the topic, who say this or not.")
    topic: str | None = None
    note: str = Field(description='The count in words: "22 of 152 say something like this".')
    evidence: tuple[Evidence, ...] = Field(description="Strongest first; at most 50, the counts cover all.")
    confirmed: bool | None = Field(default=None, description="What a second look said; None: nobody looked again.")
    question: str | None = Field(default=None, description="Counted: what was asked.")
    option: str | None = Field(default=None, description="Counted: the answer whose share is told.")
    asked: tuple[Asked, ...] = Field(default=(), description="Counted: where the answers stand; several: their mean.")
    share: float | None = Field(default=None, description="Counted: `support` of `base`, 0 to 1, or weighted.")
    everyone_share: float | None = None
    mean: float | None = Field(default=None, description="Counted: mean of numbers or places on the scale.")
    everyone_mean: float | None = None
    everyone_base: int | None = Field(default=None, description="Counted: people of all groups who answered.")
    standing: Standing | None = Field(
        default=None, description="Counted: whether it sets the persona apart, or is simply what most answer."
    )
    effect: float | None = Field(default=None, description="Counted: Cohen's h of a share, d of a mean, from the rest.")
    groups: tuple[GroupCount, ...] = Field(default=(), description="Counted: the same of every persona.")

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns whose answers are counted."""
        return tuple(asked.column for asked in self.asked)

    @model_validator(mode="before")
    @classmethod
    def _of_columns(cls, data: Any) -> Any:
        """Results before 0.7 name the columns only."""
        if isinstance(data, dict) and "columns" in data:
            told = {name: value for name, value in data.items() if name != "columns"}
            asked = [Asked(column=name, question=told.get("question") or name) for name in data["columns"]]
            return {"asked": asked} | told
        return data


class Fact(Frozen):
    """A computed number about a segment, beside everyone's."""

    kind: Literal["share", "number", "rating"]
    column: str
    label: str = Field(description='In words: "Uses paper or a whiteboard".')
    value: str = Field(description='For people: "62 %", "3 of 9 people", "34–46, half of them".')
    everyone: str = Field(description='The same for all respondents: "34 %".')
    comparison: str = Field(description='"1.8× average", "16 points more than everyone", or "".')
    direction: Literal["more", "less", "same"]
    option: str | None = None
    count: int | None = None
    base: int
    share: float | None = None
    everyone_share: float | None = None
    mean: float | None = None
    everyone_mean: float | None = None
    quartiles: tuple[float, float, float] | None = None


class Dropped(Frozen):
    """A sentence that a model wrote and the data does not support; kept apart, for whoever wants to look."""

    kind: StatementKind | Literal["tagline", "summary"]
    text: str
    reason: Literal["uncited", "unsupported", "altered", "number", "negation", "rejected"]


class Usage(Frozen):
    """What was asked of a provider, and what it cost."""

    requests: int = Field(default=0, description="Answers that were paid for.")
    input_tokens: int = 0
    output_tokens: int = 0
    cost_usd: float | None = Field(default=0.0, description="None: the price is unknown.")
    cached: int = Field(default=0, description="Answers that were known already, and cost nothing.")

    def __add__(self, other: Usage) -> Usage:
        costs = (self.cost_usd, other.cost_usd)
        return Usage(
            requests=self.requests + other.requests,
            input_tokens=self.input_tokens + other.input_tokens,
            output_tokens=self.output_tokens + other.output_tokens,
            cost_usd=None if costs[0] is None or costs[1] is None else costs[0] + costs[1],
            cached=self.cached + other.cached,
        )


class FactTold(Frozen):
    """Which fact a sentence tells."""

    column: str
    option: str | None = None


class StorySentence(Frozen):
    """One sentence of a persona's story, with what it rests on."""

    about: StatementKind | Literal["who", "unlike"]
    text: str
    statements: tuple[str, ...] = Field(default=(), description="Ids of the statements that it tells.")
    facts: tuple[FactTold, ...] = Field(default=(), description="Facts that it tells.")

    @field_validator("facts", mode="before")
    @classmethod
    def _of_lines(cls, facts: Any) -> Any:
        """Results before 0.7 name a fact by its column, a line feed and its option."""
        lines = [fact.partition("\n") if isinstance(fact, str) else fact for fact in facts]
        return [FactTold(column=f[0], option=f[2] or None) if isinstance(f, tuple) else f for f in lines]


class Contrast(Frozen):
    """A persona beside another one, in the counted statement in which the two differ most."""

    persona: int = Field(description="The other's number.")
    statement: str = Field(description="The id of the statement.")
    text: str
    here: str = Field(description='For people: "62 %".')
    there: str
    topic: str = Field(default="", description='What is compared, inside a sentence: "uses Excel".')


class OwnField(Frozen):
    """A field that people gave a persona: a job, a channel, a scenario."""

    name: str
    text: str


class Persona(ShownAsHtml, ShownAsMarkdown, Frozen):
    """The portrait of one segment. Name and portrait are invented and say so."""

    index: int = Field(description="From 1; the number of its segment.")
    name: str
    tagline: str
    summary: str
    size: int
    share: float
    facts: tuple[Fact, ...]
    statements: tuple[Statement, ...]
    quotes: tuple[Evidence, ...] = Field(description="Two or three passages that let the person speak.")
    label: str = Field(default="", description="What most of its people answer, and no other persona's; unlike a name.")
    story: tuple[StorySentence, ...] = Field(
        default=(), description="The summary, sentence by sentence; of a model's summary, the one it replaced."
    )
    unlike: tuple[Contrast, ...] = Field(default=(), description="The persona beside each other one, at most four.")
    wrote: int = Field(default=0, description="Its people who wrote an answer.")
    heard: int = Field(default=0, description="Those of them behind a quoted statement or its topic.")
    fields: tuple[OwnField, ...] = Field(default=(), description="What people added in words of their own.")
    warnings: tuple[str, ...] = ()
    phrased: tuple[Literal["tagline", "summary"], ...] = Field(default=(), description="What a model put into words.")
    dropped: tuple[Dropped, ...] = Field(default=(), description="What a model wrote without support.")
    usage: Usage | None = Field(default=None, description="What writing this persona took; None: no model did.")

    @property
    def is_everyone(self) -> bool:
        """Whether it stands for all respondents, so that there is nobody to compare it with."""
        return self.share >= 1

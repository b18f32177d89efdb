"""What comparing gives: how groups and answers changed, in sentences with their numbers and how sure they are."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from persona.kinds import StatementKind
from persona.models import Fact, Frozen, Statement

Sure = Literal["clear", "likely", "none"]
GroupStatus = Literal["grown", "shrunk", "same", "redrawn", "new", "gone", "part", "unclear"]
Direction = Literal["up", "down", "same"]


# -- side by side --------------------------------------------------------------------------------------
class Leading(Frozen):
    """The first statement of a kind."""

    kind: StatementKind
    text: str
    note: str


class Side(Frozen):
    """One persona, as it stands beside others."""

    index: int
    name: str
    tagline: str
    size: int
    share: float
    facts: tuple[Fact, ...]
    leading: tuple[Leading, ...]
    label: str = ""
    statements: tuple[Statement, ...] = Field(default=(), description="Of each kind, with their proof.")


class BesideCell(Frozen):
    """One persona in one line."""

    persona: int
    base: int
    count: int | None = None
    share: float | None = None
    mean: float | None = None
    apart: Sure = Field(
        description="Whether, of all in the line, it stands furthest apart from the others; corrected for all cells."
    )
    why: str = ""


class BesideLine(Frozen):
    """A counted statement of one of them, with the same of all."""

    kind: StatementKind
    question: str
    option: str | None
    text: str
    cells: tuple[BesideCell, ...]


class SharedSaying(Frozen):
    """A statement that several of them have."""

    kind: StatementKind
    text: str
    personas: tuple[int, ...]


class Comparison(Frozen):
    """Personas side by side."""

    personas: tuple[Side, ...]
    alike: tuple[tuple[float, ...], ...]
    """How alike their words are: 0 nothing in common, 1 the same person."""
    lines: tuple[BesideLine, ...] = Field(default=(), description="Where one stands apart first.")
    shared: tuple[SharedSaying, ...] = ()


# -- what changed --------------------------------------------------------------------------------------
class Amount(Frozen):
    """People of one wave: of a group, or who gave an answer; of a mean, who gave a number."""

    base: int = Field(description="Of how many.")
    people: int | None = Field(default=None, description="None: a mean is told.")
    share: float | None = Field(default=None, description="`people` of `base`, 0 to 1.")
    mean: float | None = None


class Change(Frozen):
    """Something measured in both waves."""

    sentence: str
    before: Amount
    after: Amount
    low: float | None = Field(default=None, description="The change could be as small as this …")
    high: float | None = Field(default=None, description="… or as large as this: 95 %, in shares or in means.")
    sure: Sure
    chance: float = Field(
        description="How often two equal waves would differ somewhere by so much; corrected for all that was tested."
    )


class GroupChange(Change):
    """What became of a group."""

    status: GroupStatus
    first: int | None = Field(description="Its persona in the first wave; None: it has none there.")
    second: int | None = Field(description="Its persona in the second wave; None: it has none there.")
    name: str = Field(description="As the second wave calls it; of a group that is gone, as the first did.")
    was: str | None = Field(default=None, description="As the first wave called it, where that was otherwise.")
    within: str | None = Field(default=None, description="Of a part: the group of the other wave that holds it.")


class AnswerChange(Change):
    """An answer, or the mean of numbers, of everyone or of one group."""

    question: str
    column: str
    option: str | None = Field(default=None, description="None: a mean is told.")
    direction: Direction
    statement: str | None = Field(default=None, description="The id of the second wave's statement that tells it.")


class InsideChange(Frozen):
    """What changed inside a group that both waves have."""

    first: int
    second: int
    name: str
    changes: tuple[AnswerChange, ...]


class LeftOut(Frozen):
    """A question of both waves that could not be compared."""

    question: str
    reason: str


class QuestionsCompared(Frozen):
    """Which questions both waves asked alike."""

    alike: int
    first: int = Field(description="Questions of the first wave.")
    second: int = Field(description="Questions of the second wave.")
    left_out: tuple[LeftOut, ...] = ()


class WhatChanged(Frozen):
    """Two waves, files or runs of one study, and what is different between them."""

    sentence: str = Field(description="In short.")
    people: tuple[int, int]
    same_rows: bool = Field(description="Both are runs on the same rows: nothing that differs is chance.")
    shared_people: int | None = Field(description="People whose ids stand in both; None: there are no ids to tell.")
    questions: QuestionsCompared
    groups: tuple[GroupChange, ...]
    everyone: tuple[AnswerChange, ...] = Field(description="Answers of all people that changed.")
    inside: tuple[InsideChange, ...]
    tested: int = Field(description="How many differences were looked at.")
    notes: tuple[str, ...] = ()

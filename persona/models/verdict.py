"""The verdict: whether a result can be shown, and what to do where it cannot."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from persona.models.base import Frozen

Level = Literal["ready", "with_care", "not_yet"]
Action = Literal[
    "fewer_personas",
    "describe_only",
    "join_columns",
    "use_question",
    "add_answers",
    "use_model",
    "use_weights",
    "answer_doubts",
]

LEAST_STATEMENTS = 4
"""A persona with fewer statements is a group that can be described in numbers only."""


class NextStep(Frozen):
    """One thing to do about a reason."""

    action: Action
    label: str = Field(description='On a button: "Make 3 personas".')
    count: int | None = Field(default=None, description="`fewer_personas`: how many.")
    columns: tuple[str, ...] = Field(
        default=(), description="`describe_only`, `use_question`: questions, by their text or the name of a column."
    )
    answers: dict[str, str] = Field(
        default_factory=dict, description="`join_columns`, `use_weights`: answers to doubts, by id."
    )
    effect: str = Field(default="", description="What follows from it, in one sentence.")


class Reason(Frozen):
    """One measure of a result, and what it says about showing it."""

    measure: str
    level: Level
    value: float
    ready_from: float | None = Field(default=None, description="The value from which it is ready; None: a cap.")
    figure: str = Field(description='The value for people: "36 %".')
    label: str = Field(description='What it counts: "of people are behind a statement".')
    note: str = Field(description='What stands behind it: "188 of 518; good from 70 %".')
    why: str = Field(default="", description="Why it matters; empty where it is ready.")
    step: NextStep | None = None


class Verdict(Frozen):
    """Whether to show a result; the weakest reason decides."""

    level: Level
    sentence: str
    reasons: tuple[Reason, ...] = Field(description="All measures, then what else keeps it from being ready.")

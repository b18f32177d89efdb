"""Kinds of questions, and what people say of a question: its text, kind, use, columns, options, scale, no answer."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from persona.models.base import Frozen

Use = Literal["basis", "describe", "none"]
"""`basis` forms the groups, `describe` only describes them, `none` is not looked at."""
Direction = Literal["more", "less"]
"""What a greater value of a scale means."""


class QuestionKind(StrEnum):
    """What a question asks for; one question holds one or many columns."""

    OPEN = "open_answer"
    SINGLE = "single_choice"
    MULTIPLE = "multiple_choice"
    RANKING = "ranking"
    RATING = "rating"
    BATTERY = "rating_battery"
    NUMBER = "number"
    DATE = "date"
    IDENTIFIER = "identifier"
    ADMINISTRATION = "administration"
    PERSONAL = "personal_data"
    WEIGHT = "weight"
    UNUSED = "unused"


class OptionsChoice(Frozen):
    """Changes to the options of a question, done in this order: rename, merge, order."""

    rename: dict[str, str] = Field(default_factory=dict, description='What each is called: {"1": "Man"}. A code book.')
    merge: dict[str, tuple[str, ...]] = Field(default_factory=dict, description="New label: the options in it.")
    order: tuple[str, ...] = Field(default=(), description="Labels, lowest first; others follow.")


class ScaleChoice(Frozen):
    """What is known of a scale; None leaves what was read."""

    low: float | None = None
    high: float | None = None
    low_label: str | None = None
    high_label: str | None = None
    higher_is: Direction | None = None


class QuestionChoice(Frozen):
    """A person's word on one question; None leaves what was read.

    `columns` are names. More than the question had are joined to it, those that are missing become questions of
    their own.
    """

    text: str | None = Field(default=None, min_length=1)
    kind: QuestionKind | None = None
    use: Use | None = None
    columns: tuple[str, ...] | None = Field(default=None, min_length=1)
    options: OptionsChoice | None = None
    scale: ScaleChoice | None = None
    no_answer: tuple[str, ...] | None = None

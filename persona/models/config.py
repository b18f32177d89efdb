"""The settings of a run, and what people change about its segments."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from persona import _deprecated
from persona.models.base import Frozen
from persona.models.columns import ColumnChoice
from persona.models.questions import QuestionChoice

MAX_PERSONAS = 12


class Rename(Frozen):
    """Give a segment a name; its persona carries it as tagline."""

    type: Literal["rename"] = "rename"
    segment: int = Field(ge=1)
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]


class Merge(Frozen):
    """Put segments together, in the place of the lowest number; the later ones move up."""

    type: Literal["merge"] = "merge"
    segments: tuple[int, ...] = Field(min_length=2, max_length=MAX_PERSONAS)


class Split(Frozen):
    """Part a segment into groups of its own, in its place and behind it; the later ones move down."""

    type: Literal["split"] = "split"
    segment: int = Field(ge=1)
    into: int = Field(default=2, ge=2, le=MAX_PERSONAS)


Edit = Annotated[Rename | Merge | Split, Field(discriminator="type")]


class PersonaConfig(Frozen):
    """Settings of one run.

    Example:
        >>> PersonaConfig(count=3).model
        'builtin'
    """

    count: int | None = Field(default=None, ge=1, le=MAX_PERSONAS, description="None: chosen from the data.")
    model: str = Field(default="builtin", description='"builtin", or "provider:name".')
    detail: Literal["short", "standard", "deep"] = "standard"
    budget_usd: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    seed: int = Field(default=0, ge=0, le=2**32 - 1)
    answers: dict[str, str] = Field(
        default_factory=dict, description='What people said to doubts, by "code:about" or "code" for all of a kind.'
    )
    questions: dict[str, QuestionChoice] = Field(
        default_factory=dict, description="What people say of questions, by id."
    )
    columns: dict[str, ColumnChoice] = Field(
        default_factory=dict, description="By column name; written into `questions`. Deprecated: goes with 0.8."
    )
    redact: bool = Field(default=True, description="Mask personal data before grouping, quoting and sending.")
    template: str | None = Field(
        default=None,
        max_length=500,
        description="How a model is asked to write: ux, marketing, product, healthcare, or a .jinja file.",
    )
    verify: bool = Field(default=False, description="A second call judges every statement of a model by its quotes.")
    embeddings: str | None = Field(
        default=None, max_length=200, description='"provider:name" of a model that tells how alike answers are.'
    )
    edits: tuple[Edit, ...] = Field(
        default=(),
        description="What people changed about the segments, one after the other: numbers are those that the edits "
        "before left.",
    )

    def model_post_init(self, _: object) -> None:
        """Tell whoever says something of columns that it is said of questions now."""
        if self.columns:
            _deprecated.warn_of("PersonaConfig.columns", "PersonaConfig.questions")

"""Answers to questions that people ask a finished run: passages and counts with their places."""

from __future__ import annotations

from pydantic import Field

from persona.models.base import Frozen
from persona.models.crosstables import CrossLine
from persona.models.lengths import QUESTION
from persona.models.personas import Evidence, Usage

LONGEST = QUESTION
"""Letters of a question."""


class GivenAnswer(Frozen):
    """What somebody must have answered to a closed question: one of its options, or a place on its scale."""

    column: str
    option: str


class QuoteFilter(Frozen):
    """Whose words are wanted, and in which language; the same wherever quotes are shown."""

    personas: tuple[int, ...] = Field(default=(), description="Their numbers; none: everybody's.")
    answers: tuple[GivenAnswer, ...] = Field(
        default=(), description="Of one question any of them, of several questions each; a rating is one of them."
    )
    language: str | None = Field(default=None, description="Two letters; None: any.")

    @property
    def is_empty(self) -> bool:
        """Whether everybody's words are wanted."""
        return not (self.personas or self.answers or self.language)


class AskedPassage(Frozen):
    """A passage that answers, with its place; `cell[evidence.start:evidence.end] == evidence.quote`."""

    evidence: Evidence
    row: int = Field(description="Over all sources, from 1; what a person is looked up by.")
    question: str = Field(description="What was asked in the column.")
    cell: str = Field(description="The whole answer, without what the run hides.")
    persona: int | None = Field(description="The number of the persona; None: its author is in none.")
    language: str = Field(default="", description="Two letters; empty where nothing tells.")
    same: int = Field(default=1, description="How many passages have these words.")


class SaidBy(Frozen):
    """How many people of one persona speak of it."""

    persona: int
    label: str
    people: int
    base: int = Field(description="Its people who wrote something.")


class CountedAnswer(Frozen):
    """What people chose in a closed question that the question is about."""

    question: str
    column: str
    lines: tuple[CrossLine, ...] = Field(description="The options asked for, or all of them; personas in their order.")


class PhrasedSentence(Frozen):
    """One sentence of a model, and the passages that prove it."""

    text: str
    passages: tuple[int, ...] = Field(description="Their numbers, from 1, as in `Answer.passages`.")


class Phrased(Frozen):
    """What a model made of the passages; sentences that these do not prove are not kept."""

    model: str
    sentences: tuple[PhrasedSentence, ...]
    read: int = Field(description="How many passages it was sent.")
    dropped: int = Field(default=0, description="Sentences that no passage proved.")
    usage: Usage = Field(default_factory=Usage)


class AskedAnswer(Frozen):
    """The answer to a question: what was said and counted, and by whom."""

    question: str
    found: bool = Field(description="False: nothing in the data speaks of this; `closest` has what is nearest.")
    sentence: str = Field(description="The answer in one sentence, from counts alone.")
    passages: tuple[AskedPassage, ...] = Field(default=(), description="The most telling ones, best first.")
    total: int = Field(default=0, description="How many passages speak of it.")
    people: int = Field(default=0, description="How many people speak of it.")
    base: int = Field(default=0, description="How many people wrote something.")
    personas: tuple[SaidBy, ...] = ()
    counts: tuple[CountedAnswer, ...] = ()
    closest: tuple[AskedPassage, ...] = ()
    notes: tuple[str, ...] = ()
    phrased: Phrased | None = Field(default=None, description="Only where a model was asked to put it into words.")
    filter: QuoteFilter = Field(default_factory=QuoteFilter)

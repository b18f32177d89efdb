"""The seam between the library and whoever writes: a brief goes in, a draft that cites passages by id comes out."""

from __future__ import annotations

from typing import Literal, Protocol

from pydantic import Field

from persona.kinds import StatementKind
from persona.models import Dropped, Fact, Frozen, Origin, Segment, Strength, Usage


class Passage(Frozen):
    """Verbatim words that a draft may cite, and how many people back them."""

    id: str = Field(description='Unique within a brief: "q12".')
    kind: StatementKind
    text: str = Field(description="Exactly as in the data.")
    question: str = Field(description="What was asked, or the column's name.")
    column: str
    row: int = Field(description="Row in the table, from 1.")
    start: int
    end: int
    support: int = Field(description="People of the segment who say the same: a floor, counted over all rows.")
    base: int = Field(description="People of the segment who answered this kind of question.")
    mentions: int | None = Field(default=None, description="People who speak of the topic, where more do than say so.")
    topic: str | None = None
    note: str = Field(description='The count in words: "22 of 152 say something like this".')
    strength: Strength
    distinct: float = Field(description="z of the log-odds: how far the segment says it more than the others.")
    quality: float = Field(description="How well it reads by itself; 1 is a clean, whole sentence.")
    stands: bool = Field(description="Good enough to be a statement as it is.")


class SegmentBrief(Frozen):
    """Everything a writer is given about one segment; never whole files."""

    segment: Segment
    rows: int = Field(description="People in all segments together.")
    name: str = Field(description="Invented, by position; never from the data.")
    tagline: str
    summary: str
    facts: tuple[Fact, ...]
    passages: tuple[Passage, ...] = Field(description="Kind by kind, best first.")
    leads: tuple[Passage, ...] = Field(description="Two or three longer passages that let the person speak.")
    warnings: tuple[str, ...] = ()
    private: tuple[str, ...] = Field(
        default=(), description="Personal data of the people quoted: hidden in what is sent to a model."
    )


class DraftStatement(Frozen):
    """One claim and the ids of the passages that carry it."""

    kind: StatementKind
    text: str
    evidence: tuple[str, ...]
    origin: Origin = "model"
    agreement: Strength | None = Field(default=None, description="How far its words are those it cites; None: quoted.")
    confirmed: bool | None = Field(default=None, description="What a second look said.")


class PersonaDraft(Frozen):
    """What a writer made of a brief. Words are its own, evidence is by id only: a quote cannot be reworded."""

    name: str
    tagline: str
    summary: str
    statements: tuple[DraftStatement, ...]
    quotes: tuple[str, ...] = Field(default=(), description="Ids of passages to lead with.")
    phrased: tuple[Literal["tagline", "summary"], ...] = ()
    dropped: tuple[Dropped, ...] = ()
    warnings: tuple[str, ...] = ()
    usage: Usage | None = None


class PersonaWriter(Protocol):
    """Writes one persona from one brief; may be called for several briefs at a time."""

    async def write(self, brief: SegmentBrief) -> PersonaDraft:
        """The draft of the persona of this segment."""
        ...

"""What people see of segments before anything is written."""

from __future__ import annotations

from pydantic import Field

from persona.models import Evidence, Fact, Frozen, PersonaConfig, SegmentationSummary
from persona.notebook import ShownAsHtml

MISFITS_AT_MOST, HEARD_AT_MOST = 200, 20


class SegmentSketch(Frozen):
    """One segment in a few strokes: enough to name it, merge it or split it."""

    index: int
    name: str | None = Field(description="What people called it; None until they do.")
    suggested: str = Field(description="A label from what sets the segment apart.")
    size: int
    share: float
    is_small: bool = Field(description="So few people that its numbers need care.")
    fit: float = Field(description="Mean probability of its people to belong here, 0 to 1.")
    misfits: int = Field(description="Its people who fit badly.")
    facts: tuple[Fact, ...] = Field(description="At most five, clearest first.")
    passages: tuple[Evidence, ...] = Field(description="Up to three passages in people's own words.")

    @property
    def label(self) -> str:
        """Its name, or the suggested one."""
        return self.name or self.suggested


class Misfit(Frozen):
    """Somebody who fits badly where they are."""

    row: int = Field(description="In the table, from 1; the first row of a person with several.")
    source: str
    line: int = Field(description="Physical line in the original file.")
    segment: int
    fit: float = Field(description="Probability of the own segment.")
    other: int | None = Field(description="The segment that would be next; None where that is not known any more.")
    other_fit: float
    said: Evidence | None = Field(
        default=None, description="Something in their own words, of the worst twenty; None where they wrote nothing."
    )


class SegmentationPreview(ShownAsHtml, Frozen):
    """The segments of a run before its personas are written.

    Go on with `generate(resume=preview.run)`, or change the segments first: `group(resume=preview.run, edits=[…])`.
    """

    run: str = Field(description="Id of the run that holds these segments.")
    config: PersonaConfig
    rows: int
    summary: SegmentationSummary
    segments: tuple[SegmentSketch, ...] = Field(description="Empty when no preview was asked for.")
    misfits: tuple[Misfit, ...] = Field(description="Worst first, at most 200.")
    misfits_total: int

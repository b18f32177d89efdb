"""The result of a run."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from persona.models.base import Frozen
from persona.models.columns import Column
from persona.models.config import PersonaConfig
from persona.models.personas import Persona, Usage
from persona.models.quality import Quality
from persona.models.reading import SourceReport
from persona.models.segmentation import SegmentationSummary
from persona.models.verdict import Verdict
from persona.notebook import ShownAsHtml


class GenerationResult(ShownAsHtml, Frozen):
    """Everything one run found. The same data and settings give the same bytes (built-in writer)."""

    schema_version: Literal["1"] = "1"
    library_version: str
    experiment: str
    config: PersonaConfig
    rows: int
    sources: tuple[SourceReport, ...]
    columns: tuple[Column, ...]
    segmentation: SegmentationSummary
    personas: tuple[Persona, ...]
    quality: Quality
    verdict: Verdict | None = Field(default=None, description="None: written by a version that gave none.")
    usage: Usage = Usage()
    warnings: tuple[str, ...] = ()
    weight: str | None = Field(
        default=None, description="The column by which shares and means are weighted; bases and counts never are."
    )

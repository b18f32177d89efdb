"""The values that cross the library's border: frozen, typed, the same in SDK, CLI, web and API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona._deprecated import old_name
from persona.kinds import StatementKind
from persona.models.base import Frozen, OldNames
from persona.models.columns import Column, ColumnChoice, ColumnRole
from persona.models.config import MAX_PERSONAS, Edit, Merge, PersonaConfig, Rename, Split
from persona.models.personas import (
    Asked,
    Contrast,
    Dropped,
    Evidence,
    Fact,
    FactTold,
    GroupCount,
    Origin,
    OwnField,
    Persona,
    Standing,
    Statement,
    StorySentence,
    Strength,
    Usage,
)
from persona.models.quality import Estimate, Quality
from persona.models.questions import Direction, OptionsChoice, QuestionChoice, QuestionKind, ScaleChoice, Use
from persona.models.reading import Layout, Problem, SheetChange, SkippedLine, SourceReport, Speaker
from persona.models.result import GenerationResult
from persona.models.sections import SectionId, Sections
from persona.models.segmentation import ColumnUse, CountTried, MapPoint, Segment, SegmentationSummary
from persona.models.verdict import Level, NextStep, Reason, Verdict

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        return old_name(__name__, name)


__all__ = [
    "MAX_PERSONAS",
    "Asked",
    "Column",
    "ColumnChoice",
    "ColumnRole",
    "ColumnUse",
    "Contrast",
    "CountTried",
    "Direction",
    "Dropped",
    "Edit",
    "Estimate",
    "Evidence",
    "Fact",
    "FactTold",
    "Frozen",
    "GenerationResult",
    "GroupCount",
    "Layout",
    "Level",
    "MapPoint",
    "Merge",
    "NextStep",
    "OldNames",
    "OptionsChoice",
    "Origin",
    "OwnField",
    "Persona",
    "PersonaConfig",
    "Problem",
    "Quality",
    "QuestionChoice",
    "QuestionKind",
    "Reason",
    "Rename",
    "ScaleChoice",
    "SectionId",
    "Sections",
    "Segment",
    "SegmentationSummary",
    "SheetChange",
    "SkippedLine",
    "SourceReport",
    "Speaker",
    "Split",
    "Standing",
    "Statement",
    "StatementKind",
    "StorySentence",
    "Strength",
    "Usage",
    "Use",
    "Verdict",
]

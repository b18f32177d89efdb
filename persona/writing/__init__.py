"""Write: a segment becomes a persona of computed facts and verbatim passages with counted support."""

from __future__ import annotations

from persona.writing.archive import Archive
from persona.writing.builtin import BuiltinWriter
from persona.writing.seam import DraftStatement, Passage, PersonaDraft, PersonaWriter, SegmentBrief

__all__ = [
    "Archive",
    "BuiltinWriter",
    "DraftStatement",
    "Passage",
    "PersonaDraft",
    "PersonaWriter",
    "SegmentBrief",
]

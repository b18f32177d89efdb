"""Write: a segment becomes a persona of computed facts and verbatim passages with counted support."""

from __future__ import annotations

from persona.writers.base import DraftStatement, Passage, PersonaDraft, PersonaWriter, SegmentBrief
from persona.writing.archive import Archive
from persona.writing.builtin import BuiltinWriter

__all__ = [
    "Archive",
    "BuiltinWriter",
    "DraftStatement",
    "Passage",
    "PersonaDraft",
    "PersonaWriter",
    "SegmentBrief",
]

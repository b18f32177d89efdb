"""Write: a segment becomes a persona of computed facts and verbatim passages with counted support."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from persona.writers.base import DraftStatement, Passage, PersonaDraft, PersonaWriter, SegmentBrief
    from persona.writing.archive import Archive
    from persona.writing.builtin import BuiltinWriter

# Loaded when first asked for: who only masks personal data needs neither NumPy nor the lexicons.
_HOMES = {
    "Archive": "persona.writing.archive",
    "BuiltinWriter": "persona.writing.builtin",
    "DraftStatement": "persona.writers.base",
    "Passage": "persona.writers.base",
    "PersonaDraft": "persona.writers.base",
    "PersonaWriter": "persona.writers.base",
    "SegmentBrief": "persona.writers.base",
}
__all__ = [
    "Archive",
    "BuiltinWriter",
    "DraftStatement",
    "Passage",
    "PersonaDraft",
    "PersonaWriter",
    "SegmentBrief",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)

"""Drafting: a language model puts a segment into words, and may only say what it was given evidence for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from persona.drafting.access import Access, Patience, Price
from persona.drafting.naming import PROVIDERS, ModelName
from persona.drafting.trying import check_access

if TYPE_CHECKING:
    from persona.drafting.previewing import preview
    from persona.drafting.question import Question
    from persona.drafting.templates import TEMPLATES, PromptStamp
    from persona.drafting.writer import ModelWriter

__all__ = [
    "PROVIDERS",
    "TEMPLATES",
    "Access",
    "ModelName",
    "ModelWriter",
    "Patience",
    "Price",
    "PromptStamp",
    "Question",
    "check_access",
    "preview",
]
_WHERE = {
    "preview": "previewing",
    "Question": "question",
    "TEMPLATES": "templates",
    "PromptStamp": "templates",
    "ModelWriter": "writer",
}


def __getattr__(name: str) -> object:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)

"""Writing with a language model: it puts a segment into words, and may only say what it was given evidence for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from persona.providers import PROVIDERS
from persona.writers.llm.access import Access, Patience, Price
from persona.writers.llm.access_check import check_access
from persona.writers.llm.model_name import ModelName

if TYPE_CHECKING:
    from persona.writers.llm.prompt_preview import preview
    from persona.writers.llm.question import Question
    from persona.writers.llm.templates import TEMPLATES, PromptStamp
    from persona.writers.llm.writer import ModelWriter

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
    "preview": "prompt_preview",
    "Question": "question",
    "TEMPLATES": "templates",
    "PromptStamp": "templates",
    "ModelWriter": "writer",
}


def __getattr__(name: str) -> object:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)

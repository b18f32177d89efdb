"""How notebooks show values: each class names the functions that write it, which load when a notebook asks."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

HTML: Mapping[str, str] = {
    "GenerationResult": "persona.exporting.html.result_html",
    "Persona": "persona.exporting.html.persona_html",
    "SegmentationPreview": "persona.exporting.segments.segments_html",
}
MARKDOWN: Mapping[str, str] = {"Persona": "persona.exporting.markdown.persona_markdown"}
"""Class -> function of one value that writes it."""


class ShownAsHtml:
    """A value with an entry in `HTML`."""

    def _repr_html_(self) -> str:
        return _written(HTML, self)


class ShownAsMarkdown:
    """A value with an entry in `MARKDOWN`."""

    def _repr_markdown_(self) -> str:
        return _written(MARKDOWN, self)


def _written(functions: Mapping[str, str], value: object) -> str:
    module, _, name = functions[type(value).__name__].rpartition(".")
    text: str = getattr(import_module(module), name)(value)
    return text

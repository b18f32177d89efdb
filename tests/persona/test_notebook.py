"""Notebooks: every class that says it can be shown has its function."""

from __future__ import annotations

from importlib import import_module
from inspect import signature

import pytest

from persona.models import GenerationResult, Persona
from persona.notebook import HTML, MARKDOWN, ShownAsHtml, ShownAsMarkdown
from persona.segments import SegmentationPreview


def test_every_shown_class_has_its_function_and_no_other_stands_there() -> None:
    shown = (GenerationResult, Persona, SegmentationPreview)

    assert {kind.__name__ for kind in shown if issubclass(kind, ShownAsHtml)} == HTML.keys()
    assert {kind.__name__ for kind in shown if issubclass(kind, ShownAsMarkdown)} == MARKDOWN.keys()


@pytest.mark.parametrize("function", [*HTML.values(), *MARKDOWN.values()])
def test_functions_take_one_value(function: str) -> None:
    module, _, name = function.rpartition(".")

    assert len(signature(getattr(import_module(module), name)).parameters) == 1

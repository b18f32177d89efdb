"""Notebooks: every class that says it can be shown has its function."""

from __future__ import annotations

import sys
from importlib import import_module
from inspect import Parameter, signature

import pytest

from persona import notebook
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
    first, *others = signature(getattr(import_module(module), name)).parameters.values()

    assert first.default is Parameter.empty
    assert all(other.default is not Parameter.empty for other in others)


def test_a_value_is_written_by_the_function_of_its_class(monkeypatch: pytest.MonkeyPatch) -> None:
    class Thing(ShownAsHtml, ShownAsMarkdown):
        """Something new to show."""

    monkeypatch.setattr(notebook, "HTML", {"Thing": "tests.persona.test_notebook.as_html"})
    monkeypatch.setattr(notebook, "MARKDOWN", {"Thing": "tests.persona.test_notebook.as_markdown"})
    monkeypatch.setitem(sys.modules, "tests.persona.test_notebook", sys.modules[__name__])

    assert (Thing()._repr_html_(), Thing()._repr_markdown_()) == ("<b>Thing</b>", "**Thing**")


def as_html(value: object) -> str:
    return f"<b>{type(value).__name__}</b>"


def as_markdown(value: object) -> str:
    return f"**{type(value).__name__}**"


def test_a_class_without_a_function_is_told_by_its_name() -> None:
    class Forgotten(ShownAsHtml):
        """Nobody wrote how it is shown."""

    with pytest.raises(KeyError, match="Forgotten"):
        Forgotten()._repr_html_()

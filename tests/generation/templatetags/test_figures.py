"""Filters of the templates, as a template uses them."""

from __future__ import annotations

import pytest
from django.template import Context, Template

from generation.personas.models import Statement

NBSP = "\u00a0"


def rendered(expression: str, **values: object) -> str:
    return Template("{% load figures %}{{ " + expression + " }}").render(Context(values))


@pytest.mark.parametrize(
    ("expression", "value", "shown"),
    [
        ("value|percent", 0.62, f"62{NBSP}%"),
        ("value|percent", 0.001, f"under{NBSP}1{NBSP}%"),
        ("value|percent", 0.999, f"over{NBSP}99{NBSP}%"),
        ("value|people", 1, "1 person"),
        ("value|people", 1_200, "1,200 people"),
        ("value|count", 1_000_000, "1,000,000"),
        ("value|of:'openai'", {"openai": "about $0.40"}, "about $0.40"),
        ("value|of:'google'", {"openai": "about $0.40"}, ""),
    ],
)
def test_figures(expression: str, value: object, shown: str) -> None:
    assert rendered(expression, value=value) == shown


@pytest.mark.parametrize(
    ("fields", "words", "icon"),
    [
        ({"origin": "quoted"}, "In their own words", "quote"),
        ({"origin": "counted"}, "Counted", "bars"),
        ({"origin": "person"}, "Written by a person", "edit"),
        ({"origin": "model", "strength": "clear"}, "Phrased by AI, clear", "spark"),
        (
            {"origin": "model", "strength": "weak", "confirmed": True},
            "Phrased by AI, weak, confirmed by a second look",
            "spark",
        ),
    ],
)
def test_where_the_words_of_a_statement_come_from(fields: dict[str, object], words: str, icon: str) -> None:
    statement = Statement(**fields)

    assert (rendered("value|origin", value=statement), rendered("value|origin_icon", value=statement)) == (words, icon)

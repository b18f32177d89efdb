"""Filters for the pages of second steps."""

from __future__ import annotations

import json

from django import template

register = template.Library()


@register.filter
def as_json(value: object) -> str:
    """For a data attribute: what a script reads with `JSON.parse`; the template escapes it."""
    return json.dumps(value)


@register.filter
def in_groups(code: str) -> str:
    """A long code as people type it off a screen: in fours."""
    return " ".join(code[at : at + 4] for at in range(0, len(code), 4))

"""Filters: figures as people read them."""

from __future__ import annotations

from typing import Any

from django import template

from experiments.moments import moment
from generation import stages, words

register = template.Library()
register.filter("percent", words.percent)
register.filter("people", words.people)
register.filter("money", words.money)
register.filter("moment", moment)
register.filter("count", words.count)


@register.filter
def run_percent(stored: list[dict[str, Any]]) -> int:
    """How much of a run is done, from its `stages` column."""
    return stages.percent(stages.load(stored))

"""Filters: figures as people read them."""

from django import template

from core import figures
from core.timeformat import moment
from generation.provenance import origins

register = template.Library()
register.filter("percent", figures.percent)
register.filter("people", figures.people)
register.filter("moment", moment)
register.filter("count", figures.count)
register.filter("origin", origins.origin)
register.filter("origin_icon", origins.origin_icon)


@register.filter
def of(found: dict[str, str], key: str) -> str:
    """What a view has found for one of several things."""
    return found.get(key, "")

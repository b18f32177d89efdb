"""Filters: figures as people read them."""

from django import template

from experiments.moments import moment
from generation import origins, words

register = template.Library()
register.filter("percent", words.percent)
register.filter("people", words.people)
register.filter("moment", moment)
register.filter("count", words.count)
register.filter("origin", origins.origin)
register.filter("origin_icon", origins.origin_icon)


@register.filter
def of(found: dict[str, str], key: str) -> str:
    """What a view has found for one of several things."""
    return found.get(key, "")

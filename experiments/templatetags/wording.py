"""Filters: counts and sizes as people read them."""

from django import template

from core.timeformat import moment
from persona.messages import file_size

register = template.Library()
register.filter("moment", moment)
register.filter("file_size", file_size)


@register.filter
def count(number: int) -> str:
    """ "1,812"."""
    return f"{number:,}"

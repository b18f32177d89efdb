"""`{% icon "quote" %}`: an icon of the sprite; a page has up to eighty, so each is put together once."""

from __future__ import annotations

from functools import lru_cache

from django import template
from django.templatetags.static import static
from django.utils.html import format_html

register = template.Library()


@register.simple_tag
@lru_cache(maxsize=500)
def icon(name: str, style: str = "") -> str:
    """The icon `name`, with a further class where one is given."""
    classes = f"i {style}".strip()
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>', classes, static("icons.svg"), name
    )

"""People's words on pages: each piece is marked with its language and reads in its own direction."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from persona.text.languages import html_attributes

register = template.Library()


@register.filter
def spoken(text: str) -> SafeString:
    """Attributes for the element that shows the text: `<blockquote{{ quote.said|spoken }}>`."""
    return mark_safe(html_attributes(text))  # noqa: S308 -- two letters of ours, nothing of the text

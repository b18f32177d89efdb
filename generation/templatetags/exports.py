"""`{% export_menu run.pk %}`: the formats asked for most, each a way to the page that makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from core.pages.icons import icon
from persona.exporting.formats import FORMATS

if TYPE_CHECKING:
    from uuid import UUID

    from django.utils.safestring import SafeString

register = template.Library()
IN_MENU = {name: about for name, about in FORMATS.items() if about.short}


@register.simple_tag
def export_menu(run: UUID, persona: int | None = None) -> SafeString:
    """Links to the page of export; `persona`: the number of the one that leaves, all where none is named."""
    page = reverse("generation:export", args=[run])
    chosen = f"&persona={persona}" if persona else ""
    lines = format_html_join(
        "\n",
        '<a href="{}?format={}{}">{}{}<small>{}</small></a>',
        ((page, name, chosen, icon(about.icon), about.title, about.short) for name, about in IN_MENU.items()),
    )
    more = format_html('<hr><a href="{}?{}">{}All formats…</a>', page, chosen.lstrip("&"), icon("code"))
    return format_html("{}\n{}", lines, more)

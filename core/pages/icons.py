"""`{% icon "quote" %}` and `{% face 3 %}`: drawings of the sprite; a page has up to eighty, so each is made once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

from django import template
from django.templatetags.static import static
from django.utils.html import format_html

if TYPE_CHECKING:
    from collections.abc import Mapping

register = template.Library()


@register.simple_tag
@lru_cache(maxsize=500)
def icon(name: str, style: str = "") -> str:
    """The icon `name`, with a further class where one is given."""
    classes = f"i {style}".strip()
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>', classes, static("icons.svg"), name
    )


MARKS = 8
DRAWN = 6  # faces; groups beyond have the same in other colours
PICTURES = (*(f"face{number}" for number in range(1, 15)), *(f"mark{number}" for number in range(1, MARKS + 1)))
"""What a person may choose for a persona; faces carry no gender, age or origin by name."""


@register.simple_tag
@lru_cache(maxsize=100)
def face(position: int, size: str = "") -> str:
    """A drawn portrait by the order of the group, never by age or gender in the data: 12 colours, 6 drawings."""
    classes = " ".join(["face", *([size] if size else []), f"p{position}"])
    number = position - DRAWN if position > DRAWN else position
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#face{}"/></svg>', classes, static("icons.svg"), number
    )


@register.simple_tag
@lru_cache(maxsize=100)
def mark(position: int) -> str:
    """A drawn mark by the order of the group, where a face would claim too much: a group in numbers only."""
    return format_html(
        '<svg class="face p{}" aria-hidden="true"><use href="{}#mark{}"/></svg>',
        position,
        static("icons.svg"),
        (position - 1) % MARKS + 1,
    )


OWN = "own-"
"""How the name of a picture begins that somebody brought."""


class Pictured(Protocol):
    """A persona: its place, the picture that somebody chose for it, and where one that they brought is read."""

    position: int
    picture: str

    @property
    def picture_address(self) -> str: ...


@register.simple_tag(takes_context=True)
def picture(context: Mapping[str, Any], persona: Pictured, size: str = "") -> str:
    """The chosen picture of a persona in the colour of its group; else the one of its place.

    A page that is read by others than members says in `pictures_at` below which address they find what was brought.
    """
    if not persona.picture.startswith(OWN):
        return drawing(persona.picture, persona.position, size) if persona.picture else face(persona.position, size)
    classes = " ".join(["face", *([size] if size else []), f"p{persona.position}"])
    below = context.get("pictures_at", "")
    address = f"{below}{persona.picture}.png" if below else persona.picture_address
    return format_html('<img class="{}" src="{}" alt="">', classes, address)


@register.simple_tag
@lru_cache(maxsize=300)
def drawing(name: str, position: int, size: str = "") -> str:
    """One of `PICTURES` in the colour of a group."""
    if name not in PICTURES:
        return str(face(position, size))
    classes = " ".join(["face", *([size] if size else []), f"p{position}"])
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>', classes, static("icons.svg"), name
    )

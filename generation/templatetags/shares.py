"""`{% talk persona %}`: what members say about a persona; `{% is_given %}`: an answer of a form that comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.utils.safestring import mark_safe

from generation.shares.comments import comments_of, mentionable
from generation.shares.models import ShareLink

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.safestring import SafeString

    from generation.personas.models import Persona

register = template.Library()
ACCESS = {"team": "people of the team", "password": "password", "anyone": "no password"}
CHECKED, NOTHING = mark_safe(" checked"), mark_safe("")


@register.inclusion_tag("generation/shares/_talk.html", takes_context=True)
def talk(context: Mapping[str, Any], persona: Persona) -> dict[str, Any]:
    """Comments on a persona, with a field for one more; about a statement where its drawer is open."""
    request, drawer = context["request"], context.get("drawer")
    return {
        "persona": persona,
        "comments": comments_of(request.user, persona, context["membership"]),
        "about": drawer.statement if drawer else None,
        "names": mentionable(context["membership"].team_id),
        "csrf_token": context.get("csrf_token"),
    }


@register.simple_tag
def is_given(given: Mapping[str, str] | None, name: str, value: str) -> SafeString:
    """For a radio button: whether it was chosen in the form that comes back."""
    return CHECKED if given and given.get(name) == value else NOTHING


@register.filter
def ends(link: ShareLink) -> str:
    """Until when, in a list of links."""
    return f"{'ended' if link.has_ended else 'ends'} {link.expires:%-d %b %Y}"


@register.filter
def access(link: ShareLink) -> str:
    """How readers get in, in a word or two."""
    return ACCESS[link.audience]

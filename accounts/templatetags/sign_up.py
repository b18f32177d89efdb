"""`{% sign_up_is_open as open %}`: whether a page may offer to make an account."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings

from accounts.people import sign_up

register = template.Library()


@register.simple_tag(takes_context=True)
def sign_up_is_open(context: dict[str, Any]) -> bool:
    return sign_up.is_open(context["request"])


@register.simple_tag
def sign_up_rule() -> str:
    """One of "open", "invited", "closed" or the domains."""
    return str(settings.ENV.sign_up)

"""`{% single_sign_on %}`: what the company's sign-in is called, empty where there is none; and where it begins."""

from __future__ import annotations

from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.urls import reverse

from accounts.single_sign_on.rules import PROVIDER

register = template.Library()


@register.simple_tag
def single_sign_on() -> str:
    return str(settings.ENV.sso_name) if settings.ENV.has_sso else ""


@register.simple_tag
def passwords_are_used() -> bool:
    return not settings.ENV.sso_only


@register.simple_tag
def single_sign_on_url(back: str = "", *, again: bool = False) -> str:
    """To the company's sign-in and then to `back`; `again` has it ask even whoever is signed in there."""
    asked = {"next": back} if back else {}
    if again:
        asked["auth_params"] = urlencode({"prompt": "login"})
    address = reverse("saml_login" if settings.ENV.saml_metadata_url else "openid_connect_login", args=[PROVIDER])
    return f"{address}?{urlencode(asked)}" if asked else address

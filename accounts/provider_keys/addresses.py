"""Addresses of models that people name: public ones, the operator's, and this computer where it is their own."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings

from core.security import address_guard
from persona.exceptions import PersonaError
from persona.writers.llm.model_name import is_loopback

SECONDS = 5.0  # for the name to be found


class AddressRefused(PersonaError):
    """This server does not call that address."""

    code = "address_refused"

    def __init__(self, why: str) -> None:
        super().__init__(why, hint="Public addresses can be used, and those that the operator of this server allows.")


def check(url: str) -> None:
    """Look where an address leads now: when it is entered, and again before it is used.

    Raises:
        AddressRefused: not where this server may send anything.
    """
    if _is_own(url):
        return
    try:
        address_guard.reachable(address_guard.read(url), SECONDS)
    except address_guard.Refused as reason:
        raise AddressRefused(str(reason)) from None
    except (OSError, TimeoutError):
        raise AddressRefused("The name in this address could not be found.") from None


def _is_own(url: str) -> bool:
    """Whether the operator has listed exactly this place, or it is this computer and nobody else's."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or address_guard.PORTS[parts.scheme]
    except (ValueError, KeyError):
        return False
    is_listed = f"{host}:{port}" in settings.ENV.inner_models
    return is_listed or (is_loopback(host) and not settings.ENV.production)

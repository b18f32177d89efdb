"""From where the work of now was asked for: the address and the device of the request it belongs to."""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, NamedTuple

from allauth.core.internal.ratelimit import get_ip

from core.security.devices import device_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase


class Where(NamedTuple):
    address: str | None = None
    device: str = ""


_asking: ContextVar[HttpRequest | None] = ContextVar("asking", default=None)


def asked_from(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: what is done for a request is done from where it came."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        token = _asking.set(request)
        try:
            return get_response(request)
        finally:
            _asking.reset(token)

    return middleware


def come_from(request: HttpRequest) -> None:
    """The same for a call of the API, which passes no middleware of pages."""
    _asking.set(request)


def here() -> Where:
    """Of the request at work; empty in tasks and commands."""
    request = _asking.get()
    if request is None:
        return Where()
    return Where(get_ip(request) if "REMOTE_ADDR" in request.META else None, device_of(_agent(request)))


def _agent(request: HttpRequest) -> str:
    return str(request.META.get("HTTP_USER_AGENT", ""))

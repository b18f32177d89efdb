"""Pages for what went wrong: a foreign form, too many tries, a database away, a fault of ours. (404 needs no code.)"""

from __future__ import annotations

import secrets
import sys
from typing import TYPE_CHECKING

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token

from core.context import bound
from core.pages.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

AWAY = (InterfaceError, OperationalError)  # a database that does not answer, or not in time
AWAY_SECONDS = 5  # after which to ask again
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def references(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: give each request a short name that its error page and the log share."""

    def middleware(request: HttpRequest) -> HttpResponse:
        code = "".join(secrets.choice(ALPHABET) for _ in range(8))
        request.reference = f"{code[:4]}-{code[4:]}"  # type: ignore[attr-defined]
        with bound(request=request.reference):  # type: ignore[attr-defined]
            return get_response(request)

    return middleware


def forbidden_by_csrf(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 -- Django passes it
    """A form that did not come from one of our pages, or from one that was open too long."""
    return render(request, "403_csrf.html", status=403)


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """Somebody tried too often in too short a time; allauth counts."""
    return render(request, "429.html", status=429)


@requires_csrf_token
def server_error(request: HttpRequest) -> HttpResponse:
    """Rendered without context processors: whatever broke must not break its own page."""
    again = request.get_full_path() if request.method == "GET" else "/"
    context = {"reference": getattr(request, "reference", ""), "again": again, **theme(request)}
    if isinstance(sys.exception(), AWAY):
        told = HttpResponse(render_to_string("503.html", context), status=503)
        told["Retry-After"] = str(AWAY_SECONDS)
        return told
    return HttpResponse(render_to_string("500.html", context), status=500)

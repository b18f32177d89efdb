"""Limits of sessions: who was away for a while, or signed in long ago, signs in again; operators sooner."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

SEEN, BEGAN = "seen", "began"  # seconds since 1970
DAY = 24 * 3600
NOTED_EVERY = 300  # seconds: a page costs no write but one in five minutes
OPERATOR_HOURS = 8


def idle_sessions(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware, behind the one that knows the person: end a session that was idle, or is there, for too long."""

    def middleware(request: HttpRequest) -> HttpResponse:
        # Without the cookie there is nobody to look for.
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            _note(request)
        return get_response(request)

    return middleware


def hours_of(user: Any) -> float:
    """How long this person may be away."""
    allowed: float = settings.ENV.session_idle_hours
    return min(allowed, OPERATOR_HOURS) if user.is_staff else allowed


def _note(request: HttpRequest) -> None:
    now = int(time.time())
    seen = request.session.get(SEEN, now - NOTED_EVERY)
    began = request.session.get(BEGAN, now)
    if now - seen > hours_of(request.user) * 3600 or now - began > settings.ENV.session_max_days * DAY:
        logout(request)
    elif now - seen >= NOTED_EVERY:
        request.session[SEEN] = now
        request.session.setdefault(BEGAN, now)


def _begin(request: HttpRequest, **_: object) -> None:
    request.session[SEEN] = request.session[BEGAN] = int(time.time())


user_logged_in.connect(_begin, dispatch_uid="idle_sessions")

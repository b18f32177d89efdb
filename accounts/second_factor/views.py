"""Sign-in and security: second steps, and where one is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.second_factor import sessions
from accounts.second_factor.factors import factors_of
from accounts.second_factor.operators import demands
from core.security import idle_sessions

if TYPE_CHECKING:
    from accounts.people.requests import Request

SECRET = "mfa.totp.secret"  # noqa: S105 -- where allauth's session keeps it while an app is set up


@require_safe
def security(request: Request) -> HttpResponse:
    """What one signs in with beside the password, and on which devices one is signed in."""
    context = {
        "factors": factors_of(request.user),
        "places": sessions.places_of(request),
        "idle_hours": idle_sessions.hours_of(request.user),
        "longest_days": settings.ENV.session_max_days,
        "must_have_one": demands(request.user),
    }
    return render(request, "mfa/index.html", context)


@require_POST
def end_session(request: Request, session_id: int) -> HttpResponse:
    """Sign out there."""
    if not sessions.end(request, session_id):
        raise Http404
    messages.success(request, "You are signed out there.")
    return redirect("mfa_index")


@require_POST
def end_other_sessions(request: Request) -> HttpResponse:
    """Sign out everywhere but here."""
    count = sessions.end_others(request)
    messages.success(request, f"You are signed out on {count} other device{'' if count == 1 else 's'}.")
    return redirect("mfa_index")


@require_safe
@never_cache
def totp_picture(request: Request) -> HttpResponse:
    """The code that a phone reads while an app is set up: a file, for the content policy lets no data into pages."""
    from allauth.mfa.adapter import get_adapter

    secret = request.session.get(SECRET)
    if secret is None:
        raise Http404
    adapter = get_adapter()
    drawn = adapter.build_totp_svg(adapter.build_totp_url(request.user, secret))
    return HttpResponse(drawn, content_type="image/svg+xml")


@require_safe
def passkeys(request: Request) -> HttpResponse:
    """They stand beside the other second steps."""
    del request
    return redirect("mfa_index")

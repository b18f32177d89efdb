"""Operators show a second step before the administration opens: a password alone is not enough for everybody's data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from accounts.second_factor.factors import has_second_factor

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse, HttpResponseBase

    from accounts.people.models import User

OPEN = ("admin:login", "admin:logout", "admin:jsi18n")
NEEDED = "Operators need a second step for the administration. Set one up here, then go on."


class SecondStepForOperators:
    """Middleware, behind the login wall: the administration opens only after the second step."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        match = request.resolver_match
        if match is None or match.app_name != "admin" or match.view_name in OPEN:
            return None
        user: Any = request.user
        if not user.is_authenticated or not demands(user) or showed_one(request):
            return None
        if has_second_factor(user):
            address = request.get_full_path() if request.method == "GET" else reverse("admin:index")
            return HttpResponseRedirect(f"{reverse('mfa_reauthenticate')}?{urlencode({'next': address})}")
        messages.warning(request, NEEDED)
        return redirect("mfa_index")


def demands(user: User) -> bool:
    """Whether this person must have a second step."""
    return user.is_staff and settings.ENV.demands_second_step


def showed_one(request: HttpRequest) -> bool:
    """Whether this session was opened, or confirmed since, with a second step."""
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))

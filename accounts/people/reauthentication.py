"""Recent: what must not be done by whoever finds an open window asks for the password first."""

from __future__ import annotations

import time
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec
from urllib.parse import urlencode

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.http import HttpResponseRedirect
from django.urls import reverse

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse

    from accounts.people.requests import Request

Rest = ParamSpec("Rest")


def recent_sign_in_required(
    view: Callable[Concatenate[Request, Rest], HttpResponse],
) -> Callable[Concatenate[Request, Rest], HttpResponse]:
    """Let a request through only within ACCOUNT_REAUTHENTICATION_TIMEOUT of a password.

    allauth's own decorator would keep the body of a POST in the session until then, and with it the secrets typed in.
    """

    @wraps(view)
    def wrapped(request: Request, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        if signed_in_recently(request):
            return view(request, *args, **kwargs)
        return ask_again(request.get_full_path() if request.method == "GET" else request.path)

    return wrapped


def ask_again(address: str) -> HttpResponse:
    """To the page that asks for the password, and from there to `address`."""
    return HttpResponseRedirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': address})}")


def signed_in_recently(request: Request) -> bool:
    """Whether the person has typed their password, or signed up, in the last minutes."""
    records = get_authentication_records(request, request.user)
    return any(time.time() - record["at"] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT for record in records)

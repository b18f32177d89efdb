"""Where the company's sign-in begins and comes back to, by allauth's names; there is nothing where none is set."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404
from django.urls import path

from accounts.single_sign_on.adapter import not_working
from accounts.single_sign_on.rules import PROVIDER

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase


def _late(name: str) -> Callable[..., HttpResponseBase]:
    """A view of allauth's: its module brings what speaks http and reads tokens, which most installations never need."""

    def view(request: HttpRequest, provider_id: str) -> HttpResponseBase:
        # allauth would also connect accounts that are signed in, and has pages for it that are not here.
        if not settings.ENV.oidc_url or provider_id != PROVIDER or request.GET.get("process", "login") != "login":
            raise Http404
        views = import_module("allauth.socialaccount.providers.openid_connect.views")
        requests = import_module("requests")
        try:
            found: HttpResponseBase = getattr(views, name)(request, provider_id)
        except (requests.RequestException, KeyError) as error:  # it says what it is where allauth does not listen yet
            return not_working(request, error)
        return found

    return view


urlpatterns = [
    path("sso/<slug:provider_id>/", _late("login"), name="openid_connect_login"),
    path("sso/<slug:provider_id>/back/", _late("callback"), name="openid_connect_callback"),
]

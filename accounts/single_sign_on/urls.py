"""Where the company's sign-in begins and comes back to, by allauth's names; there is nothing where none is set."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from allauth.core.exceptions import ImmediateHttpResponse
from django.conf import settings
from django.http import Http404
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from accounts.single_sign_on.adapter import not_working
from accounts.single_sign_on.rules import PROVIDER
from accounts.single_sign_on.signing_out import out

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase

ALLAUTH, HERE = "allauth.socialaccount.providers", "accounts.single_sign_on"
ANSWER_LETTERS = 128 * 1024  # of an answer by SAML with hundreds of groups; anybody may send one, and it is kept
ANSWER_SECONDS = 300  # between its coming and the browser's following, at once


def _late(name: str, where: str = f"{ALLAUTH}.openid_connect.views") -> Callable[..., HttpResponseBase]:
    """A view of allauth's: its module brings what speaks http and reads tokens, which most installations never need."""

    def view(request: HttpRequest, provider_id: str) -> HttpResponseBase:
        # allauth would also connect accounts that are signed in, and has pages for it that are not here.
        if not settings.ENV.oidc_url or not _is_ours(request, provider_id):
            raise Http404
        views = import_module(where)
        requests = import_module("requests")
        try:
            found: HttpResponseBase = getattr(views, name)(request, provider_id)
        except (requests.RequestException, KeyError) as error:  # it says what it is where allauth does not listen yet
            return not_working(request, error)
        return found

    return view


def _saml(name: str, where: str = f"{ALLAUTH}.saml.views") -> Callable[..., HttpResponseBase]:
    """The same of SAML's. What strangers send is read here, and the library says in many ways that it cannot be."""

    def view(request: HttpRequest, organization_slug: str) -> HttpResponseBase:
        if not settings.ENV.saml_metadata_url or not _is_ours(request, organization_slug):
            raise Http404
        try:
            found: HttpResponseBase = getattr(import_module(where), name)(request, organization_slug=organization_slug)
        except (Http404, ImmediateHttpResponse):
            raise
        except Exception as error:  # noqa: BLE001 -- bare ones among them; it is logged, and nobody is signed in
            return not_working(request, error)
        return found

    return view


def _is_ours(request: HttpRequest, provider: str) -> bool:
    return provider == PROVIDER and request.GET.get("process", "login") == "login"


@csrf_exempt  # the company's page sends it; what it says is signed
def _answer(request: HttpRequest, organization_slug: str) -> HttpResponseBase:
    """Take an answer by SAML in. It is read at the next address: the browser brings our cookie only there."""
    if not settings.ENV.saml_metadata_url:
        raise Http404
    return _take_in(request, organization_slug)


@require_POST
def _take_in(request: HttpRequest, organization_slug: str) -> HttpResponseBase:
    if int(request.META.get("CONTENT_LENGTH") or 0) > ANSWER_LETTERS:
        return not_working(request, ValueError("the answer is too long"))
    response = _saml("acs")(request, organization_slug)
    if (kept := getattr(request, "saml_acs_session", None)) is not None:
        kept.set_expiry(ANSWER_SECONDS)
        kept.save()
        response.cookies["saml-acs-session"]["httponly"] = True
    return response


urlpatterns = [
    path("sso/out/", out, name="sso_out"),
    path("sso/<slug:provider_id>/", _late("login"), name="openid_connect_login"),
    path(
        "sso/<slug:provider_id>/back/",
        _late("callback", "accounts.single_sign_on.openid_connect"),
        name="openid_connect_callback",
    ),
    path("sso/<slug:organization_slug>/saml/", _saml("login"), name="saml_login"),
    path("sso/<slug:organization_slug>/saml/back/", _answer, name="saml_acs"),
    path("sso/<slug:organization_slug>/saml/in/", _saml("finish_acs"), name="saml_finish_acs"),
    path("sso/<slug:organization_slug>/saml/out/", _saml("sls", f"{HERE}.saml"), name="saml_sls"),
    path(
        "sso/<slug:organization_slug>/saml/metadata/",
        _saml("metadata", f"{HERE}.saml"),
        name="saml_metadata",
    ),
]

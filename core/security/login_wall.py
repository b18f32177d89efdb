"""The login wall: every page asks for a signed-in person but those on one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponseRedirect
from django.shortcuts import resolve_url

from core.context import know

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase

SHARED = (
    "embed",
    "shared",
    "shared-comment",
    "shared-feedback",
    "shared-file",
    "shared-logo",
    "shared-method",
    "shared-sheet",
    "shared-open",
    "shared-persona",
    "shared-picture",
    "shared-slide",
    "shared-style",
    "shared-theme",
)
"""What the secret of a link opens, and nothing else does."""

# The names of all URLs that strangers may open. A view's own decorators do not open the wall.
PUBLIC = frozenset(
    {
        "account_confirm_email",
        "account_deleted",
        "account_email_verification_sent",
        "account_inactive",
        "account_login",
        "account_logout",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "account_signup",
        "admin:login",
        "api-docs",
        *(f"generation:{name}" for name in SHARED),
        "healthz",
        "livez",
        "metrics",
        "mfa_authenticate",
        "mfa_login_webauthn",
        "openid_connect_callback",
        "openid_connect_login",
        "privacy",
        "readyz",
        "saml_acs",
        "saml_finish_acs",
        "saml_login",
        "saml_metadata",
        "saml_sls",
        "sso_out",
        "teams:join",
        "theme",
    }
)


class LoginWall:
    """Deny by default: an unlisted URL sends strangers to the sign-in page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponseBase | None:
        match = request.resolver_match
        if match is not None and match.view_name in PUBLIC:
            return None
        if not request.user.is_authenticated:
            return _to_sign_in(request)
        know(person=request.user.pk)
        return None


def _to_sign_in(request: HttpRequest) -> HttpResponseRedirect:
    """To the sign-in page, and from there back to the page (never to the address of a post or a part)."""
    login = resolve_url("account_login")
    if request.htmx:  # type: ignore[attr-defined]
        return redirect_to_login(_page_around(request), login)
    if request.method in ("GET", "HEAD"):
        return redirect_to_login(request.get_full_path(), login)
    return HttpResponseRedirect(login)


def _page_around(request: HttpRequest) -> str:
    """The page that htmx says it runs on; the first one where it says something else."""
    try:
        return request.htmx.current_url_abs_path or "/"  # type: ignore[attr-defined]
    except ValueError:
        return "/"

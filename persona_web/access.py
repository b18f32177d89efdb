"""The login wall: every page asks for a signed-in person but those on one list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponseRedirect
from django.shortcuts import resolve_url

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase

# The names of all URLs that strangers may open. A view's own decorators do not open the wall.
PUBLIC = frozenset(
    {
        "account_confirm_email",
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
        "healthz",
        "theme",
    }
)


class LoginWall(LoginRequiredMiddleware):
    """Deny by default: an unlisted URL sends strangers to the sign-in page."""

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., Any], view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        match = request.resolver_match
        if request.user.is_authenticated or (match and match.view_name in PUBLIC):
            return None
        return self.handle_no_permission(request, view_func)

    def handle_no_permission(self, request: HttpRequest, view_func: Callable[..., Any]) -> HttpResponseRedirect:
        """To the sign-in page, and from there back to the page (never to the address of a post or a part)."""
        login = resolve_url("account_login")
        if request.htmx:  # type: ignore[attr-defined]
            return redirect_to_login(request.htmx.current_url_abs_path or "/", login)  # type: ignore[attr-defined]
        if request.method in ("GET", "HEAD"):
            return redirect_to_login(request.get_full_path(), login)
        return HttpResponseRedirect(login)

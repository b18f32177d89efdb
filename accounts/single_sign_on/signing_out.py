"""Signing out at the company, too: the address is kept, sealed, in the session that began there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from core.security.encryption import Undecryptable, decrypt, encrypt

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

KEPT = "sso_sign_out"
LONGEST = 8_000  # letters of an address that servers take, with some room: 8 kB is the usual limit of a line


def keep(request: HttpRequest, address: str) -> None:
    """For the session's end. It holds what the company said of the person, so it is sealed."""
    if urlsplit(address).scheme in ("http", "https"):
        request.session[KEPT] = encrypt(address)


def kept(request: HttpRequest) -> str | None:
    """What `keep` sealed in this session; none where it began otherwise."""
    sealed: str | None = request.session.get(KEPT)
    return sealed


@require_safe
def out(request: HttpRequest) -> HttpResponse:
    """Signed out here, and on to the company.

    A page of its own between the two: browsers hold a form's redirects to form-action, and the company is elsewhere.
    """
    try:
        address = decrypt(request.session.pop(KEPT, ""))
    except Undecryptable:
        return redirect("account_login")
    response = render(request, "account/signed_out.html", {"address": address, "company": settings.ENV.sso_name})
    response.headers["Refresh"] = f"0; url={address}"
    return response

"""Middleware: what the project does around every request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django_htmx.http import HttpResponseClientRedirect

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    Handler = Callable[[HttpRequest], HttpResponse]


def htmx_redirects(get_response: Handler) -> Handler:
    """Turn a 302 to htmx into a redirect of the page: the browser would follow it unseen and htmx swap in what came."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not request.htmx or response.status_code != 302:  # type: ignore[attr-defined]
            return response
        redirect = HttpResponseClientRedirect(response["Location"])
        redirect.cookies = response.cookies
        return redirect

    return middleware


def permissions_policy(get_response: Handler) -> Handler:
    """No page of ours needs the camera, the microphone or the place; neither may what it embeds."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        )
        return response

    return middleware


def nothing_kept(get_response: Handler) -> Handler:
    """Pages of somebody who is signed in show what people answered: no browser or proxy may keep them."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not response.has_header("Cache-Control") and request.user.is_authenticated:
            response["Cache-Control"] = "private, no-store"
        return response

    return middleware

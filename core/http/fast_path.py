"""The door of the API: its requests take a short way, with no session, cookie or form, and errors that are problems."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

from django.http import HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils.cache import patch_vary_headers

from core.http import problems, refused_bodies
from core.http.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

PREFIX, DOCS = "/api/", "/api/docs"
POLICY = "default-src 'none'; frame-ancestors 'none'"  # an answer is no page: it may load nothing
LONG_ENOUGH = 1_000  # bytes: below, packing costs more than it saves
LEVEL = 4
GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")


def api_door(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: answer what lies under /api/ here, and let all else pass on to the middleware of pages."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PREFIX) or request.path_info == DOCS:
            return get_response(request)
        return _finish(request, _answer(request))

    return middleware


def _answer(request: HttpRequest) -> HttpResponse:
    try:
        request.get_host()  # refuses names that are not ours
        refused_bodies.check(request)
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise Problem(400, "bad_request", "An address cannot hold zero bytes.")
        if "HTTP_TRANSFER_ENCODING" in request.META and not request.META.get("CONTENT_LENGTH"):
            raise _without_length()
        match = resolve(request.path_info)
        request.resolver_match = match
        if request.method == "HEAD":
            request.method = "GET"  # the server sends the headers alone
        response: HttpResponse = match.func(request, *match.args, **match.kwargs)
    except Resolver404:
        return problems.response(request, problems.not_found())
    except Exception as error:  # noqa: BLE001 -- whatever it is, under /api/ it is told as a problem, and logged
        return problems.answer(request, error)
    return _not_allowed(request, response) if response.status_code == 405 else response


def _without_length() -> Problem:
    """WSGI has no end of a body but its length: without one, a file would seem to be empty."""
    detail = "The request does not say how long its body is."
    return Problem(411, "length_required", detail, hint="Send it whole, with Content-Length, not in chunks.")


def _not_allowed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    allowed = ", ".join(sorted(part.strip() for part in response.headers.get("Allow", "").split(",")))
    detail = f"{request.method} is not possible here."
    problem = Problem(405, "not_allowed", detail, hint=f"Possible: {allowed}.", headers={"Allow": allowed})
    return problems.response(request, problem)


def _finish(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    response.headers["X-Request-Id"] = getattr(request, "reference", "")
    if (rate := getattr(request, "rate", None)) is not None:
        rate.tell(response)
    response.headers["Content-Security-Policy"] = POLICY
    response.headers.setdefault("Cache-Control", "private, no-cache")
    patch_vary_headers(response, ["Authorization", "Accept-Encoding"])
    if _may_be_packed(request, response):
        response.content = gzip.compress(response.content, LEVEL, mtime=0)
        response.headers["Content-Encoding"] = "gzip"
    if not response.streaming and "Content-Length" not in response.headers and response.status_code != 304:
        response.headers["Content-Length"] = str(len(response.content))
    return response


def _may_be_packed(request: HttpRequest, response: HttpResponseBase) -> bool:
    return bool(
        not response.streaming
        and not response.has_header("Content-Encoding")
        and GZIP.search(request.headers.get("Accept-Encoding", ""))
        and len(response.content) >= LONG_ENOUGH  # type: ignore[attr-defined]
    )

"""Refused bodies: what a person or a program is told when the body of a request was not taken in."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.shortcuts import render

from core.http.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

KEY = "persona.refused_body"  # where the server leaves a Refusal for us


class Refusal(StrEnum):
    """Why a body was not taken in."""

    TOO_SLOW = "too_slow"
    TOO_MANY = "too_many_bodies"
    NO_ROOM = "disk_full"


_PROBLEMS = {
    Refusal.TOO_SLOW: (408, "The request came too slowly.", "Send it again over a faster or steadier line."),
    Refusal.TOO_MANY: (429, "Too many requests from your address are on their way.", "Wait until one has arrived."),
    Refusal.NO_ROOM: (507, "There is no room left on this server.", "Tell whoever runs it; nothing was changed."),
}


def check(request: HttpRequest) -> None:
    """Whether its body is there.

    Raises:
        Problem: the server has not taken it in (408, 429 or 507).
    """
    refusal: Refusal | None = request.META.get(KEY)
    if refusal is not None:
        status, detail, hint = _PROBLEMS[refusal]
        headers = {"Retry-After": "5"} if refusal is Refusal.TOO_MANY else None
        raise Problem(status, refusal.value, detail, hint=hint, retryable=True, headers=headers)


def refused_bodies(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware for pages: answer what the server did not take in, before anything looks for its body."""

    def middleware(request: HttpRequest) -> HttpResponse:
        try:
            check(request)
        except Problem as problem:
            context = {"problem": problem, "status": problem.status}
            answer = render(request, "refused_body.html", context, status=problem.status)
            for name, value in problem.headers.items():
                answer[name] = value
            return answer
        return get_response(request)

    return middleware

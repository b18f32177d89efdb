"""Pages: the whole page, or the one part of it that htmx asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.utils.cache import patch_vary_headers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse


def page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    partials: Sequence[str] = (),
    status: int = 200,
) -> HttpResponse:
    """Render `template`; only the partials listed may be asked for alone, by the id of their element."""
    wants_all = request.htmx.boosted or request.htmx.history_restore_request  # type: ignore[attr-defined]
    target = request.htmx.target  # type: ignore[attr-defined]
    if target in partials and not wants_all:
        template = f"{template}#{target}"
    response = render(request, template, context, status=status)
    patch_vary_headers(response, ["HX-Request", "HX-Target"])
    return response

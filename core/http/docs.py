"""The page of the API: Swagger UI from our own files, under our own policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp.decorators import csp_update
from django.shortcuts import render
from django.views.decorators.http import require_safe

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
@csp_update({"img-src": ["'self'", "data:"]})  # Swagger's style sheet holds its icons
def docs(request: HttpRequest) -> HttpResponse:
    """Every operation, to read and to try; it says nothing about anybody, so it is open."""
    return render(request, "api.html")

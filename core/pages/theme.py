"""Light or dark: a cookie that the button sets, read by the server so that the page does not flash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

THEMES = ("light", "dark")
YEAR = 365 * 24 * 3600


def theme(request: HttpRequest) -> dict[str, str]:
    """Context: the theme a person chose; empty follows the system."""
    chosen = request.COOKIES.get("theme", "")
    return {"theme": chosen if chosen in THEMES else ""}


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep the choice and go back; with JavaScript ui.js does the same without a request."""
    back = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    response = HttpResponseRedirect(back if safe else "/")
    chosen = request.POST.get("theme")
    if chosen == "system":
        response.delete_cookie("theme", samesite="Lax")
    elif chosen in THEMES:
        response.set_cookie("theme", chosen, max_age=YEAR, samesite="Lax", secure=request.is_secure())
    return response

"""Navigation: which entry of the top bar a page belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import HttpRequest


def section(request: HttpRequest) -> dict[str, str]:
    """Context: "experiments", "team", "account", "help" or nothing; a view may say better in its own context."""
    if (match := request.resolver_match) is None:
        return {"section": ""}
    if match.view_name == "experiments:help":
        return {"section": "help"}
    if match.app_name == "teams":
        return {"section": "team"}
    if match.view_name.startswith("account") or request.path_info.startswith("/account/"):
        return {"section": "account"}
    return {"section": "experiments" if match.app_name in ("experiments", "generation") else ""}

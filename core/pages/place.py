"""Place: what pages call the computer that they run on."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings

from persona.writers.llm.model_name import is_loopback

if TYPE_CHECKING:
    from django.http import HttpRequest


def place(_: HttpRequest) -> dict[str, str]:
    """Context: "this computer" where nobody else can reach it, else "this server" with the name that people know."""
    names = [urlsplit(settings.PUBLIC_URL).hostname or ""] if settings.PUBLIC_URL else settings.ALLOWED_HOSTS
    public = [name for name in names if not is_loopback(name.strip("[]"))]
    return {"this_computer": f"this server ({public[0]})" if public else "this computer"}

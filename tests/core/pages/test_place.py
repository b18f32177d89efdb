"""What pages call the computer that they run on."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import RequestFactory

from core.pages.place import place

SERVER = "this server (persona.example.com)"


@pytest.mark.parametrize(
    ("public_url", "hosts", "here"),
    [
        (None, ["localhost", "127.0.0.1", "[::1]"], "this computer"),
        ("http://127.0.0.1:8000", ["localhost", "127.0.0.1"], "this computer"),
        ("https://persona.example.com", ["persona.example.com", "localhost"], SERVER),
        (None, ["localhost", "persona.example.com"], SERVER),
    ],
)
def test_place_is_a_server_where_others_reach_it(
    settings: Any, public_url: str | None, hosts: list[str], here: str
) -> None:
    settings.PUBLIC_URL, settings.ALLOWED_HOSTS = public_url, hosts

    assert place(RequestFactory().get("/")) == {"this_computer": here}

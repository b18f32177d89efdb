"""Addresses that outlive a request."""

import pytest
from pytest_django import Settings

from core.links import absolute
from persona_web.env import Env


@pytest.mark.parametrize(
    ("public", "address"),
    [(None, "http://127.0.0.1:8000/runs/1/"), ("https://persona.example.com", "https://persona.example.com/runs/1/")],
)
def test_absolute(settings: Settings, public: str | None, address: str) -> None:
    settings.ENV = Env(public_url=public, host="127.0.0.1", port=8000, trusted_proxies=1)

    assert absolute("/runs/1/") == address

"""Middleware: redirects that htmx understands, and headers on every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

if TYPE_CHECKING:
    from collections.abc import Callable

    from accounts.models import User

pytestmark = pytest.mark.django_db


def test_a_redirect_of_an_htmx_request_moves_the_page_and_keeps_its_cookies(client: Client) -> None:
    response = client.post("/theme/", {"theme": "dark", "next": "/help/"}, headers={"HX-Request": "true"})

    assert (response.status_code, response.headers["HX-Redirect"]) == (200, "/help/")
    assert "Location" not in response.headers
    assert response.cookies["theme"].value == "dark"


def test_a_redirect_of_a_plain_request_stays_one(client: Client) -> None:
    response = client.post("/theme/", {"theme": "dark", "next": "/help/"})

    assert (response.status_code, response.headers["Location"]) == (302, "/help/")
    assert "HX-Redirect" not in response.headers


def test_every_answer_carries_the_security_headers(client: Client) -> None:
    headers = client.get("/account/login/").headers

    policy = sorted(part.strip() for part in headers["Content-Security-Policy"].split(";"))
    assert policy == [
        "base-uri 'none'",
        "default-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "script-src 'self'",
    ]
    assert {name: headers[name] for name in HEADERS} == HEADERS


HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@pytest.mark.parametrize("url", ["/healthz", "/no/such/page/", "/static/css/app.css"])
def test_answers_that_are_no_pages_carry_the_policy_too(client: Client, url: str) -> None:
    assert "default-src 'self'" in client.get(url).headers["Content-Security-Policy"]


def test_no_browser_keeps_a_page_of_somebody_who_is_signed_in(alice: User, client_of: Callable[[User], Client]) -> None:
    pages = ("/", "/help/", "/account/", "/experiments/new/")

    assert {client_of(alice).get(page).headers.get("Cache-Control") for page in pages} == {"private, no-store"}
    assert "Cache-Control" not in Client().get("/help/").headers
    assert "no-store" not in client_of(alice).get("/static/css/app.css").headers.get("Cache-Control", "")

"""Signed cookies: what a browser brings back unchanged and in time, and nothing else."""

from __future__ import annotations

import pytest
from django.core import signing
from django.http import HttpResponse
from django.test import RequestFactory

from generation.shares.cookies import SignedCookie

KEPT = SignedCookie(salt="tests", seconds=60)


def brought(value: str, cookie: SignedCookie = KEPT) -> str:
    request = RequestFactory().get("/")
    request.COOKIES["name"] = value
    return cookie.read(request, "name")


def given(secure: bool = False) -> HttpResponse:
    response = HttpResponse()
    KEPT.give(RequestFactory().get("/", secure=secure), response, "name", "Mira: 7", path="/s/")
    return response


def test_what_was_given_comes_back() -> None:
    assert brought(given().cookies["name"].value) == "Mira: 7"


@pytest.mark.parametrize("secure", [False, True])
def test_no_script_and_no_other_site_reads_it(secure: bool) -> None:
    cookie = given(secure).cookies["name"]

    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["max-age"], bool(cookie["secure"])) == (
        True, "Lax", "/s/", 60, secure,
    )  # fmt: skip


@pytest.mark.parametrize(
    "change", [lambda v: "", lambda v: v[1:], lambda v: v + "x", lambda v: "Mira: 7", lambda v: "\x00:ü:"]
)
def test_what_was_changed_is_nothing(change: object) -> None:
    assert callable(change)
    assert brought(change(given().cookies["name"].value)) == ""


def test_what_was_signed_for_something_else_is_nothing() -> None:
    assert brought(given().cookies["name"].value, SignedCookie(salt="others", seconds=60)) == ""


def test_what_is_too_old_is_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    value = given().cookies["name"].value
    now = signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + 61)

    assert brought(value) == ""


def test_a_request_without_cookies_has_none() -> None:
    assert KEPT.read(RequestFactory().get("/"), "name") == ""

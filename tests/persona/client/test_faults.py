"""A server's problems as the exceptions of the library: class, code, words, when to try again."""

from __future__ import annotations

import json
from typing import Any

import pytest

from persona.client import faults
from persona.client.faults import ServerError
from persona.exceptions import (
    ConfigurationError,
    DataError,
    PersonaError,
    ProviderAuthError,
    ProviderBusy,
    ProviderError,
    ProviderReplyError,
)
from persona.models import Problem

URL = "https://persona.example.com"
PROBLEM = {"content-type": "application/problem+json"}


def told(status: int, code: str, *, headers: dict[str, str] | None = None, **more: Any) -> PersonaError:
    body = {"code": code, "detail": "It does not work.", "hint": "Do this.", "request_id": "R1", **more}
    return faults.of(status, json.dumps(body).encode(), PROBLEM | (headers or {}), URL)


@pytest.mark.parametrize(
    ("status", "code", "more", "kind"),
    [
        (400, "bad_cursor", {}, ConfigurationError),
        (404, "not_found", {}, ConfigurationError),
        (422, "invalid_input", {}, ConfigurationError),
        (422, "too_many_rows", {}, DataError),
        (409, "no_data", {}, DataError),
        (502, "provider_busy", {}, ProviderBusy),
        (502, "provider_slow", {"retryable": True}, ProviderBusy),
        (502, "provider_slow", {}, ProviderError),
        (502, ProviderAuthError.code, {}, ProviderAuthError),
        (502, ProviderReplyError.code, {}, ProviderReplyError),
        (429, "rate_limited", {}, ServerError),
        (500, "server_error", {}, ServerError),
        (503, "unwell", {}, ServerError),
    ],
)
def test_class_code_and_words(status: int, code: str, more: dict[str, Any], kind: type[PersonaError]) -> None:
    found = told(status, code, **more)

    assert (type(found), found.code, found.message, found.hint) == (kind, code, "It does not work.", "Do this.")


@pytest.mark.parametrize(("given", "wait"), [("7", 7.0), ("0", 0.0), ("", None), ("Wed, 21 Oct 2026", None)])
def test_when_to_try_again_and_what_to_ask_the_operator(given: str, wait: float | None) -> None:
    found = told(503, "unwell", headers={"retry-after": given} if given else {})

    assert isinstance(found, ServerError)
    assert (found.retry_after, found.request_id) == (wait, "R1")


def test_a_busy_provider_says_when_to_try_again() -> None:
    found = told(502, "provider_busy", headers={"retry-after": "12"})

    assert isinstance(found, ProviderBusy)
    assert found.retry_after == 12.0


@pytest.mark.parametrize(
    ("headers", "content"),
    [
        ({"content-type": "text/html"}, b"<h1>Bad gateway</h1>"),
        ({}, b""),
        (PROBLEM, b'"code"'),
        (PROBLEM, b"\xff\xfe"),
    ],
)
def test_what_speaks_otherwise_is_not_a_server_of_ours(headers: dict[str, str], content: bytes) -> None:
    found = faults.of(502, content, headers, URL)

    assert (found.code, found.message, found.hint) == (
        "not_a_server",
        f"{URL} answered with 502, but not as Persona does.",
        "Check the address; a proxy may stand in between.",
    )


def test_nobody_answered() -> None:
    found = faults.unreachable(URL, "connection refused")

    assert (found.code, found.message) == ("server_unreachable", f"{URL} did not answer (connection refused).")


def test_places_in_a_file_are_problems_and_fields_of_a_request_are_not() -> None:
    errors = [
        {"where": "line 34", "message": "Too many cells.", "code": "too_many", "hint": "Quote it."},
        {"where": "file", "message": "No names.", "code": "no_header"},
        {"where": "body.count", "message": "At most 12.", "code": "less_than_equal"},
    ]

    found = told(422, "hardly_fits", errors=errors)

    assert isinstance(found, DataError)
    assert found.problems == (
        Problem(code="too_many", message="Too many cells.", line=34, hint="Quote it."),
        Problem(code="no_header", message="No names.", line=None, hint=""),
    )
    assert type(told(422, "invalid_input", errors=errors[2:])) is ConfigurationError


def test_problems_of_a_source_are_taken_as_they_are() -> None:
    problem = Problem(code="padded", message="Line 3: 2 of 4 cells.", line=3, hint="Check it.")

    found = faults.told({"code": "hardly_fits", "message": "m", "problems": [problem.model_dump(mode="json")]})

    assert isinstance(found, DataError)
    assert found.problems == (problem,)

"""Every way to fail answers with the same shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from core.http import problems
from experiments import services
from persona.exceptions import (
    BudgetExceededError,
    Cancelled,
    ConfigurationError,
    DataError,
    GenerationError,
    PersonaError,
    ProviderAuthError,
    ProviderBusy,
)
from persona.models import Problem as LibraryProblem

if TYPE_CHECKING:
    from tests.api.conftest import Program

pytestmark = pytest.mark.django_db

NOWHERE = "/experiments/00000000-0000-7000-8000-000000000000"
FIELDS = {"type", "title", "status", "detail", "code", "hint", "retryable", "request_id", "errors"}
NEW = {"name": "Meal planning"}


@pytest.mark.parametrize(
    ("call", "status", "code"),
    [
        (("GET", "/no/such/address"), 404, "not_found"),
        (("GET", NOWHERE), 404, "not_found"),
        (("GET", "/experiments/no-id"), 404, "not_found"),
        (("PUT", "/experiments", NEW), 405, "not_allowed"),
        (("OPTIONS", "/experiments"), 405, "not_allowed"),
        (("TRACE", "/experiments"), 405, "not_allowed"),
        (("GET", "/experiments?limit=0"), 422, "invalid_input"),
        (("GET", "/experiments?limit=101"), 422, "invalid_input"),
        (("GET", "/experiments?cursor=abc"), 422, "invalid_input"),
        (("GET", "/experiments?limmit=3"), 422, "invalid_input"),
        (("GET", "/experiments?q=%00"), 400, "bad_request"),
        (("POST", "/experiments", {}), 422, "invalid_input"),
        (("POST", "/experiments", {"name": " "}), 422, "invalid_input"),
        (("POST", "/experiments", {**NEW, "owner": "bob"}), 422, "invalid_input"),
        (("POST", "/experiments", '{"name": NaN}'), 400, "bad_json"),
        (("POST", "/experiments", "[" * 10_000), 400, "bad_json"),
        (("POST", "/experiments", b"\xff"), 400, "bad_json"),
        (("POST", "/experiments", {"name": "x" * 2_000_000}), 413, "body_too_large"),
    ],
    ids=lambda value: str(value)[:60],
)
def test_each_failure_is_a_problem(as_alice: Program, call: tuple[Any, ...], status: int, code: str) -> None:
    response = as_alice(*call)

    assert (response.status_code, response.headers["Content-Type"]) == (status, "application/problem+json")
    told = response.json()
    assert told.keys() == FIELDS
    assert (told["status"], told["code"], told["type"]) == (status, code, f"urn:persona:problem:{code}")
    assert told["detail"]
    assert told["request_id"] == response.headers["X-Request-Id"] != ""
    assert "Set-Cookie" not in response.headers


def test_another_media_type_is_refused(as_alice: Program) -> None:
    response = as_alice.post("/experiments", "name=x", content_type="application/x-www-form-urlencoded")

    assert (response.status_code, response.json()["code"]) == (415, "wrong_media_type")


@pytest.mark.parametrize("path", ["/experiments", f"{NOWHERE}/sources"])
def test_a_body_in_chunks_is_not_taken_for_an_empty_one(as_alice: Program, path: str) -> None:
    response = as_alice.post(
        path, b"", content_type="text/csv", headers={"Transfer-Encoding": "chunked", "Content-Length": ""}
    )

    assert (response.status_code, response.json()["code"]) == (411, "length_required")


def test_what_is_not_allowed_says_what_is(as_alice: Program) -> None:
    response = as_alice("PUT", "/experiments", NEW)

    assert (response.headers["Allow"], response.json()["hint"]) == ("GET, POST", "Possible: GET, POST.")


def test_fields_are_named_as_they_were_sent(as_alice: Program) -> None:
    errors = as_alice.post("/experiments", {"name": "", "x": 1}).json()["errors"]

    assert [(error["where"], error["code"]) for error in errors] == [
        ("body.name", "string_too_short"),
        ("body.x", "extra_forbidden"),
    ]


def test_a_fault_of_ours_tells_nothing_but_its_number(
    as_alice: Program, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def break_down(**_: Any) -> None:
        raise RuntimeError("the secret cause")

    monkeypatch.setattr(services, "create_experiment", break_down)

    response = as_alice.post("/experiments", NEW)

    assert (response.status_code, response.json()["code"]) == (500, "unexpected")
    assert b"secret" not in response.content
    assert "the secret cause" in caplog.text


def test_a_foreign_host_is_refused_as_a_problem() -> None:
    response = Client().get("/api/v1/experiments", headers={"Host": "evil.example"})

    assert (response.status_code, response.headers["Content-Type"]) == (400, "application/problem+json")


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (ConfigurationError("No."), 422),
        (ConfigurationError("No.", code="run_missing"), 404),
        (DataError("No."), 422),
        (DataError("No.", code="too_large"), 413),
        (services.DataFixed(), 409),
        (services.NoRoom(), 409),
        (ProviderBusy("Wait.", retry_after=2.5), 503),
        (ProviderAuthError("No."), 502),
        (BudgetExceededError("No.", spent=1, budget=1, estimate=1), 409),
        (Cancelled("Stopped."), 409),
        (GenerationError("Broken."), 500),
    ],
    ids=lambda value: getattr(value, "code", value),
)
def test_each_error_of_the_library_has_its_status(error: PersonaError, status: int) -> None:
    problem = problems.of(error)

    assert (problem.status, problem.code, problem.detail, problem.hint) == (
        status,
        error.code,
        error.message,
        error.hint,
    )


def test_a_provider_that_is_busy_says_when_to_come_back() -> None:
    problem = problems.of(ProviderBusy("Wait.", retry_after=2.5))

    assert (problem.retryable, problem.headers) == (True, {"Retry-After": "3"})


def test_a_file_with_faults_names_its_lines() -> None:
    fault = LibraryProblem(code="long_row", message="Line 7: too long.", line=7, hint="Mend it.")

    (error,) = problems.of(DataError("Broken.", problems=[fault])).errors

    assert error.model_dump() == {
        "where": "line 7",
        "message": "Line 7: too long.",
        "code": "long_row",
        "hint": "Mend it.",
    }

"""Every error as one shape: its status, its words, and how long to wait."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest
from django.core.exceptions import BadRequest, PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.test import RequestFactory
from ninja.errors import HttpError, ValidationError

from core.http import problems
from core.http.problems import MEDIA_TYPE, WAIT_SECONDS, FieldError, Problem
from persona import exceptions
from persona.exceptions import DataError, PersonaError, ProviderBusy
from persona.messages import configuration_error, data_error
from persona.models import Problem as Fault

UNREADABLE = (SuspiciousOperation, MultiPartParserError, UnreadablePostError, BadRequest)


@pytest.fixture
def request_(rf: RequestFactory) -> HttpRequest:
    request = rf.get("/api/v1/experiments")
    request.reference = "2R6K-B8QE"  # type: ignore[attr-defined]
    return request


def told(error: Exception) -> tuple[int, str, str]:
    problem = problems.of(error)
    return problem.status, problem.code, problem.detail


def test_an_answer_has_all_fields_of_the_standard_and_ours(request_: HttpRequest) -> None:
    wrong = FieldError(where="body.name", message="Too long.", code="long")
    problem = Problem(422, "invalid_input", "body.name: Too long.", hint="Shorten it.", errors=[wrong])

    answer = problems.response(request_, problem)

    assert (answer.status_code, answer.headers["Content-Type"]) == (422, MEDIA_TYPE)
    assert json.loads(answer.content) == {
        "type": "urn:persona:problem:invalid_input",
        "title": "Unprocessable Entity",
        "status": 422,
        "detail": "body.name: Too long.",
        "code": "invalid_input",
        "hint": "Shorten it.",
        "retryable": False,
        "request_id": "2R6K-B8QE",
        "errors": [{"where": "body.name", "message": "Too long.", "code": "long", "hint": ""}],
    }


def test_headers_of_a_problem_are_those_of_its_answer(request_: HttpRequest) -> None:
    answer = problems.response(request_, Problem(429, "busy", "Wait.", headers={"Retry-After": "7"}))

    assert answer.headers["Retry-After"] == "7"


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (Http404("Experiment 7 of bob@example.com"), (404, "not_found", "There is nothing here.")),
        (PermissionDenied("secret"), (403, "forbidden", "This is not allowed.")),
        (RequestDataTooBig(), (413, "body_too_large", "The body is larger than 1 MB.")),
        *(
            (error, (400, "bad_request", "The request cannot be understood."))
            for error in (
                SuspiciousOperation("x"),
                MultiPartParserError("x"),
                UnreadablePostError("x"),
                BadRequest("x"),
            )
        ),
        (ZeroDivisionError("postgres://persona:secret@db"), (500, "unexpected", "Something went wrong on our side.")),
        (HttpError(409, "Twice."), (409, "bad_request", "Twice.")),
        (HttpError(401, "Unauthorized"), (401, "no_token", "A token is needed.")),
    ],
    ids=lambda value: type(value).__name__,
)
def test_errors_of_the_web_are_told_without_what_they_hold(error: Exception, expected: tuple[int, str, str]) -> None:
    assert told(error) == expected


def test_a_problem_is_told_as_it_is() -> None:
    problem = Problem(418, "tea", "No coffee.")

    assert problems.of(problem) is problem


def test_a_problem_inside_of_another_error_comes_through() -> None:
    error = HttpError(400, "Cannot parse request body")
    error.__cause__ = Problem(415, "wrong_media_type", "The body must be JSON.")

    assert told(error) == (415, "wrong_media_type", "The body must be JSON.")


def test_who_has_no_token_is_told_how_to_send_one() -> None:
    assert problems.of(HttpError(401, "")).headers == {"WWW-Authenticate": 'Bearer realm="persona"'}


@pytest.mark.parametrize(
    ("loc", "where"),
    [
        (("query", "limit"), "query.limit"),
        (("path", "run_id"), "path.run_id"),
        (("body", "new"), "body.new"),
        (("body", "new", "name"), "body.name"),
        (("body", "change", "events", 0), "body.events.0"),
        (("header", "idempotency-key"), "header.idempotency-key"),
    ],
)
def test_a_field_is_named_as_its_caller_knows_it(loc: tuple[Any, ...], where: str) -> None:
    problem = problems.of(ValidationError([{"loc": loc, "msg": "Field required", "type": "missing"}]))

    assert (problem.status, problem.code, problem.detail) == (422, "invalid_input", f"{where}: Field required")
    assert problem.errors == (FieldError(where=where, message="Field required", code="missing"),)


def test_a_fault_in_no_field_is_told_too() -> None:
    assert told(ValidationError([])) == (422, "invalid_input", "A field is wrong.")


# -- errors of the library ---------------------------------------------------------------------------------
CLASSES = sorted(
    (kind for kind in vars(exceptions).values() if isinstance(kind, type) and issubclass(kind, PersonaError)),
    key=lambda kind: kind.__name__,
)


@pytest.mark.parametrize("kind", CLASSES)
def test_every_error_of_the_library_is_a_problem_of_its_own_words(kind: type[PersonaError]) -> None:
    more = {"theirs": None, "yours": None} if kind is exceptions.EditConflict else {}
    problem = problems.of(kind("It is so.", hint="Do this.", **more))

    assert (problem.code, problem.detail, problem.hint, problem.retryable) == (
        kind.code,
        "It is so.",
        "Do this.",
        kind.retryable,
    )
    assert 400 <= problem.status < 600
    assert ("Retry-After" in problem.headers) is kind.retryable


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (exceptions.ProviderBusy("x"), 503),
        (exceptions.ProviderAuthError("x"), 502),
        (exceptions.BudgetExceededError("x"), 409),
        (exceptions.Cancelled("x"), 409),
        (exceptions.GenerationError("x"), 500),
        (exceptions.ConfigurationError("x"), 422),
        (DataError("x"), 422),
        (data_error("too_large", found="3 GB", limit="2 GB"), 413),
        (configuration_error("run_missing", name="r1"), 404),
        (configuration_error("run_unfinished", name="r1"), 409),
        (DataError("x", code="disk_full"), 507),
    ],
    ids=lambda value: getattr(value, "code", value),
)
def test_status_is_that_of_the_code_else_of_the_class(error: PersonaError, status: int) -> None:
    assert problems.of(error).status == status


@pytest.mark.parametrize(
    ("asked", "wait"), [(None, str(WAIT_SECONDS)), (0.2, "1"), (7, "7"), (7.01, "8"), (0, str(WAIT_SECONDS))]
)
def test_how_long_to_wait_is_told_in_whole_seconds(asked: float | None, wait: str) -> None:
    assert problems.of(ProviderBusy("Wait.", retry_after=asked)).headers == {"Retry-After": wait}


def test_each_fault_of_a_file_has_its_line() -> None:
    faults = (Fault(code="long_row", message="5 cells.", line=34, hint="Quote it."), Fault(code="empty", message="No."))

    assert problems.of(DataError("It cannot be read.", problems=faults)).errors == (
        FieldError(where="line 34", message="5 cells.", code="long_row", hint="Quote it."),
        FieldError(where="file", message="No.", code="empty"),
    )


@pytest.mark.parametrize(("error", "is_logged"), [(ZeroDivisionError("secret"), True), (Http404("secret"), False)])
def test_only_what_is_ours_to_mend_is_logged(
    request_: HttpRequest, caplog: pytest.LogCaptureFixture, error: Exception, is_logged: bool
) -> None:
    with caplog.at_level(logging.ERROR, "django.request"):
        answer = problems.answer(request_, error)

    assert [record.getMessage() for record in caplog.records] == ["GET /api/v1/experiments failed"] * is_logged
    assert answer._has_been_logged  # type: ignore[attr-defined]
    assert b"secret" not in answer.content

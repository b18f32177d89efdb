"""Problems: every error of the API as one shape (RFC 9457, `application/problem+json`)."""

from __future__ import annotations

import logging
import math
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.core.exceptions import BadRequest, PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from ninja import Schema
from ninja.errors import HttpError, ValidationError
from pydantic import Field
from pydantic_core import to_json

from persona.exceptions import (
    BudgetExceededError,
    Cancelled,
    DataError,
    GenerationError,
    PersonaError,
    ProviderBusy,
    ProviderError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.http import HttpRequest

logger = logging.getLogger("django.request")

MEDIA_TYPE = "application/problem+json"
# What the rows do not allow now is a conflict; what the request itself says wrongly is unprocessable (422).
STATUS_BY_CODE = {
    "data_fixed": 409,
    "data_not_ready": 409,
    "disk_full": 507,
    "edit_conflict": 409,
    "edit_locked": 409,
    "experiment_at_work": 409,
    "experiment_exists": 409,
    "file_gone": 409,
    "no_room": 409,
    "not_finished": 409,
    "not_read_yet": 409,
    "role_missing": 403,
    "run_data_changed": 409,
    "run_unfinished": 409,
    "segments_in_use": 409,
    "segments_not_ready": 409,
    "too_large": 413,
    "too_many_runs": 429,
    "too_many_webhooks": 409,
    "webhook_is_off": 409,
    "experiment_missing": 404,
    "no_data": 409,
    "run_missing": 404,
    "sample_missing": 404,
}
STATUS_BY_CLASS: tuple[tuple[type[PersonaError], int], ...] = (
    (ProviderBusy, 503),
    (ProviderError, 502),
    (BudgetExceededError, 409),
    (Cancelled, 409),
    (DataError, 422),
    (GenerationError, 500),
)
WAIT_SECONDS = 5  # for what may pass by itself when nobody knows when


class FieldError(Schema):
    """What is wrong with one field of the request, or at one line of a file."""

    where: str = Field(description='For example "body.name", "query.limit" or "line 34".')
    message: str
    code: str
    hint: str = ""


class ProblemOut(Schema):
    """What went wrong, as RFC 9457 has it, with our own code and hint."""

    type: str = Field(description="A name of this kind of problem that does not change.")
    title: str
    status: int
    detail: str = Field(description="One sentence for people.")
    code: str = Field(description="For programs: the same names as in the library and on the command line.")
    hint: str = Field("", description="What to do now.")
    retryable: bool = Field(False, description="Whether the same request can succeed later, unchanged.")
    request_id: str = Field(description="Also in the header X-Request-Id and in our log.")
    errors: tuple[FieldError, ...] = ()


class Problem(Exception):
    """Raise it anywhere below an operation: it becomes the answer."""

    def __init__(
        self,
        status: int,
        code: str,
        detail: str,
        *,
        hint: str = "",
        retryable: bool = False,
        errors: Sequence[FieldError] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status, self.code, self.detail, self.hint, self.retryable = status, code, detail, hint, retryable
        self.errors, self.headers = tuple(errors), dict(headers or {})


def not_found() -> Problem:
    """The same words whether a thing is another person's, was never there, or has been deleted."""
    return Problem(404, "not_found", "There is nothing here.", hint="Check the address and the ids in it.")


def unauthorized(code: str, detail: str, hint: str) -> Problem:
    return Problem(401, code, detail, hint=hint, headers={"WWW-Authenticate": 'Bearer realm="persona"'})


def response(request: HttpRequest, problem: Problem) -> HttpResponse:
    """The answer that tells `problem`."""
    body = ProblemOut(
        type=f"urn:persona:problem:{problem.code}",
        title=HTTPStatus(problem.status).phrase,
        status=problem.status,
        detail=problem.detail,
        code=problem.code,
        hint=problem.hint,
        retryable=problem.retryable,
        request_id=getattr(request, "reference", ""),
        errors=problem.errors,
    )
    answer = HttpResponse(to_json(body.model_dump()), status=problem.status, content_type=MEDIA_TYPE)
    for name, value in problem.headers.items():
        answer[name] = value
    return answer


def of(error: Exception) -> Problem:
    """The problem that an exception is."""
    match error:
        case Problem():
            return error
        case PersonaError():
            return _of_library(error)
        case ValidationError():
            return _of_fields(error.errors)
        case Http404():
            return not_found()
        case HttpError():
            return _of_ninja(error)
        case RequestDataTooBig():
            return Problem(413, "body_too_large", "The body is larger than 1 MB.", hint="Send files as uploads.")
        case PermissionDenied():
            return Problem(403, "forbidden", "This is not allowed.")
        case SuspiciousOperation() | MultiPartParserError() | UnreadablePostError() | BadRequest():
            return Problem(400, "bad_request", "The request cannot be understood.", hint="Check address and headers.")
        case InterfaceError() | OperationalError():
            return Problem(
                503,
                "database_away",
                "The database does not answer just now.",
                hint="Send the same request again in a moment.",
                retryable=True,
                headers={"Retry-After": str(WAIT_SECONDS)},
            )
    return Problem(
        500,
        "unexpected",
        "Something went wrong on our side.",
        hint="Try again; if it stays, tell whoever runs this service the request id.",
        retryable=True,
    )


def answer(request: HttpRequest, error: Exception) -> HttpResponse:
    """The answer to an exception; what is ours to mend is logged."""
    problem = of(error)
    if problem.status >= 500:
        extra = {"request": request, "status_code": problem.status}
        logger.error("%s %s failed", request.method, request.path, exc_info=error, extra=extra)
    told = response(request, problem)
    told._has_been_logged = True  # type: ignore[attr-defined]  # noqa: SLF001 -- Django's mark: it would log it again
    return told


def _of_library(error: PersonaError) -> Problem:
    by_class = (status for kind, status in STATUS_BY_CLASS if isinstance(error, kind))
    status = STATUS_BY_CODE.get(error.code) or next(by_class, 422)
    wait = getattr(error, "retry_after", None) or (WAIT_SECONDS if error.retryable else None)
    return Problem(
        status,
        error.code,
        error.message,
        hint=error.hint,
        retryable=error.retryable,
        errors=[
            FieldError(where=f"line {p.line}" if p.line else "file", message=p.message, code=p.code, hint=p.hint)
            for p in getattr(error, "problems", ())
        ],
        headers={"Retry-After": str(math.ceil(wait))} if wait else None,
    )


def _of_fields(errors: Sequence[Mapping[str, Any]]) -> Problem:
    found = [FieldError(where=_where(e["loc"]), message=str(e["msg"]), code=str(e["type"])) for e in errors]
    first = f"{found[0].where}: {found[0].message}" if found else "A field is wrong."
    return Problem(422, "invalid_input", first, hint="See `errors` for each field.", errors=found)


def _where(loc: Sequence[Any]) -> str:
    """ "body.name": without the name of our own argument between them."""
    source, *rest = [str(part) for part in loc]
    return ".".join([source, *(rest[1:] if source == "body" and len(rest) > 1 else rest)])


def _of_ninja(error: HttpError) -> Problem:
    if error.status_code == 401:
        return unauthorized("no_token", "A token is needed.", "Send it in the header “Authorization: Bearer pw_…”.")
    if isinstance(error.__cause__, Problem):
        return error.__cause__
    return Problem(error.status_code, "bad_request", str(error))

"""Faults: a server's problems as the exceptions that the library itself would raise."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from persona.exceptions import (
    BudgetExceededError,
    Cancelled,
    ConfigurationError,
    DataError,
    GenerationError,
    PersonaError,
    ProviderAuthError,
    ProviderBusy,
    ProviderError,
    ProviderReplyError,
)
from persona.messages import FILES, LEFT_OUT, MESSAGES, REPAIRED, hint, sentence
from persona.models import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

CLASSES: dict[str, type[PersonaError]] = {
    kind.code: kind
    for kind in (BudgetExceededError, Cancelled, GenerationError, ProviderAuthError, ProviderError, ProviderReplyError)
}
OF_FILES = {"no_data", *FILES, *LEFT_OUT, *REPAIRED}


class ServerError(PersonaError):
    """The server could not be reached, has too much to do, or failed."""

    code = "server_error"

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        code: str | None = None,
        retry_after: float | None = None,
        request_id: str = "",
    ) -> None:
        super().__init__(message, hint=hint, code=code)
        self.retry_after, self.request_id = retry_after, request_id


def unreachable(url: str, reason: str) -> ServerError:
    values = {"url": url, "reason": reason}
    code = "server_unreachable"
    return ServerError(sentence(code, **values), hint=hint(code, **values), code=code)


def of(status: int, content: bytes, headers: Mapping[str, str], url: str) -> PersonaError:
    """The exception that an answer of 400 and above is."""
    problem = _problem(content, headers)
    if problem is None:
        values = {"url": url, "status": status}
        return ServerError(sentence("not_a_server", **values), hint=hint("not_a_server", **values), code="not_a_server")
    retry_after = headers.get("retry-after", "")
    wait = float(retry_after) if retry_after.isdigit() else None
    return told(problem | {"message": problem.get("detail", "")}, status=status, wait=wait)


def told(error: Mapping[str, Any], *, status: int = 422, wait: float | None = None) -> PersonaError:
    """The exception that the server tells as code, message and hint: in an answer, a run or a data source."""
    code, message, advice = error.get("code", ""), error.get("message", ""), error.get("hint", "")
    problems = _lines(error)
    if problems or code in OF_FILES:
        return DataError(message, hint=advice, code=code, problems=problems)
    if code == ProviderBusy.code or (code.startswith("provider") and error.get("retryable")):
        return ProviderBusy(message, hint=advice, code=code, retry_after=wait)
    if kind := CLASSES.get(code) or (ProviderError if code.startswith("provider") else None):
        return kind(message, hint=advice, code=code)
    if status == 429 or status >= 500:
        request = str(error.get("request_id", ""))
        return ServerError(message, hint=advice, code=code, retry_after=wait, request_id=request)
    return ConfigurationError(message, hint=advice, code=code)


def of_run(error: Mapping[str, Any]) -> PersonaError:
    """The exception that ended a run."""
    found = told(error)
    if type(found) is ConfigurationError and found.code not in MESSAGES:
        return GenerationError(found.message, hint=found.hint, code=found.code)
    return found


def _problem(content: bytes, headers: Mapping[str, str]) -> dict[str, Any] | None:
    if not headers.get("content-type", "").startswith("application/problem+json"):
        return None
    try:
        found = json.loads(content)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _lines(error: Mapping[str, Any]) -> list[Problem]:
    """What is wrong line by line: as a data source tells it (`problems`), or a problem (`errors`)."""
    if "problems" in error:
        return [Problem.model_validate(each) for each in error["problems"]]
    found = []
    for each in error.get("errors", ()):
        place, _, line = each["where"].partition(" ")
        if place in ("line", "file"):
            number = int(line) if line.isdigit() else None
            found.append(Problem(code=each["code"], message=each["message"], line=number, hint=each.get("hint", "")))
    return found

"""Strictness: a query that says what no operation understands is refused, not passed over in silence."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from core.http import problems
from core.http.problems import FieldError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse
    from ninja.operation import Operation

    Run = Callable[..., HttpResponse]


def operation_of(run: Run) -> Operation:
    """The operation that `run` carries out, through whatever has been wrapped around it."""
    return getattr(run, "operation", None) or run.__self__  # type: ignore[attr-defined]


def let_in(operation: Operation, request: HttpRequest) -> bool:
    """Whether the caller may use the operation; asked before it runs, the answer stands when it does.

    Raises:
        Problem: the token does not do.
    """
    for ask in operation.auth_callbacks:
        request.auth = ask(request)  # type: ignore[attr-defined]
    return bool(getattr(request, "auth", None))


def only_known_queries(run: Run) -> Run:
    """Decorator of operations: 422 for a name in the query that the operation does not have."""
    operation = operation_of(run)
    known = _names(operation)

    @wraps(run)
    def strict(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if unknown := sorted(request.GET.keys() - known):
            try:
                if let_in(operation, request):  # else the operation says 401: strangers learn nothing else
                    raise _problem(unknown, known)
            except Problem as problem:
                return problems.response(request, problem)
        return run(request, **kwargs)

    strict.operation = operation  # type: ignore[attr-defined]
    return strict


def _names(operation: Operation) -> set[str]:
    queries = [model for model in operation.models if model.__ninja_param_source__ == "query"]
    return {name for model in queries for name in model.__ninja_flatten_map__}


def _problem(unknown: list[str], known: set[str]) -> Problem:
    errors = [
        FieldError(where=f"query.{name}", message="There is no such parameter.", code="unknown") for name in unknown
    ]
    hint = f"Possible: {', '.join(sorted(known))}." if known else "This address takes no parameters."
    return Problem(422, "invalid_input", f"There is no parameter “{unknown[0]}”.", hint=hint, errors=errors)

"""Once: a POST with an `Idempotency-Key` happens once, however often and by however many it is sent."""

from __future__ import annotations

import hashlib
from functools import wraps
from typing import TYPE_CHECKING, Any, cast

from django.db import IntegrityError, transaction
from django.http import HttpResponse
from ninja.decorators import decorate_view

from accounts.api.idempotency_records import IdempotencyRecord
from core.http import problems
from core.http.problems import Problem
from core.http.query_validation import let_in, operation_of
from core.security.encryption import decrypt, encrypt
from persona.ids import uuid7

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from accounts.api.authentication import Call
    from core.http.query_validation import Run

HEADER = "Idempotency-Key"
MAX_LENGTH = 255
KEPT_HEADERS = ("Content-Type", "ETag", "Location")


def _happens_once(run: Run) -> Run:
    operation = operation_of(run)
    operation.takes_key = True  # type: ignore[attr-defined]

    @wraps(run)
    def once_only(request: Call, **kwargs: Any) -> HttpResponse:
        try:
            if HEADER in request.headers and let_in(operation, request):
                fingerprint = hashlib.sha256(request.body).hexdigest()
                return happening_once(request, fingerprint, lambda: run(request, **kwargs))
        except Exception as error:  # noqa: BLE001 -- told as a problem, as everywhere
            return problems.answer(request, error)
        return run(request, **kwargs)

    once_only.operation = operation  # type: ignore[attr-defined]
    return cast("Run", once_only)


def _takes_key(run: Run) -> Run:
    operation_of(run).takes_key = True  # type: ignore[attr-defined]
    return run


# For an operation that calls `happening_once` itself: what it is sent is too large to be looked at before.
takes_key = decorate_view(_takes_key)
# Put it below `@router.post`: the operation then takes the header, and its view has `key_of(request)`.
once = decorate_view(_happens_once)


def key_of(request: Call) -> UUID:
    """What a service takes as its one-time key: the same for the same request, else a new one."""
    kept: IdempotencyRecord | None = getattr(request, "kept", None)
    return kept.pk if kept else uuid7()


def happening_once(request: Call, fingerprint: str, act: Callable[[], HttpResponse]) -> HttpResponse:
    """What `act` answers, or has answered before to the same request; what failed may be tried again.

    Raises:
        Problem: the key is no key (422), stands for another request (422), or its request is at work (409).
    """
    if (key := request.headers.get(HEADER)) is None:
        return act()
    if not 1 <= len(key) <= MAX_LENGTH:
        raise Problem(422, "bad_key", f"An {HEADER} has 1 to {MAX_LENGTH} characters.", hint="A UUID is a good one.")
    kept, is_new = _take(request, key, fingerprint)
    if not is_new:
        return _again(kept)
    request.kept = kept  # type: ignore[attr-defined]
    try:
        response = act()
    except BaseException:
        IdempotencyRecord.objects.filter(pk=kept.pk).delete()
        raise
    _keep(kept, response)
    return response


def _take(request: Call, key: str, fingerprint: str) -> tuple[IdempotencyRecord, bool]:
    """The row of this request, and whether the caller is the one to carry it out."""
    route = f"{request.method} {request.path}"[:300]
    names = {"owner": request.user, "team": request.user.membership.team, "route": route, "key": key}
    IdempotencyRecord.objects.outdated().delete()
    while True:
        try:
            with transaction.atomic():
                return IdempotencyRecord.objects.create(**names, fingerprint=fingerprint), True
        except IntegrityError:
            found = IdempotencyRecord.objects.filter(**names).first()
        if found is None:  # it has just failed and gone
            continue
        if found.fingerprint != fingerprint:
            detail = f"This {HEADER} stands for another request."
            raise Problem(422, "key_reused", detail, hint="Take a new key for each thing that you want to happen.")
        if found.status is None and not IdempotencyRecord.objects.take_over(found):
            raise Problem(
                409,
                "in_progress",
                "The same request is at work.",
                hint="Send it again in a moment to get its answer.",
                retryable=True,
                headers={"Retry-After": "1"},
            )
        return found, found.status is None


def _keep(kept: IdempotencyRecord, response: HttpResponse) -> None:
    row = IdempotencyRecord.objects.filter(pk=kept.pk)
    if response.status_code >= 300:  # nothing happened
        row.delete()
        return
    headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
    # An answer may hold what is shown only once, such as a secret.
    row.update(status=response.status_code, headers=headers, body=encrypt(response.content.decode()))


def _again(kept: IdempotencyRecord) -> HttpResponse:
    response = HttpResponse(decrypt(kept.body), status=kept.status, headers=kept.headers)
    response.headers["Idempotency-Replayed"] = "true"
    return response

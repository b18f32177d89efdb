"""Personas over HTTP: a run's, one with all its words, single statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router

from accounts.api.authentication import Call, needs
from core.http import etags
from core.http.cache import ResponseCache
from core.http.problems import not_found
from generation.personas import serialization
from generation.personas.models import Persona, Statement
from generation.runs.models import Run
from generation.runs.schemas import PersonaOut, PersonasOut, StatementFilter, StatementOut, StatementsOut

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet

router = Router()
CACHE = ResponseCache(room=32_000_000)


@router.get(
    "/runs/{uuid:run_id}/personas",
    response={200: PersonasOut, 304: None},
    auth=needs("read"),
    operation_id="list_personas",
    summary="List the personas of a run",
)
def list_personas(request: Call, run_id: UUID, response: HttpResponse) -> object:
    """In order of size; while the run works, those that are written."""
    found = Run.objects.visible_to(request.user).filter(pk=run_id)
    tag = etags.unless_known(request, response, *_first(found.values_list("pk", "version", "attempt", "edited")))
    return _kept(tag, lambda: serialization.personas_json(run_id))


@router.get(
    "/personas/{uuid:persona_id}",
    response={200: PersonaOut, 304: None},
    auth=needs("read"),
    operation_id="get_persona",
    summary="Get a persona with its evidence",
)
def get_persona(request: Call, persona_id: UUID, response: HttpResponse) -> object:
    """Every statement with the passages that carry it: file, row, column, characters."""
    tag = etags.unless_known(request, response, *_version(request, pk=persona_id))
    return _kept(tag, lambda: serialization.persona_json(persona_id))


@router.get(
    "/personas/{uuid:persona_id}/statements",
    response={200: StatementsOut, 304: None},
    auth=needs("read"),
    operation_id="list_statements",
    summary="List the statements of a persona",
)
def list_statements(request: Call, persona_id: UUID, wanted: Query[StatementFilter], response: HttpResponse) -> object:
    """With their evidence; `kind` and `strength` filter."""
    etags.unless_known(request, response, *_version(request, pk=persona_id), wanted.kind, wanted.strength)
    chosen = {name: value for name, value in wanted.model_dump().items() if value is not None}
    return {"items": serialization.statements(Statement.objects.filter(persona=persona_id, **chosen))}


@router.get(
    "/statements/{uuid:statement_id}",
    response={200: StatementOut, 304: None},
    auth=needs("read"),
    operation_id="get_statement",
    summary="Get a statement with its evidence",
)
def get_statement(request: Call, statement_id: UUID, response: HttpResponse) -> object:
    """One claim, and the passages that carry it."""
    tag = etags.unless_known(request, response, statement_id, *_version(request, statements=statement_id))
    return _kept(tag, lambda: serialization.statement_json(statement_id))


def _version(request: Call, **which: UUID) -> tuple[Any, ...]:
    """What a persona's answer hangs on: whatever changes a persona gives its run a new event."""
    found = Persona.objects.visible_to(request.user).filter(**which)
    return _first(found.values_list("pk", "run__version", "run__attempt", "run__edited"))


def _first(found: QuerySet[Any, Any]) -> tuple[Any, ...]:
    row = next(iter(found.order_by()[:1]), None)
    if row is None:
        raise not_found()
    return row


def _kept(tag: str, make: Callable[[], bytes]) -> HttpResponse:
    """Each version is made once: its ETag names it."""
    return HttpResponse(CACHE.get(tag, make), content_type="application/json", headers={"ETag": tag})

"""Everybody × every operation: who gets in, who gets nothing, and that a route without a row fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver

from tests.api.conftest import ALL_SCOPES, Program
from tests.api.matrix import MATRIX, PEOPLE
from tests.api.test_document import OPERATIONS
from tests.api.world import World, make_world
from tests.factories import UserFactory

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.test.client import _MonkeyPatchedWSGIResponse as Response
    from pytest_django import Settings

    from accounts.models import User
    from tests.api.conftest import ProgramOf

pytestmark = pytest.mark.django_db

# Under /api/ but no operations: they tell nothing about anybody.
BIN = {"restore_experiment", "delete_binned"}
"""What leads to an experiment that waits in the bin; nothing else does."""
OPEN = {"/api/docs", "/api/v1/openapi.json", "/api/v1/"}


def routes(resolver: URLResolver, before: str = "/") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, route)
        elif isinstance(pattern, URLPattern):
            yield route


def test_every_route_and_operation_has_a_row() -> None:
    """From the resolver and from the document: neither knows one that the other or the matrix lacks."""
    resolved = {route for route in routes(get_resolver()) if route.startswith("/api/")} - OPEN
    told = {path for _, path, _ in OPERATIONS.values()}

    assert {_plain(route) for route in resolved} == told
    assert OPERATIONS.keys() == MATRIX.keys()


def _plain(route: str) -> str:
    return route.replace("<uuidstr:", "{").replace("<uuid:", "{").replace("<", "{").replace(">", "}")


def test_everybody_gets_what_is_theirs_and_nothing_else(
    alice: User, program_of: ProgramOf, data_dir: Path, settings: Settings
) -> None:
    settings.ENV = settings.ENV.model_copy(update={"api_writes_per_minute": 10_000})
    world = make_world(alice)
    programs = {
        "nobody": Program(),
        "stranger": program_of(UserFactory(), ALL_SCOPES),
        "viewer": program_of(alice, ("read",)),
        "owner": program_of(alice, ALL_SCOPES),
        "operator": program_of(UserFactory(is_staff=True, is_superuser=True), ALL_SCOPES),
    }

    found = {name: tuple(call(programs[person], name, world).status_code for person in PEOPLE) for name in MATRIX}

    assert found == {name: tuple(row[:5]) for name, row in MATRIX.items()}


def call(program: Program, name: str, world: World) -> Response:
    """The operation with what its row sends; what it changes is taken back."""
    method, path, _ = OPERATIONS[name]
    body, kwargs = MATRIX[name].body, {}
    if isinstance(body, bytes):
        kwargs = {"content_type": "text/csv"}
    with transaction.atomic():
        response = program(method.upper(), world.address(path), body, **kwargs)
        transaction.set_rollback(True)
    return response


def test_foreign_missing_and_deleted_are_the_same_404(
    as_alice: Program, as_charlie: Program, alice: User, data_dir: Path
) -> None:
    world = make_world(alice, whole=False)
    missing = World({**dict.fromkeys(world.ids, str(UUID(int=7))), "kind": "md"})
    owned = [name for name, row in MATRIX.items() if row.stranger == 404]

    foreign = {name: body_of(call(as_charlie, name, world)) for name in owned}
    never = {name: body_of(call(as_alice, name, missing)) for name in owned}
    as_alice("DELETE", world.address("/experiments/{experiment_id}"))
    as_alice("DELETE", world.address("/webhooks/{webhook_id}"))
    binned = {name: body_of(call(as_alice, name, world)) for name in owned if name not in BIN}
    as_alice("DELETE", world.address("/bin/{experiment_id}"))
    deleted = {name: body_of(call(as_alice, name, world)) for name in owned}

    assert len(owned) > 20
    assert foreign == never == deleted
    assert binned == {name: body for name, body in never.items() if name not in BIN}
    assert len({str(body) for body in foreign.values()}) == 1


def body_of(response: Response) -> tuple[int, dict[str, Any]]:
    told = response.json()
    del told["request_id"]
    return response.status_code, told

"""Fuzzing by schemathesis: right and wrong input to every operation, and its document held against the answers."""

from __future__ import annotations

import random
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import not_a_server_error
from schemathesis.config import GenerationConfig, ProjectConfig, ProjectsConfig, SchemathesisConfig
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.api.world import World

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
    unsupported_method,
]
REAL_IDS, OTHERS = 0.8, 0.3  # of the cases name something that is there; of these, something in another state


@dataclass
class Line:
    """What came of one operation."""

    name: str
    cases: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)


@contextmanager
def door() -> Iterator[Any]:
    """The document as the server gives it, over the server's own WSGI door.

    As with Django's own test client the connection outlives a request, so that what it changed can be taken back.
    """
    generation = GenerationConfig(allow_x00=True, with_security_parameters=False)
    config = SchemathesisConfig(projects=ProjectsConfig(default=ProjectConfig(generation=generation)))
    signals = request_started, request_finished
    for signal in signals:
        signal.disconnect(close_old_connections)
    try:
        yield schemathesis.openapi.from_wsgi(
            "/api/v1/openapi.json", get_wsgi_application(), config=config, headers={"Host": "localhost"}
        )
    finally:
        for signal in signals:
            signal.connect(close_old_connections)


def operations(schema: Any) -> list[Any]:
    return [result.ok() for result in schema.get_all_operations()]


def fuzz(operation: Any, world: World, token: str, *, cases: int, start: int = 0) -> Line:
    """`cases` cases of one operation, half of them wrong on purpose; what they change is taken back."""
    line = Line(operation.definition.raw["operationId"])
    chance = random.Random(start)
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
        strategy = operation.as_strategy(generation_mode=mode)

        @seed(start)
        @settings(
            max_examples=cases // 2,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=strategy)
        def one(case: Any) -> None:
            if chance.random() < REAL_IDS:
                _name_what_is_there(case, world.ids | (world.others if chance.random() < OTHERS else {}))
            _call(case, token, line)

        try:
            one()
        except Unsatisfiable:
            continue  # what takes nothing cannot be given anything wrong
    return line


def _name_what_is_there(case: Any, ids: dict[str, str]) -> None:
    for name in case.path_parameters or {}:
        case.path_parameters[name] = ids[name]


def _call(case: Any, token: str, line: Line) -> None:
    headers = {"Authorization": f"Bearer {token}", "Host": "localhost", "Accept-Encoding": "identity"}
    with transaction.atomic():
        response = case.call(headers=headers)
        transaction.set_rollback(True)
    line.cases += 1
    line.statuses[response.status_code] += 1
    try:
        case.validate_response(response, checks=CHECKS)
    except FailureGroup as group:
        for failure in group.exceptions:
            line.failures[_say(failure, case, response)] += 1
    except Failure as failure:
        line.failures[_say(failure, case, response)] += 1


def _say(failure: Exception, case: Any, response: Any) -> str:
    title = getattr(failure, "title", type(failure).__name__)
    sent = {name: getattr(case, name) for name in ("path_parameters", "query", "headers", "body")}
    return f"{title}: {str(failure)[:300]} | {response.status_code} | {str(sent)[:400]}"

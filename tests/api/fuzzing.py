"""Fuzzing by schemathesis: right and wrong input to every operation, and its document held against the answers."""

from __future__ import annotations

import random
from collections import Counter
from contextlib import contextmanager, suppress
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
from schemathesis.transport.serialization import Binary

from tests.api import states
from tests.api.matrix import MATRIX
from tests.api.world import make_world
from tests.factories import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from accounts.models import User
    from tests.api.world import World

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    unsupported_method,
]
CHECKS_OF_WRONG = [*CHECKS, negative_data_rejection]
# How often a right case says what its schema cannot say, how often it names what fits it, and what else cases name.
RIGHT, FITTING, REAL_IDS, OTHER_STATE = 0.7, 0.5, 0.8, 0.7
# What a schema cannot say of a value, by its name in body or query; None: leave it out.
RIGHT_VALUES: dict[str, Sequence[Any]] = {
    "answers": [{}, {"scale_direction": "unknown"}],
    "budget_usd": [None],
    "column": [None, ["Country"]],
    "columns": [{"Country": {"basis": True}}, {"Country": {"role": "category"}, "Age range": {}}],
    "cursor": [None],
    "edits": [[{"type": "merge", "segments": [1, 2]}, {"type": "rename", "segment": 1, "name": "Planners"}]],
    "experiment": [None],
    "model": ["builtin"],
    "questions": [{"country": {"use": "describe"}}, {"country": {"kind": "open_answer"}}],
    "url": ["https://hooks.example.com/persona", "https://hooks.example.com:8443/?from=persona"],
}
TABLES = [ANSWERS.encode(), ANSWERS.replace(",", "\t").encode("utf-16"), b'[{"city": "Porto", "says": "It breaks."}]']


@dataclass
class Line:
    """What came of one operation."""

    name: str
    cases: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)

    @property
    def kinds(self) -> Counter[int]:
        """Answers by the first digit of their status."""
        found: Counter[int] = Counter()
        for status, count in self.statuses.items():
            found[status // 100] += count
        return found


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


@dataclass(frozen=True)
class Ground:
    """What the cases stand on: a world, states that fit an operation better, and states of other kinds."""

    world: World
    fitting: dict[str, dict[str, str]]
    others: Sequence[dict[str, str]]

    @classmethod
    def of(cls, owner: User) -> Ground:
        return cls(make_world(owner), states.fitting(owner), states.others(owner))


def fuzz(operation: Any, ground: Ground, token: str, *, cases: int, start: int = 0) -> Line:
    """`cases` cases of one operation, half of them wrong on purpose; what they change is taken back.

    The very first is made to succeed, and so are many after it: what only chance says is mostly refused.
    """
    line = Line(operation.definition.raw["operationId"])
    chance = random.Random(start)

    def right(case: Any) -> None:
        is_first = not line.cases
        if is_first or chance.random() < RIGHT:
            _say_rightly(case, chance)
        if is_first and isinstance(said := MATRIX[line.name].body, dict):
            case.body = said  # what the owner is known to succeed with
        if is_first or chance.random() < FITTING:
            _name(case, ground.world.ids | ground.fitting.get(line.name, {}))
        else:
            name(case)
        _call(case, token, line, CHECKS)

    def wrong(case: Any) -> None:
        name(case)
        _call(case, token, line, CHECKS_OF_WRONG)

    def name(case: Any) -> None:
        states = [state for state in ground.others if state.keys() & (case.path_parameters or {}).keys()]
        if chance.random() < REAL_IDS:
            other = chance.choice(states) if states and chance.random() < OTHER_STATE else {}
            _name(case, ground.world.ids | other)

    _draw(operation.as_strategy(generation_mode=GenerationMode.POSITIVE), right, cases=cases // 2, start=start)
    with suppress(Unsatisfiable):  # what takes nothing cannot be given anything wrong
        _draw(operation.as_strategy(generation_mode=GenerationMode.NEGATIVE), wrong, cases=cases // 2, start=start)
    return line


def _draw(strategy: Any, look: Callable[[Any], None], *, cases: int, start: int) -> None:
    @seed(start)
    @settings(
        max_examples=cases,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=strategy)
    def one(case: Any) -> None:
        look(case)

    one()


def _name(case: Any, ids: dict[str, str]) -> None:
    """Have the case name what is there."""
    for name in case.path_parameters or {}:
        if name.endswith("_id"):
            case.path_parameters[name] = ids[name]


def _say_rightly(case: Any, chance: random.Random) -> None:
    """Give a right case what its schema could not say: a file that can be read, an address, a column that is there."""
    if case.media_type == "multipart/form-data":
        case.body = {"file": Binary(chance.choice(TABLES))}
    elif isinstance(case.body, Binary):
        case.body = Binary(chance.choice(TABLES))
    for said in (case.query, case.body):
        for name in RIGHT_VALUES.keys() & said.keys() if isinstance(said, dict) else ():
            if (value := chance.choice(RIGHT_VALUES[name])) is None:
                del said[name]
            else:
                said[name] = value


def _call(case: Any, token: str, line: Line, checks: list[Any]) -> None:
    headers = {"Authorization": f"Bearer {token}", "Host": "localhost", "Accept-Encoding": "identity"}
    raw = {"data": case.body.data} if isinstance(case.body, Binary) else {}  # schemathesis would send none of it
    with transaction.atomic():
        response = case.call(headers=headers, **raw)
        transaction.set_rollback(True)
    line.cases += 1
    line.statuses[response.status_code] += 1
    try:
        case.validate_response(response, checks=checks)
    except FailureGroup as group:
        for failure in group.exceptions:
            line.failures[_say(failure, case, response)] += 1
    except Failure as failure:
        line.failures[_say(failure, case, response)] += 1


def _say(failure: Exception, case: Any, response: Any) -> str:
    title = getattr(failure, "title", type(failure).__name__)
    sent = {name: getattr(case, name) for name in ("path_parameters", "query", "headers", "body")}
    return f"{title}: {str(failure)[:300]} | {response.status_code} | {str(sent)[:400]}"

"""Events of a run: known by their type, in JSON as in Python, with the stages in the order in which they come."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from persona.events import (
    STAGES,
    Completed,
    Event,
    Failed,
    PersonaCreated,
    Progress,
    Stage,
    Started,
    UsageUpdated,
)
from persona.models import PersonaConfig, Usage
from tests.persona.exporting.results import PERSONA, RESULT

EVENT: TypeAdapter[Event] = TypeAdapter(Event)
EVENTS: dict[str, Event] = {
    "generation.started": Started(config=PersonaConfig(count=2), rows=80),
    "generation.progress": Progress(stage="group", done=3, total=9, sizes=(40, 40)),
    "persona.created": PersonaCreated(persona=PERSONA),
    "usage.updated": UsageUpdated(usage=Usage(requests=2, cost_usd=None)),
    "generation.completed": Completed(result=RESULT),
    "generation.failed": Failed(code="no_data", message="There is no data yet."),
}


@pytest.mark.parametrize("name", EVENTS)
def test_an_event_is_known_by_its_type(name: str) -> None:
    event = EVENTS[name]

    assert event.type == name
    assert EVENT.validate_json(EVENT.dump_json(event)) == event


def test_every_kind_of_event_is_among_those_tried() -> None:
    union, _ = get_args(Event)

    assert {type(event) for event in EVENTS.values()} == set(get_args(union))


@pytest.mark.parametrize("told", [{}, {"type": "generation.paused"}, {"type": "generation.started", "rows": 3}])
def test_what_is_no_event_is_refused(told: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        EVENT.validate_python(told)


def test_stages_are_listed_in_the_order_in_which_they_come() -> None:
    assert get_args(Stage) == STAGES == ("read", "profile", "group", "write", "check")


def test_a_stage_that_is_none_is_refused() -> None:
    with pytest.raises(ValidationError, match="stage"):
        Progress.model_validate({"stage": "think", "done": 0, "total": 1})


def test_a_failure_says_what_to_do_only_where_something_can_be_done() -> None:
    assert Failed(code="x", message="y").model_dump() == {
        "type": "generation.failed",
        "code": "x",
        "message": "y",
        "hint": "",
        "retryable": False,
    }

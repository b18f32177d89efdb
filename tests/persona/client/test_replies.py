"""What a server answers, as values of the library; words of tomorrow are passed over, wrong ones are told."""

from __future__ import annotations

from typing import Any

import pytest

from persona.client import replies
from persona.client.replies import RunInfo, SourceInfo
from persona.events import Progress, Started, UsageUpdated
from persona.exceptions import ConfigurationError
from persona.models import PersonaConfig, Usage
from tests.persona.exporting.results import PERSONA

URL = "https://persona.example.com"


@pytest.mark.parametrize(
    ("kind", "payload", "expected"),
    [
        (
            "generation.started",
            {"config": {"count": 3, "seed": 5, "of_tomorrow": 1}, "rows": 20},
            Started(config=PersonaConfig(count=3, seed=5), rows=20),
        ),
        (
            "generation.progress",
            {"stage": "group", "done": 1, "total": 4, "part": 0.5, "message": "Comparing", "of_tomorrow": 1},
            Progress(stage="group", done=1, total=4, part=0.5, message="Comparing"),
        ),
        (
            "usage.updated",
            {"requests": 2, "input_tokens": 9, "output_tokens": 3, "cost_usd": None},
            UsageUpdated(usage=Usage(requests=2, input_tokens=9, output_tokens=3, cost_usd=None)),
        ),
        ("persona.created", {"position": 1}, None),
        ("generation.dreamt", {}, None),
    ],
)
def test_events(kind: str, payload: dict[str, Any], expected: object) -> None:
    assert replies.event(kind, payload, URL) == expected


def test_a_persona_keeps_what_the_library_knows_of_it() -> None:
    told = PERSONA.model_dump(mode="json")
    told |= {"id": "0189", "position": told.pop("index"), "portrait": "/portraits/1.svg"}

    assert replies.persona(told, URL) == PERSONA


@pytest.mark.parametrize(
    ("payload", "kind"),
    [
        ({"stage": "dream", "done": 0, "total": 1}, "generation.progress"),
        ({"requests": "many"}, "usage.updated"),
        ({"config": {"count": 99}, "rows": 1}, "generation.started"),
    ],
)
def test_what_this_library_cannot_hold_names_the_server(payload: dict[str, Any], kind: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        replies.event(kind, payload, URL)

    assert (caught.value.code, caught.value.message, caught.value.hint) == (
        "server_newer",
        f"This library cannot read what {URL} sends.",
        "Bring both to the same version.",
    )


@pytest.mark.parametrize("content", [b"", b"<html>", b"[]", b'{"schema_version": "2"}'])
def test_what_is_no_result_is_told(content: bytes) -> None:
    with pytest.raises(ConfigurationError) as caught:
        replies.result(content, URL)

    assert caught.value.code == "server_newer"


@pytest.mark.parametrize(
    ("status", "is_finished"),
    [("queued", False), ("running", False), ("done", True), ("failed", True), ("cancelled", True)],
)
def test_a_run_is_finished_or_not(status: str, *, is_finished: bool) -> None:
    told = {"id": "r", "experiment": "e", "number": 1, "status": status, "percent": 3, "events": 4, "rows": 5}

    assert replies.read(RunInfo, {**told, "of_tomorrow": 1}, URL).is_finished is is_finished


def test_a_source_says_how_far_it_is() -> None:
    told = {"id": "d", "name": "a.csv", "status": "reading", "progress": 40, "of_tomorrow": 1}

    assert replies.read(SourceInfo, told, URL) == SourceInfo(id="d", name="a.csv", status="reading", progress=40)

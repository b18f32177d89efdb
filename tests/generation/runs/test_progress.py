"""A run in the words of its page, from the first second to the last."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from generation.models import Persona, Run
from generation.runs import stages
from generation.runs.progress import RunProgress, StageLine
from generation.runs.stages import Mark
from persona.models import PersonaConfig

NOW = timezone.now()
READ = Mark(stage="read", started=NOW - timedelta(seconds=40), ended=NOW - timedelta(seconds=36))
GROUPED = Mark(stage="group", started=READ.ended, ended=NOW - timedelta(seconds=5))  # type: ignore[arg-type]
WRITING = Mark(stage="write", started=NOW - timedelta(seconds=5), done=1, total=3)


def progress(*marks: Mark, personas: int = 0, **fields: Any) -> RunProgress:
    config = PersonaConfig().model_dump(mode="json")
    defaults = {"status": "running", "rows": 240, "config": config, "stages": stages.dump(marks)}
    people = [Persona(position=i + 1, name=f"P{i + 1}", size=20) for i in range(personas)]
    return RunProgress(Run(**defaults | fields), people)


def test_waiting_run() -> None:
    found = progress(status="queued", awaits_data=True)

    assert (found.heading, found.doing, found.percent, found.time_left, found.coming) == (
        "Waiting to begin",
        "It begins as soon as a worker is free.",
        0,
        "",
        [],
    )
    assert [line.state for line in found.lines] == ["", "", "", ""]


def test_run_that_writes() -> None:
    found = progress(READ, GROUPED, WRITING, personas=1, sizes=[120, 70, 50])

    assert (found.heading, found.doing, found.coming) == (
        "Writing your personas",
        "Writing persona 2 of 3 now.",
        [70, 50],
    )
    assert found.lines == [
        StageLine("Reading", "done", "check", "0:04", "240 rows"),
        StageLine("Grouping", "done", "check", "0:31", "3 groups found"),
        StageLine("Writing personas", "now", "spin", "1 of 3", "One portrait for each group"),
        StageLine("Checking quotes", "", "quote", "", "Each statement against the exact words"),
    ]


def test_time_left_follows_from_the_time_so_far() -> None:
    now = timezone.now()
    began, ended = now - timedelta(seconds=40), now
    marks = (Mark(stage="read", started=began, ended=ended), Mark(stage="group", started=ended, ended=ended))

    assert progress(*marks).time_left == "about 50 seconds left"


def test_stage_without_a_word_of_its_own_says_its_title() -> None:
    found = progress(READ, Mark(stage="group", started=NOW, message="Trying 3 groups"))

    assert found.doing == "Grouping now."
    assert found.lines[1] == StageLine("Grouping", "now", "spin", "", "Trying 3 groups")


@pytest.mark.parametrize(("age", "interval"), [(0, 400), (9, 400), (11, 1000), (3600, 1000)])
def test_page_asks_more_often_while_the_run_is_young(age: int, interval: int) -> None:
    assert progress(created=timezone.now() - timedelta(seconds=age)).poll_ms == interval


def test_run_that_is_being_stopped() -> None:
    found = progress(READ, cancel_requested=True)

    assert (found.heading, found.doing, found.time_left) == ("Stopping the run", "Finished personas are kept.", "")


@pytest.mark.parametrize(("status", "state", "icon"), [("failed", "fail", "x"), ("cancelled", "", "pause")])
def test_run_that_ended_early_says_where(status: str, state: str, icon: str) -> None:
    found = progress(READ, GROUPED, WRITING, personas=1, status=status, sizes=[120, 70, 50])

    assert found.stopped_at == "Writing personas"
    assert found.lines[2] == StageLine("Writing personas", state, icon, "1 of 3", "Stopped here")


def test_run_that_failed_before_its_first_stage() -> None:
    assert progress(status="failed").stopped_at == "Reading"


def test_done_run() -> None:
    marks = [mark.model_copy(update={"ended": NOW}) for mark in (READ, GROUPED, WRITING)]
    found = progress(*marks, Mark(stage="check", started=NOW, ended=NOW), personas=3, status="done", sizes=[1, 1, 1])

    assert (found.heading, found.percent, found.coming, found.people) == ("Your personas are ready", 100, [], 3)
    assert (found.doing, found.time_left) == ("", "")
    assert [line.note for line in found.lines] == [
        "240 rows",
        "3 groups found",
        "3 written",
        "Every quote found again in the data",
    ]

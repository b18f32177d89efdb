"""Stages: begun, gone on, ended, and how much of the whole that makes."""

from datetime import UTC, datetime, timedelta

import pytest

from generation.runs import stages
from generation.runs.stages import Mark
from persona.events import Progress

NOW = datetime(2026, 5, 18, 9, 38, tzinfo=UTC)
LATER = NOW + timedelta(seconds=4)


def test_advance_begins_the_first_stage() -> None:
    marks = stages.advance((), Progress(stage="read", done=0, total=240), NOW)

    assert marks == (Mark(stage="read", started=NOW, done=0, total=240),)


def test_advance_within_a_stage_keeps_its_beginning_and_its_last_message() -> None:
    marks = (Mark(stage="group", started=NOW, done=0, total=10, message="Comparing answers"),)

    assert stages.advance(marks, Progress(stage="group", done=5, total=10), LATER) == (
        Mark(stage="group", started=NOW, done=5, total=10, message="Comparing answers"),
    )


def test_a_part_of_the_next_unit_moves_the_bar_and_is_forgotten_when_the_unit_is_done() -> None:
    marks = (Mark(stage="write", started=NOW, done=0, total=4),)
    half = stages.advance(marks, Progress(stage="write", done=0, total=4, part=0.5), LATER)

    assert half == (Mark(stage="write", started=NOW, done=0, total=4, begun=0.5),)
    assert stages.percent(half) == 5
    assert stages.percent(stages.advance(half, Progress(stage="write", done=1, total=4), LATER)) == 10


def test_advance_to_another_stage_ends_the_last() -> None:
    marks = (Mark(stage="read", started=NOW, done=240, total=240),)

    assert stages.advance(marks, Progress(stage="profile", done=0, total=9), LATER) == (
        Mark(stage="read", started=NOW, ended=LATER, done=240, total=240),
        Mark(stage="profile", started=LATER, done=0, total=9),
    )


def test_end_of_nothing_is_nothing() -> None:
    assert stages.end((), NOW) == ()


def test_end_twice_keeps_the_first_end() -> None:
    once = stages.end((Mark(stage="check", started=NOW),), LATER)

    assert stages.end(once, LATER + timedelta(hours=1)) == once


def test_marks_come_back_from_json_as_they_were() -> None:
    marks = (Mark(stage="read", started=NOW, ended=LATER, done=1, total=1, message="Read"),)

    assert stages.load(stages.dump(marks)) == marks


@pytest.mark.parametrize(
    ("marks", "percent"),
    [
        ((), 0),
        ((Mark(stage="read", started=NOW, done=0, total=0),), 0),
        ((Mark(stage="read", started=NOW, ended=LATER),), 4),
        ((Mark(stage="read", started=NOW, ended=LATER), Mark(stage="group", started=NOW, done=5, total=10)), 24),
        ((Mark(stage="group", started=NOW, done=50, total=10),), 40),
        (tuple(Mark(stage=stage, started=NOW, ended=LATER) for stage in stages.WEIGHTS), 100),
    ],
)
def test_percent_is_the_time_done_of_all_the_time(marks: tuple[Mark, ...], percent: int) -> None:
    assert stages.percent(marks) == percent

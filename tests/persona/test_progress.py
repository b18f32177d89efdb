"""Progress of a run: what is told while steps work, and where a wish to stop is heard."""

from __future__ import annotations

import pytest

from persona import progress
from persona.events import Event, Progress
from persona.exceptions import Cancelled
from persona.progress import PREPARING, Work


@pytest.fixture(autouse=True)
def told_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "TELL_EVERY", 0.0)


def test_preparing_is_told_as_a_part_of_the_next_persona() -> None:
    told: list[Event] = []
    work = Work(told.append, lambda: False)
    work.stage, work.wanted = "write", 3

    work.prepare(250, 1000)

    assert told == [Progress(stage="write", done=0, total=3, part=0.25, message=PREPARING)]


def test_a_wish_to_stop_is_heard_while_answers_are_counted() -> None:
    work = Work(lambda _: None, lambda: True)

    with pytest.raises(Cancelled):
        work.prepare(1, 2)

"""Work: what a run tells while it works, in order, and where it stops when somebody asks."""

from __future__ import annotations

import asyncio
from threading import Event as Signal

import pytest

from persona.events import Event, PersonaCreated, Progress
from persona.exceptions import Cancelled
from persona.progress import PREPARING, Work
from tests.persona.exporting.results import PERSONA


class Teller:
    """Keeps what it is told, and asks to stop once `stop` is set."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.stop = Signal()
        self.work = Work(self.events.append, self.stop.is_set)


@pytest.fixture
def teller(monkeypatch: pytest.MonkeyPatch) -> Teller:
    monkeypatch.setattr("persona.progress.TELL_EVERY", 0.0)
    return Teller()


def test_a_step_tells_that_it_begins_and_is_timed(teller: Teller) -> None:
    with teller.work.step("group", 9):
        teller.work.report(4, 9, "Looking for groups")

    assert teller.events == [
        Progress(stage="group", done=0, total=9),
        Progress(stage="group", done=4, total=9, message="Looking for groups"),
    ]
    assert list(teller.work.seconds) == ["group"]


def test_a_step_that_fails_is_not_timed(teller: Teller) -> None:
    with pytest.raises(ZeroDivisionError), teller.work.step("group", 9):
        raise ZeroDivisionError

    assert teller.work.seconds == {}


def test_many_reports_in_a_moment_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("persona.progress.TELL_EVERY", 3_600.0)
    teller = Teller()
    teller.work._told = float("-inf")

    for done in range(100):
        teller.work.report(done, 100)

    assert teller.events == [Progress(stage="read", done=0, total=100)]


@pytest.mark.parametrize(("done", "total", "part"), [(0, 0, 0.0), (1, 3, 0.333), (3, 3, 1.0)])
def test_what_comes_before_the_next_persona_is_a_part_of_it(teller: Teller, done: int, total: int, part: float) -> None:
    teller.work.stage, teller.work.finished, teller.work.wanted = "write", 2, 5

    teller.work.prepare(done, total)

    assert teller.events == [Progress(stage="write", done=2, total=5, part=part, message=PREPARING)]


def test_a_finished_persona_is_told_and_counted(teller: Teller) -> None:
    teller.work.wanted = 2

    teller.work.persona_done(PERSONA, resumed=True)

    assert teller.events == [
        PersonaCreated(persona=PERSONA, resumed=True),
        Progress(stage="write", done=1, total=2, message=f"{PERSONA.name} is ready"),
    ]


@pytest.mark.parametrize(
    ("finished", "message"),
    [(0, "Stopped before the first persona."), (2, "Stopped. 2 of 5 personas are finished and kept.")],
)
def test_whoever_asks_to_stop_is_told_what_is_kept(teller: Teller, finished: int, message: str) -> None:
    teller.work.finished, teller.work.wanted = finished, 5
    teller.stop.set()

    with pytest.raises(Cancelled) as stopped, teller.work.step("write", 5):
        pytest.fail("nothing is begun")

    assert (stopped.value.code, stopped.value.message, teller.events) == ("cancelled", message, [])


def test_heavy_work_gives_its_value_or_its_fault(teller: Teller) -> None:
    assert asyncio.run(teller.work.on_thread(sum, [1, 2, 3])) == 6
    with pytest.raises(ZeroDivisionError):
        asyncio.run(teller.work.on_thread(lambda: 1 // 0))


def test_a_wish_to_stop_is_heard_while_a_thread_works(teller: Teller) -> None:
    """The thread ends where it asks next; what it finds is thrown away."""
    ends = Signal()

    def endless() -> None:
        teller.stop.set()
        ends.wait(60)

    try:
        with pytest.raises(Cancelled):
            asyncio.run(teller.work.on_thread(endless))
        assert not ends.is_set()
    finally:
        ends.set()


def test_a_wish_to_stop_is_heard_while_others_are_waited_for(teller: Teller) -> None:
    ended: list[str] = []

    async def waiting() -> None:
        teller.stop.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("cancelled")

    with pytest.raises(Cancelled):
        asyncio.run(teller.work.listening(waiting()))

    assert ended == ["cancelled"]


def test_what_is_waited_for_gives_its_value(teller: Teller) -> None:
    async def soon() -> str:
        return "there"

    assert asyncio.run(teller.work.listening(soon())) == "there"

"""Progress of a run: what is told while steps work, and where a wish to stop is heard."""

from __future__ import annotations

import asyncio
from threading import Event as Signal
from threading import Lock
from typing import TYPE_CHECKING

import pytest

from persona import progress
from persona.events import Event, PersonaCreated, Progress
from persona.exceptions import Cancelled
from persona.messages import hint, sentence
from persona.progress import PREPARING, Work

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.persona.conftest import Finished


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


def stopped_after(looks: int) -> Callable[[], bool]:
    """A wish to stop that is not there the first so many times somebody asks."""
    asked = iter(range(looks))
    return lambda: next(asked, None) is None


def silent(*_: object) -> None:
    """Nobody listens."""


def test_a_step_is_told_when_it_begins_and_timed_when_it_ends() -> None:
    told: list[Event] = []
    work = Work(told.append, lambda: False)

    with work.step("group", 4):
        assert (work.stage, work.seconds) == ("group", {})

    assert told == [Progress(stage="group", done=0, total=4)]
    assert list(work.seconds) == ["group"]
    assert 0 <= work.seconds["group"] < 5


def test_a_step_that_fails_is_not_timed() -> None:
    work = Work(silent, lambda: False)

    with pytest.raises(ZeroDivisionError), work.step("read", 1):
        raise ZeroDivisionError

    assert work.seconds == {}


def test_what_is_done_inside_a_step_is_told_under_its_name() -> None:
    told: list[Event] = []
    work = Work(told.append, lambda: False)
    with work.step("profile", 9):
        work.report(3, 9, "three of nine")

    assert told[1:] == [Progress(stage="profile", done=3, total=9, message="three of nine")]


def test_progress_that_comes_too_soon_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "TELL_EVERY", 3_600.0)
    told: list[Event] = []
    work = Work(told.append, lambda: False)
    work._told = progress.time.monotonic()

    work.report(1, 9)
    work.prepare(1, 9)

    assert told == []


def test_nothing_to_prepare_is_no_part() -> None:
    told: list[Event] = []

    Work(told.append, lambda: False).prepare(0, 0)

    assert told == [Progress(stage="read", done=0, total=0, part=0.0, message=PREPARING)]


def test_each_persona_is_told_with_how_many_are_ready(finished: Finished) -> None:
    first, second = finished.output.result().personas
    told: list[Event] = []
    work = Work(told.append, lambda: False)
    work.wanted = 2

    work.persona_done(first, resumed=True)
    work.persona_done(second, resumed=False)

    assert told == [
        PersonaCreated(persona=first, resumed=True),
        Progress(stage="write", done=1, total=2, message=f"{first.name} is ready"),
        PersonaCreated(persona=second, resumed=False),
        Progress(stage="write", done=2, total=2, message=f"{second.name} is ready"),
    ]


@pytest.mark.parametrize(("done", "code"), [(0, "run_cancelled_early"), (2, "run_cancelled")])
def test_who_stops_is_told_what_is_kept(done: int, code: str) -> None:
    work = Work(silent, lambda: True)
    work.finished, work.wanted = done, 5

    with pytest.raises(Cancelled) as stopped:
        work.stop_if_asked()

    assert (stopped.value.message, stopped.value.hint) == (sentence(code, done=done, total=5), hint(code))


@pytest.mark.parametrize("ask", ["step", "report", "prepare"])
def test_each_way_to_tell_hears_a_wish_to_stop(ask: str) -> None:
    work = Work(silent, lambda: True)
    ways: dict[str, Callable[[], object]] = {
        "step": lambda: work.step("read", 1).__enter__(),
        "report": lambda: work.report(1, 2),
        "prepare": lambda: work.prepare(1, 2),
    }

    with pytest.raises(Cancelled):
        ways[ask]()


def test_heavy_work_gives_its_value_and_its_error_back() -> None:
    work = Work(silent, lambda: False)

    assert asyncio.run(work.on_thread(divmod, 17, 5)) == (3, 2)
    assert asyncio.run(work.on_thread(int, "ff", base=16)) == 255
    with pytest.raises(ZeroDivisionError):
        asyncio.run(work.on_thread(divmod, 1, 0))


def test_heavy_work_is_not_waited_for_once_somebody_asks_to_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "LISTEN_EVERY", 0.001)
    free, ended = Signal(), Signal()

    def heavy() -> None:
        free.wait(30)
        ended.set()

    with pytest.raises(Cancelled):
        asyncio.run(Work(silent, stopped_after(2)).on_thread(heavy))

    assert not ended.is_set()
    free.set()
    assert ended.wait(30)


def test_work_that_was_stopped_before_it_began_does_not_begin() -> None:
    begun = []

    with pytest.raises(Cancelled):
        asyncio.run(Work(silent, lambda: True).on_thread(begun.append, 1))

    assert begun == []


async def _answer(value: int) -> int:
    await asyncio.sleep(0)
    return value


def test_waiting_for_others_gives_their_value_or_ends_at_a_wish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "LISTEN_EVERY", 0.001)

    assert asyncio.run(Work(silent, lambda: False).listening(_answer(7))) == 7
    with pytest.raises(Cancelled):
        asyncio.run(Work(silent, stopped_after(1)).listening(asyncio.sleep(30)))


def test_no_more_than_two_heavy_steps_work_at_a_time() -> None:
    running: list[int] = []
    most: list[int] = []
    lock = Lock()

    def heavy(number: int) -> None:
        with lock:
            running.append(number)
            most.append(len(running))
        Signal().wait(0.002)
        with lock:
            running.remove(number)

    async def all_at_once() -> None:
        work = Work(silent, lambda: False)
        await asyncio.gather(*(work.on_thread(heavy, number) for number in range(6)))

    asyncio.run(all_at_once())

    assert len(most) == 6
    assert max(most) <= progress.HANDS

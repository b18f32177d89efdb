"""Progress of one run: events in order from any thread, seconds by step, and a place to stop."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import Future
from contextlib import contextmanager
from threading import Semaphore, Thread
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from persona.events import Event, PersonaCreated, Progress, Stage
from persona.exceptions import Cancelled
from persona.messages import hint, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator

    from persona.models import Persona

P = ParamSpec("P")
Value = TypeVar("Value")
LISTEN_EVERY = 0.25  # seconds between two looks at a wish to stop
PREPARING = "Counting who says the same"
HANDS = 2  # heavy steps at a time, of all runs in one process
TELL_EVERY = 0.2  # seconds: more often, and pages and terminals only flicker
_hands = Semaphore(HANDS)


class Work:
    """What the steps tell while they work. `tell` and `should_stop` may be called from any thread."""

    def __init__(self, tell: Callable[[Event], object], should_stop: Callable[[], bool]) -> None:
        self.tell = tell
        self.should_stop = should_stop
        self.stage: Stage = "read"
        self.seconds: dict[str, float] = {}
        self.finished = 0  # personas
        self.wanted = 0
        self._told = 0.0

    @contextmanager
    def step(self, stage: Stage, total: int) -> Iterator[None]:
        """One of the five steps: told when it begins, stopped on request, timed."""
        self.stop_if_asked()
        self.stage = stage
        self.tell(Progress(stage=stage, done=0, total=total))
        began = time.perf_counter()
        yield
        self.seconds[stage] = round(time.perf_counter() - began, 3)

    def report(self, done: int, total: int, message: str = "") -> None:
        """Progress inside a step, for its `on_progress`."""
        self.stop_if_asked()
        now = time.monotonic()
        if now - self._told >= TELL_EVERY:
            self._told = now
            self.tell(Progress(stage=self.stage, done=done, total=total, message=message))

    def prepare(self, done: int, total: int) -> None:
        """Progress of what comes before the next persona: a part of it."""
        self.stop_if_asked()
        now = time.monotonic()
        if now - self._told >= TELL_EVERY:
            self._told = now
            part = round(done / total, 3) if total else 0.0
            told = Progress(stage=self.stage, done=self.finished, total=self.wanted, part=part, message=PREPARING)
            self.tell(told)

    def persona_done(self, persona: Persona, *, resumed: bool) -> None:
        self.finished += 1
        self.tell(PersonaCreated(persona=persona, resumed=resumed))
        ready = f"{persona.name} is ready"
        self.tell(Progress(stage="write", done=self.finished, total=self.wanted, message=ready))

    async def on_thread(self, call: Callable[P, Value], *args: P.args, **kwargs: P.kwargs) -> Value:
        """Heavy work beside the event loop, so that heartbeats and other tasks go on.

        A wish to stop is heard at once: what the thread still does is thrown away, and it ends where it asks next.
        """
        self.stop_if_asked()
        work = asyncio.wrap_future(_on_thread(lambda: call(*args, **kwargs)))
        try:
            while not (await asyncio.wait({work}, timeout=LISTEN_EVERY))[0]:
                self.stop_if_asked()
            return work.result()
        finally:
            work.cancel()

    async def listening(self, call: Coroutine[None, None, Value]) -> Value:
        """The value of a coroutine that waits for others; a wish to stop is heard at once."""
        task = asyncio.ensure_future(call)
        try:
            while not (await asyncio.wait({task}, timeout=LISTEN_EVERY))[0]:
                self.stop_if_asked()
            return task.result()
        finally:
            task.cancel()

    def stop_if_asked(self) -> None:
        """Raise Cancelled when somebody asked to stop."""
        if self.should_stop():
            code = "run_cancelled" if self.finished else "run_cancelled_early"
            raise Cancelled(sentence(code, done=self.finished, total=self.wanted), hint=hint(code))


def _on_thread(call: Callable[[], Value]) -> Future[Value]:
    """`call` on a thread of its own: a loop that closes does not wait for work that nobody wants any more.

    Of many runs in one process only some work at a time: the others wait aside, not for a turn at the interpreter.
    """
    future: Future[Value] = Future()
    future.set_running_or_notify_cancel()

    def run() -> None:
        try:
            with _hands:
                result = call()
            future.set_result(result)
        except BaseException as exc:  # noqa: BLE001 -- raised again where the work is awaited
            future.set_exception(exc)

    Thread(target=run).start()
    return future

"""The supervisor: children under one parent, started again when they die, gone when it goes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from persona_web.layout import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TICK = 0.1
LONG_LIFE = 60.0  # seconds after which a death is no longer counted with those before it
MAX_PAUSE = 30.0
TRIES_BEFORE_READY = 3


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def pause_after(deaths: int) -> float:
    """Half a second after the first death, then twice as long each time."""
    return min(MAX_PAUSE, 0.25 * 2**deaths)


class Child:
    """One process, leader of its own session: a Ctrl-C in the terminal reaches the parent alone."""

    def __init__(self, name: str, command: Sequence[str], *, grace: float) -> None:
        self.name, self.command, self.grace = name, command, grace
        self.deaths = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._since = 0.0  # started, or to be started, then

    def _start(self) -> None:
        self._since = time.monotonic()
        self._process = subprocess.Popen(
            self.command,
            cwd=ROOT,
            start_new_session=True,
            preexec_fn=_end_with_parent,  # noqa: PLW1509 -- the supervisor has one thread
        )

    def tend(self) -> None:
        """Start it, and again when it has died, after pauses that double."""
        now = time.monotonic()
        if self._process is None:
            if now >= self._since:
                self._start()
        elif self._process.poll() is not None:
            self._bury(self._process.returncode, now)
        elif self.deaths and now - self._since > LONG_LIFE:
            self.deaths = 0

    def _bury(self, code: int, now: float) -> None:
        self.kill()  # what it had started itself
        self.deaths += 1
        pause = pause_after(self.deaths)
        say(f"The {self.name} has stopped ({code}). Starting it again in {pause:g} s.")
        self._process, self._since = None, now + pause

    def ask_to_stop(self) -> None:
        """Tell the leader only: its own children wait for its word."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()

    @property
    def has_stopped(self) -> bool:
        return self._process is None or self._process.poll() is not None

    def kill(self) -> None:
        """End all that is left of its session."""
        if self._process is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()


class Supervisor:
    """Runs children until a signal asks it to stop; a second signal does not wait.

    The first child goes ahead: the others start when people can be told that it answers.
    """

    def __init__(self, children: Sequence[Child], *, is_ready: Callable[[], bool], greeting: str) -> None:
        self.children = children
        self.is_ready = is_ready
        self.greeting = greeting
        self.signals = 0

    def run(self) -> int:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)
        try:
            return 0 if (self._until_ready() and self._until_asked()) or self.signals else 1
        finally:
            self._stop()

    def _on_signal(self, *_: object) -> None:
        self.signals += 1

    def _until_ready(self) -> bool:
        first = self.children[0]
        while not self.signals and first.deaths < TRIES_BEFORE_READY:
            first.tend()
            if self.is_ready():
                say(self.greeting)
                return True
            time.sleep(TICK)
        if not self.signals:
            say(f"The {first.name} does not start. What it said is above.")
        return False

    def _until_asked(self) -> bool:
        while not self.signals:
            for child in self.children:
                child.tend()
            time.sleep(TICK)
        return True

    def _stop(self) -> None:
        already, asked = self.signals, time.monotonic()
        for child in self.children:
            child.ask_to_stop()
        while self.signals == already and any(
            not child.has_stopped and time.monotonic() - asked < child.grace for child in self.children
        ):
            time.sleep(TICK / 2)
        for child in self.children:
            child.kill()


def _end_with_parent() -> None:
    """In the child: ask Linux to end it should the parent die without a word (elsewhere it lives on)."""
    if sys.platform == "linux":
        import ctypes

        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)

"""Races: many threads send the same request with the same key at the same moment, again and again."""

from __future__ import annotations

import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import connection

from tests.api.conftest import Program

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test.client import _MonkeyPatchedWSGIResponse as Response

    Send = Callable[[Program, dict[str, str]], Response]

PATIENCE = 60.0


@dataclass
class Outcome:
    """What came of all rounds."""

    rounds: int
    ids: list[set[str]] = field(default_factory=list)  # what the answers of a round named
    statuses: Counter[int] = field(default_factory=Counter)

    @property
    def made(self) -> set[str]:
        return {each for ids in self.ids for each in ids}

    @property
    def is_once_each(self) -> bool:
        """One thing a round, and another in each."""
        return all(len(ids) == 1 for ids in self.ids) and len(self.made) == self.rounds


def race(token: str, send: Send, *, threads: int, rounds: int) -> Outcome:
    """In each round `threads` programs send the same; who is told to wait (409) sends again until it is answered."""
    outcome = Outcome(rounds)
    lock = threading.Lock()
    for number in range(rounds):
        ids: set[str] = set()
        start = threading.Barrier(threads)

        def run(number: int = number, ids: set[str] = ids, start: threading.Barrier = start) -> None:
            program = Program(token)
            start.wait()
            answers = _until_answered(program, send, {"Idempotency-Key": f"round {number}"})
            with lock:
                outcome.statuses.update(answers.statuses)
                ids.update(answers.ids)

        runners = [threading.Thread(target=run) for _ in range(threads)]
        for runner in runners:
            runner.start()
        for runner in runners:
            runner.join()
        outcome.ids.append(ids)
    return outcome


@dataclass
class _Answers:
    statuses: list[int] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)


def _until_answered(program: Program, send: Send, headers: dict[str, str]) -> _Answers:
    found, deadline = _Answers(), time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        response = send(program, headers)
        connection.close()  # as a server does after each request
        found.statuses.append(response.status_code)
        if response.status_code != 409:
            found.ids.append(response.json().get("id", f"none: {response.content[:200]!r}"))
            break
        time.sleep(0.02)  # it was told to come again
    return found

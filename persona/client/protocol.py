"""What a step of a conversation may ask for, and how one request is carried through faults that pass."""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field, replace
from random import uniform
from typing import TYPE_CHECKING, Any, TypeVar

from persona.client import faults
from persona.ids import uuid7

if TYPE_CHECKING:
    from pathlib import Path

    from persona.events import Event

TRIES = 5
LONGEST_WAIT = 65.0  # a rate limit ends within a minute
PASSING = (429, 502, 503, 504)
KEY = "idempotency-key"


@dataclass(frozen=True)
class Call:
    """One request; a file is sent as it lies on the disk."""

    method: str
    path: str
    query: Mapping[str, str | int] = field(default_factory=dict)
    body: Any = None
    file: Path | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]  # names in lower case
    content: bytes

    @property
    def is_good(self) -> bool:
        """Redirects are not: they would lose the token or the file on the way."""
        return self.status < 300 or self.status == 304

    def json(self) -> Any:
        return json.loads(self.content)


@dataclass(frozen=True)
class Lost:
    """No answer came."""

    reason: str


@dataclass(frozen=True)
class Pause:
    seconds: float


Value = TypeVar("Value")
# A conversation: it yields what it wants (or an event for the listener) and is sent what came of it.
Step = Generator["Call | Pause | Event", "Answer | Lost | None", Value]


def ask(call: Call, url: str) -> Step[Answer]:
    """Send a request, again while what is wrong may pass; a POST has a key, so that it happens once.

    Raises:
        PersonaError: the server refuses, with its own words; or it could not be reached.
    """
    if call.method == "POST":
        call = replace(call, headers={**call.headers, KEY: str(uuid7())})
    for tried in range(1, TRIES + 1):
        answer = yield call
        if isinstance(answer, Answer) and answer.is_good:
            return answer
        fault, wait = _judged(answer, url)
        if wait is None or tried == TRIES:
            raise fault
        yield Pause(max(wait, uniform(0.5, 1) * 2 ** (tried - 2)))  # noqa: S311 -- spreads load, keeps no secret
    raise AssertionError  # the last try has raised


def _judged(answer: Answer | Lost | None, url: str) -> tuple[Exception, float | None]:
    """The fault, and how long to wait before it may have passed; None when it will not."""
    if not isinstance(answer, Answer):
        return faults.unreachable(url, answer.reason if answer else "nothing"), 0.0
    fault = faults.of(answer.status, answer.content, answer.headers, url)
    wait = seconds(answer)
    may_pass = answer.status in PASSING or fault.code == "in_progress"
    return fault, wait if may_pass and wait <= LONGEST_WAIT else None


def seconds(answer: Answer, otherwise: float = 0.0) -> float:
    """What the answer's Retry-After asks for."""
    try:
        return max(float(answer.headers.get("retry-after", otherwise)), 0.0)
    except ValueError:  # a date, which our server does not send
        return otherwise

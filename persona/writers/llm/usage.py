"""Usage of a run against its budget: what was asked, what it cost, and whether the next call still fits the budget.

Every call is written down before it is made, so that a killed run knows what may have been paid for.
"""

from __future__ import annotations

import asyncio
import json
import os
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, BinaryIO
from uuid import uuid4

from pydantic import ValidationError

from persona.exceptions import BudgetExceededError
from persona.messages import hint, sentence
from persona.models import Frozen, Usage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

CENT = 0.01


class Entry(Frozen):
    """One line: a call that is about to be made (`usage` is None), or what became of it."""

    call: str
    persona: int
    worst: float = 0.0
    usage: Usage | None = None


class Call:
    """A call on its way; `usage` is set once it is answered, `unbilled` where the provider turned it away."""

    def __init__(self) -> None:
        self.usage: Usage | None = None
        self.unbilled = False


class UsageLog:
    """Keeps the sum of what is spent, of what calls in flight may cost, and of what may have been paid for nothing."""

    def __init__(
        self,
        path: Path | None = None,
        *,
        budget: float | None = None,
        on_usage: Callable[[Usage], object] | None = None,
    ) -> None:
        self.budget = budget
        self.path = path
        self._on_usage = on_usage
        self._by_persona: dict[int, Usage] = {}
        self._reserved: dict[str, float] = {}
        self._uncertain = 0.0
        self._settled = asyncio.Event()
        for entry in _read(path):
            self._book(entry)
        self._uncertain += sum(self._reserved.values())  # asked by an attempt that was killed
        self._reserved.clear()

    @property
    def usage(self) -> Usage:
        """What the run has used, in all its attempts."""
        return sum(self._by_persona.values(), Usage())

    def usage_of(self, persona: int) -> Usage:
        """What writing one persona has used."""
        return self._by_persona.get(persona, Usage())

    def note_cached(self, persona: int) -> None:
        """An answer was known already."""
        self._write(Entry(call=uuid4().hex, persona=persona, usage=Usage(cached=1)))

    @asynccontextmanager
    async def call(self, persona: int, worst: float) -> AsyncIterator[Call]:
        """Room for one call that may cost `worst`; waits for calls in flight where they are what is in the way.

        Raises:
            BudgetExceededError: it could go over the budget.
        """
        await self._make_room(worst)
        key, call = uuid4().hex, Call()
        self._write(Entry(call=key, persona=persona, worst=worst))
        try:
            yield call
        finally:
            lost = call.usage is None and not call.unbilled
            self._uncertain += worst if lost else 0.0
            self._write(Entry(call=key, persona=persona, usage=call.usage or Usage()), lost=lost)
            self._settled.set()

    async def _make_room(self, worst: float) -> None:
        while self.budget is not None and self._committed + sum(self._reserved.values()) + worst > self.budget:
            if not self._reserved or self._committed + worst > self.budget:
                raise self._exceeded(worst)
            self._settled.clear()
            await self._settled.wait()

    @property
    def _committed(self) -> float:
        return (self.usage.cost_usd or 0.0) + self._uncertain

    def _exceeded(self, worst: float) -> BudgetExceededError:
        budget, spent = self.budget or 0.0, self._committed
        values = {"budget": dollars(budget), "spent": dollars(spent), "estimate": dollars(worst)}
        message, advice = sentence("budget_exceeded", **values), hint("budget_exceeded", **values)
        return BudgetExceededError(message, hint=advice, spent=spent, budget=budget, estimate=worst)

    def _write(self, entry: Entry, *, lost: bool = False) -> None:
        self._book(entry)
        if self.path is not None and not lost:  # a later attempt, too, must count what was lost as paid for
            _append(self.path, entry)
        if entry.usage and entry.usage != Usage() and self._on_usage is not None:
            self._on_usage(self.usage)

    def _book(self, entry: Entry) -> None:
        if entry.usage is None:
            self._reserved[entry.call] = entry.worst
            return
        self._reserved.pop(entry.call, None)
        self._by_persona[entry.persona] = self.usage_of(entry.persona) + entry.usage


def dollars(amount: float) -> str:
    """An amount as people read it: cents, or as many places as small amounts need.

    >>> dollars(1.5), dollars(0.00042)
    ('$1.50', '$0.00042')
    """
    return f"${amount:,.2f}" if amount >= CENT or not amount else f"${amount:.2g}"


def _append(path: Path, entry: Entry) -> None:
    with path.open("ab+") as file:
        if _is_cut_off(file):
            file.write(b"\n")
        file.write(entry.model_dump_json(exclude_defaults=True).encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())


def _is_cut_off(file: BinaryIO) -> bool:
    """Whether an earlier attempt was killed within its last line, which must not take the next one along."""
    if not file.seek(0, os.SEEK_END):
        return False
    file.seek(-1, os.SEEK_END)
    return file.read() != b"\n"


def _read(path: Path | None) -> list[Entry]:
    """What earlier attempts wrote; a line that was cut off by a kill is none."""
    if path is None or not path.is_file():
        return []
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            found.append(Entry.model_validate(json.loads(line)))
        except (ValueError, ValidationError):
            continue
    return found

"""Stages of a run as a page shows them: when each began, how far it is, and how much of the whole that makes."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from persona.events import Progress, Stage
from persona.models import Frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

# Shares of the time of a run with the built-in writer, as measured on the two sample sets.
WEIGHTS: dict[Stage, int] = {"read": 4, "profile": 6, "group": 40, "write": 40, "check": 10}
# A model is waited for: nearly all of the time.
WEIGHTS_OF_MODELS: dict[Stage, int] = {"read": 2, "profile": 3, "group": 15, "write": 75, "check": 5}


class Mark(Frozen):
    """One stage that has begun."""

    stage: Stage
    started: datetime
    ended: datetime | None = None
    done: int = 0
    total: int = 0
    begun: float = 0.0  # of the next unit
    message: str = ""

    @property
    def part(self) -> float:
        """How much of the stage is done, 0 to 1."""
        if self.ended is not None:
            return 1.0
        return min((self.done + self.begun) / self.total, 1.0) if self.total else 0.0


_marks = TypeAdapter(tuple[Mark, ...])


def load(stored: Sequence[dict[str, Any]]) -> tuple[Mark, ...]:
    return _marks.validate_python(stored)


def dump(marks: Sequence[Mark]) -> list[dict[str, Any]]:
    return [mark.model_dump(mode="json") for mark in marks]


def advance(marks: Sequence[Mark], event: Progress, now: datetime) -> tuple[Mark, ...]:
    """The marks after `event`: the same stage goes on, another one ends the last."""
    news: dict[str, Any] = {"done": event.done, "total": event.total, "begun": event.part}
    if event.message:
        news["message"] = event.message
    if marks and marks[-1].stage == event.stage:
        return (*marks[:-1], marks[-1].model_copy(update=news))
    return (*end(marks, now), Mark(stage=event.stage, started=now, **news))


def end(marks: Sequence[Mark], now: datetime) -> tuple[Mark, ...]:
    """The marks with the last one ended."""
    if not marks or marks[-1].ended is not None:
        return tuple(marks)
    return (*marks[:-1], marks[-1].model_copy(update={"ended": now}))


def percent(marks: Sequence[Mark], *, by_model: bool = False) -> int:
    """How much of the whole run is done, 0 to 100."""
    weights = WEIGHTS_OF_MODELS if by_model else WEIGHTS
    return round(sum(weights[mark.stage] * mark.part for mark in marks))

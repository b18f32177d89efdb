"""The events that a webhook can ask for, under the names of the library: one registry for messages, API and pages."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

TEST = "webhook.test"
EventName = Literal[
    "generation.started",
    "generation.progress",
    "persona.created",
    "usage.updated",
    "generation.completed",
    "generation.failed",
]
"""The ids of `EVENTS`: written out, because types are checked before anything runs."""


@dataclass(frozen=True, slots=True)
class Event:
    """What pages call an event, and what of its own values a message tells: small, and nothing that people said."""

    words: str
    kept: tuple[str, ...]
    is_usual: bool = False
    """Whether the form of a new webhook proposes it."""


EVENTS: Mapping[EventName, Event] = MappingProxyType(
    {
        "generation.started": Event("Run started", ("rows",)),
        "generation.progress": Event("Step of a run began", ("stage", "done", "total")),
        "persona.created": Event("Persona ready", ("position", "resumed")),
        "usage.updated": Event("Cost changed", ("requests", "input_tokens", "output_tokens", "cost_usd")),
        "generation.completed": Event("Run finished", ("personas",), is_usual=True),
        "generation.failed": Event("Run failed or was stopped", ("code", "retryable"), is_usual=True),
    }
)
"""Every event by its name, in the order in which they happen."""
USUAL = tuple(name for name, event in EVENTS.items() if event.is_usual)
_BY_NAME: Mapping[str, Event] = {name: event for name, event in EVENTS.items()}  # noqa: C416 -- by any text

if tuple(EVENTS) != get_args(EventName):
    raise TypeError(f"EventName says {get_args(EventName)}, EVENTS {tuple(EVENTS)}: name the same in this order.")


def words(event: str) -> str:
    """The event as people read it."""
    return "Test" if event == TEST else _BY_NAME[event].words if event in _BY_NAME else event


def kept(event: str) -> tuple[str, ...]:
    """Which values of an event a message tells."""
    return _BY_NAME[event].kept if event in _BY_NAME else ()

"""The events that a webhook can ask for, under the names of the library, and what pages call them."""

from __future__ import annotations

TEST = "webhook.test"
EVENTS = {
    "generation.started": "Run started",
    "generation.progress": "Step of a run began",
    "persona.created": "Persona ready",
    "usage.updated": "Cost changed",
    "generation.completed": "Run finished",
    "generation.failed": "Run failed or was stopped",
}
USUAL = ("generation.completed", "generation.failed")


def words(event: str) -> str:
    """The event as people read it."""
    return "Test" if event == TEST else EVENTS.get(event, event)

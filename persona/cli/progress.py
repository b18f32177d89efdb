"""Progress of reading and of a run on the terminal; nothing is shown where nobody looks."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress as Bars

    from persona.events import Event, Stage

LABELS: dict[Stage, str] = {
    "read": "Reading",
    "profile": "Looking at columns",
    "group": "Grouping",
    "write": "Writing personas",
    "check": "Checking quotes",
}


class Unseen:
    """Takes note of nothing."""

    def on_bytes(self, done: int, total: int) -> None:
        """So much of the file has been read."""

    def on_event(self, event: Event) -> None:
        """What the run tells."""


class Shown(Unseen):
    """One bar, named after what is going on, and a line a finished persona."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self._bar = bars.add_task(LABELS["read"], total=None, note="")

    def on_bytes(self, done: int, total: int) -> None:
        self._bars.update(self._bar, description=LABELS["read"], completed=done, total=total)

    def on_event(self, event: Event) -> None:
        from persona.events import PersonaCreated, Progress

        if isinstance(event, Progress):
            self._bars.update(
                self._bar,
                description=LABELS[event.stage],
                completed=event.done + event.part,
                total=event.total,
                note=event.message,
            )
        elif isinstance(event, PersonaCreated):
            self._bars.console.print(f"  {event.persona.index}. {event.persona.name}", markup=False)


@contextmanager
def progress() -> Iterator[Unseen]:
    """Something that follows the work, and shows it while stderr is a terminal."""
    if not sys.stderr.isatty():
        yield Unseen()
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from persona.cli.output import console

    label, note = TextColumn("{task.description:<20}"), TextColumn("{task.fields[note]}")
    columns = (label, BarColumn(), TimeElapsedColumn(), note)
    with Progress(*columns, console=console(words=True), transient=True) as bars:
        yield Shown(bars)

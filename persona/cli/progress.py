"""Progress of a run on the terminal; nothing is shown where nobody looks."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from persona.events import Event, Stage

LABELS: dict[Stage, str] = {
    "read": "Reading",
    "profile": "Looking at columns",
    "group": "Grouping",
    "write": "Writing personas",
    "check": "Checking quotes",
}


@contextmanager
def shown() -> Iterator[Callable[[Event], None] | None]:
    """A listener for events that draws a bar a stage on stderr; None when stderr is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from persona.cli.output import console
    from persona.events import PersonaCreated
    from persona.events import Progress as Progressed

    columns = (
        TextColumn("{task.description:<20}"),
        BarColumn(),
        TextColumn("{task.fields[note]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console(words=True), transient=True) as bars:
        bar = bars.add_task(LABELS["read"], total=None, note="")

        def on_event(event: Event) -> None:
            if isinstance(event, Progressed):
                bars.update(
                    bar, description=LABELS[event.stage], completed=event.done, total=event.total, note=event.message
                )
            elif isinstance(event, PersonaCreated):
                bars.console.print(f"  {event.persona.index}. {event.persona.name}", markup=False)

        yield on_event

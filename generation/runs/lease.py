"""A watch beside the work: keeps the leases of runs alive and notices that somebody wants one to stop.

One thread looks after all runs of its process, with one question for all of them.
"""

from __future__ import annotations

import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

from django.conf import settings

from core import shutdown
from core.lease.heartbeat import heartbeat
from generation.runs.models import Run

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

LOOK_SECONDS = 0.5


@dataclass(eq=False)
class RunControl:
    """What others want of a run that is being carried out."""

    run: Run
    cancelled: bool = False  # somebody asked to stop it
    lost: bool = False  # another worker has taken it over, or it was deleted
    renewed: float = field(default_factory=time.monotonic)

    @property
    def interrupted(self) -> bool:
        """This worker has been asked to stop, so that another should go on."""
        return shutdown.asked.is_set()

    def should_stop(self) -> bool:
        return self.cancelled or self.lost or self.interrupted

    def hear(self, asked: bool | None) -> None:
        """Whether somebody asked to stop; None: the run is held no more. Renews the lease when it is time."""
        self.lost = self.lost or asked is None
        self.cancelled = self.cancelled or bool(asked)
        if not self.lost and time.monotonic() - self.renewed > settings.ENV.lease_seconds / 3:
            self.lost = not Run.objects.renew(self.run)
            self.renewed = time.monotonic()


def look(watched: Collection[RunControl]) -> None:
    """Ask the rows what is wanted of these runs."""
    working = Run.objects.filter(status=Run.Status.RUNNING, pk__in=[control.run.pk for control in watched])
    asked = {(pk, attempt): stop for pk, attempt, stop in working.values_list("pk", "attempt", "cancel_requested")}
    for control in watched:
        control.hear(asked.get((control.run.pk, control.run.attempt)))


class _Round:
    """The thread that looks, while there is anything to look after."""

    def __init__(self) -> None:
        self._watched: set[RunControl] = set()
        self._lock = Lock()
        self._beating = ExitStack()

    def take(self, control: RunControl) -> None:
        with self._lock:
            if not self._watched:
                self._beating.enter_context(heartbeat(self._look, every=LOOK_SECONDS))
            self._watched.add(control)

    def leave(self, control: RunControl) -> None:
        with self._lock:
            self._watched.discard(control)
            if not self._watched:
                self._beating.close()

    def _look(self) -> bool:
        if watched := list(self._watched):
            look(watched)
        return True


_round = _Round()


@contextmanager
def watched(run: Run) -> Iterator[RunControl]:
    """Look twice a second while the block lasts: a long step neither loses the run nor goes on unwanted."""
    control = RunControl(run)
    look([control])
    _round.take(control)
    try:
        yield control
    finally:
        _round.leave(control)

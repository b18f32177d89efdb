"""A watch beside the work: keeps the lease of a run alive and notices that somebody wants it to stop."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.conf import settings

from experiments.heartbeat import heartbeat
from generation.models import Run
from persona_web import stopping

if TYPE_CHECKING:
    from collections.abc import Iterator

LOOK_SECONDS = 0.5


@dataclass
class Wishes:
    """What others want of a run that is being carried out."""

    run: Run
    cancelled: bool = False  # somebody asked to stop it
    lost: bool = False  # another worker has taken it over, or it was deleted
    renewed: float = field(default_factory=time.monotonic)

    @property
    def interrupted(self) -> bool:
        """This worker has been asked to stop, so that another should go on."""
        return stopping.asked.is_set()

    def should_stop(self) -> bool:
        return self.cancelled or self.lost or self.interrupted

    def look(self) -> bool:
        """Ask the row, and renew the lease when it is time; False once the run is lost."""
        asked = Run.objects.held_by(self.run).values_list("cancel_requested", flat=True).first()
        self.lost = asked is None
        self.cancelled = self.cancelled or bool(asked)
        if not self.lost and time.monotonic() - self.renewed > settings.ENV.lease_seconds / 3:
            self.lost = not Run.objects.renew(self.run)
            self.renewed = time.monotonic()
        return not self.lost


@contextmanager
def watched(run: Run) -> Iterator[Wishes]:
    """Look twice a second while the block lasts: a long step neither loses the run nor goes on unwanted."""
    wishes = Wishes(run)
    wishes.look()
    with heartbeat(wishes.look, every=LOOK_SECONDS):
        yield wishes

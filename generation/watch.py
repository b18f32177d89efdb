"""A watch beside the work: keeps the lease of a run alive and notices that somebody asked to stop."""

from __future__ import annotations

import logging
import threading
import time
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import DatabaseError, connections

from generation.models import Run
from persona_web import stopping

if TYPE_CHECKING:
    from types import TracebackType

logger = logging.getLogger(__name__)

LOOK_SECONDS = 0.5


class Watch:
    """On a thread of its own while a run is carried out: long steps neither lose the run nor go on unwanted.

    Attributes:
        cancelled: somebody asked to stop.
        lost: another worker has taken the run over.
        interrupted: this worker has been asked to stop, so that another should go on.
    """

    def __init__(self, run: Run) -> None:
        self.run = run
        self.cancelled = self.lost = False
        self._end = threading.Event()
        self._renewed = time.monotonic()
        self._thread = threading.Thread(target=self._watch, name=f"watch-{run.pk}", daemon=True)

    def __enter__(self) -> Watch:
        self._look()
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._end.set()
        self._thread.join()

    def should_stop(self) -> bool:
        return self.cancelled or self.lost or self.interrupted

    @property
    def interrupted(self) -> bool:
        return stopping.asked.is_set()

    def _watch(self) -> None:
        try:
            while not self._end.wait(LOOK_SECONDS):
                try:
                    self._look()
                except DatabaseError:
                    # The next look may succeed; until then the lease runs on, and every write checks it anyway.
                    logger.warning("Run %s: the database did not answer the watch.", self.run.pk, exc_info=True)
        finally:
            connections.close_all()

    def _look(self) -> None:
        wishes = Run.objects.held_by(self.run).values_list("cancel_requested", flat=True).first()
        self.lost = wishes is None
        self.cancelled = self.cancelled or bool(wishes)
        if not self.lost and time.monotonic() - self._renewed > settings.ENV.lease_seconds / 3:
            self.lost = not Run.objects.renew(self.run)
            self._renewed = time.monotonic()

"""A heartbeat: says on a thread of its own that a worker lives, however long a single step takes."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

from django.db import DatabaseError, connection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

logger = logging.getLogger(__name__)


@contextmanager
def heartbeat(beat: Callable[[], bool], *, every: float = 1.0) -> Iterator[None]:
    """Call `beat` again and again until the block ends, or until it says that there is nothing to hold any more."""
    ended = Event()
    thread = Thread(target=_run, args=(beat, every, ended), name="heartbeat", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _run(beat: Callable[[], bool], every: float, ended: Event) -> None:
    try:
        while not ended.wait(every) and _beats(beat):
            continue
    finally:
        connection.close()


def _beats(beat: Callable[[], bool]) -> bool:
    try:
        return beat()
    except DatabaseError:
        # The next beat may pass; should none, the lease ends and another worker takes over.
        logger.warning("A heartbeat did not reach the database.", exc_info=True)
        return True

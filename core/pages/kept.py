"""Kept parts: what pages show of something that never changes is drawn once in a process, and anew after a while."""

from __future__ import annotations

import time
from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

from django.conf import settings

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

T = TypeVar("T")

NOTHING: tuple[float, None] = (0.0, None)
SIZE = 128
SECONDS = 600
"""What was deleted is asked for no more; after this time its words leave the memory, too."""


class Kept(Generic[T]):
    """The values used last, at most `size` of them and none older than `seconds`; for many threads.

    A key must name all that its value depends on. Two threads may make the same value at once: that is cheaper than
    to let the others wait.
    """

    def __init__(self, size: int = SIZE, seconds: float = SECONDS, clock: Callable[[], float] = time.monotonic) -> None:
        self._size, self._seconds, self._clock = size, seconds, clock
        self._values: OrderedDict[Hashable, tuple[float, T]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value kept under `key`, or what `make` gives. While developing nothing is kept: templates change."""
        found = self.find(key)
        return self.keep(key, make()) if found is None else found

    def find(self, key: Hashable) -> T | None:
        """The value kept under `key`; None when there is none any more."""
        with self._lock:
            made, value = self._values.get(key, NOTHING)
            if value is None or made <= self._clock() - self._seconds:
                return None
            self._values.move_to_end(key)
            return value

    def keep(self, key: Hashable, value: T) -> T:
        """Keep the value under `key`, and let go of what is old or too much."""
        if not settings.DEBUG:
            with self._lock:
                self._values[key] = (self._clock(), value)
                self._values.move_to_end(key)
                self._drop()
        return value

    def _drop(self) -> None:
        oldest = self._clock() - self._seconds
        for key in [key for key, (made, _) in self._values.items() if made <= oldest]:
            del self._values[key]
        while len(self._values) > self._size:
            self._values.popitem(last=False)

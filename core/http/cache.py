"""A cache: answers that were made before are not made again, as many as there is room for."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable


class ResponseCache:
    """Answers by a name of their content (an ETag, or all that they hang on), so that none can be out of date."""

    def __init__(self, room: int) -> None:
        """Room is in bytes; each process has its own."""
        self.room = room
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def get(self, name: Hashable, make: Callable[[], bytes]) -> bytes:
        """What is kept under `name`, or else is made now."""
        with self._lock:
            if (found := self._kept.get(name)) is not None:
                self._kept.move_to_end(name)
                return found
        made = make()
        with self._lock:
            if name not in self._kept:
                self._kept[name] = made
                self._size += len(made)
            while self._size > self.room:
                self._size -= len(self._kept.popitem(last=False)[1])
        return made

"""How far reading has come: two passes over the file, told as one number of bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SURVEY_SHARE = 0.2  # looking through the bytes takes about a fifth of the whole time


class ReadProgress:
    """Passes on `(bytes done, bytes in all)`; the listener may raise `Cancelled`, which stops the reading."""

    def __init__(self, listener: Callable[[int, int], None] | None, total: int) -> None:
        self._listener, self._total, self._done = listener, total, 0

    def surveyed(self, position: int) -> None:
        self._tell(SURVEY_SHARE * position)

    def read(self, position: int) -> None:
        self._tell(SURVEY_SHARE * self._total + (1 - SURVEY_SHARE) * position)

    def finished(self) -> None:
        self._tell(self._total)

    def _tell(self, done: float) -> None:
        self._done = max(self._done, min(int(done), self._total))
        if self._listener is not None:
            self._listener(self._done, self._total)

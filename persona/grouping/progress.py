"""Progress of grouping, told as steps done of an estimated number."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_AUTOMATIC, _GIVEN = 17, 6


class GroupingProgress:
    """Called before each step with what is going to be done; never passes its estimate."""

    def __init__(self, tell: Callable[[int, int, str], None] | None, *, automatic: bool) -> None:
        self._tell, self._done, self._message = tell, 0, ""
        self._total = _AUTOMATIC if automatic else _GIVEN

    def __call__(self, message: str) -> None:
        self._message = message
        self._done += 1
        self.again()

    def again(self) -> None:
        """The same step goes on: a place to stop."""
        if self._tell is not None:
            self._tell(min(self._done, self._total) - 1, self._total, self._message)

    def expect(self, more: int) -> None:
        """So many steps more than usual."""
        self._total += more

    def finish(self) -> None:
        if self._tell is not None:
            self._tell(self._total, self._total, "Groups are ready")

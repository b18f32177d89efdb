"""Fair turns: whose waiting row comes next, so that nobody's many hold up another's one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from heapq import heapify, heappop, heappush
from itertools import count, islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Standing:
    """Where one team stands among those who wait."""

    whose: Any
    waiting: int  # rows
    held: int  # rows that workers hold now
    served: datetime  # when a worker last took one of theirs
    first: datetime  # since when their oldest row waits

    @property
    def turn(self) -> tuple[int, datetime, datetime, str]:
        """The smallest comes next: who has least at work, then whose last turn is longest ago, then who came first."""
        return self.held, self.served, self.first, str(self.whose)


def following(standings: Iterable[Standing]) -> Standing | None:
    """Whose turn it is."""
    return min(standings, key=lambda each: each.turn, default=None)


def turns(standings: Iterable[Standing]) -> Iterator[Any]:
    """Whose row comes first, second, third … while nothing ends and nobody joins: the whole line."""
    known = {str(each.whose): each for each in standings}
    # Who had a turn here comes behind all whose last turn was before.
    line = [(each.held, 0, each.served, each.first, name, each.waiting) for name, each in known.items()]
    heapify(line)
    for number in count(1):
        if not line:
            return
        held, _, served, first, name, waiting = heappop(line)
        yield known[name].whose
        if waiting > 1:
            heappush(line, (held + 1, number, served, first, name, waiting - 1))


def place(standings: Iterable[Standing], whose: Any, before: int) -> int | None:
    """The place in the line, from 1, of a row before which `before` others of the same team wait; None: not in it."""
    own = (number for number, each in enumerate(turns(standings), start=1) if each == whose)
    return next(islice(own, before, None), None)

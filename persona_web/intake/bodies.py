"""Request bodies: received whole, no slower than a rate, no larger than allowed, a few from one address at a time."""

from __future__ import annotations

import asyncio
import tempfile
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any, cast

from core.http.refused_bodies import Refusal

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path

    Receive = Callable[[], Awaitable[dict[str, Any]]]

GRACE = 15.0  # seconds that any body may take
LEAST_RATE = 8_000  # bytes a second after that; a line of 1 Mbit/s brings fifteen times as many
IN_MEMORY = 1_000_000  # bytes; what is larger waits on the disk
FROM_ONE_ADDRESS = 16  # bodies on their way at a time, in each process
FROM_ALL = 256


class Disconnected(Exception):
    """Whoever sent the request has gone."""


class Refused(Exception):
    """The body is not taken in; the application tells why."""

    def __init__(self, why: Refusal) -> None:
        self.why = why


@dataclass(frozen=True)
class Pace:
    """How slow a body may be: so many seconds, and one more for each `rate` bytes that have come."""

    grace: float = GRACE
    rate: float = LEAST_RATE


@dataclass
class Arrivals:
    """The bodies that are on their way to this process."""

    from_one: int = FROM_ONE_ADDRESS
    from_all: int = FROM_ALL
    _by_address: Counter[str] = field(default_factory=Counter)

    @contextmanager
    def one_more(self, address: str) -> Iterator[None]:
        """Count a body from this address until the block ends.

        Raises:
            Refused: there are too many already.
        """
        if self._by_address[address] >= self.from_one or self._by_address.total() >= self.from_all:
            raise Refused(Refusal.TOO_MANY)
        self._by_address[address] += 1
        try:
            yield
        finally:
            self._by_address[address] -= 1
            if not self._by_address[address]:
                del self._by_address[address]


def spool(folder: Path) -> IO[bytes]:
    """A file in memory that moves to the disk when it grows; it has no name, so it goes with its process."""
    return cast("IO[bytes]", tempfile.SpooledTemporaryFile(max_size=IN_MEMORY, dir=str(folder)))


async def receive_body(receive: Receive, length: int, *, folder: Path, pace: Pace) -> IO[bytes]:
    """The body of a request, as a file that stands at its beginning and vanishes when it is closed.

    Raises:
        Refused: it came too slowly, or there is no room for it.
        Disconnected: it will never come.
    """
    body = spool(folder)
    try:
        await _fill(body, receive, length, pace)
    except OSError:
        body.close()
        raise Refused(Refusal.NO_ROOM) from None
    except BaseException:
        body.close()
        raise
    body.seek(0)
    return body


async def _fill(body: IO[bytes], receive: Receive, length: int, pace: Pace) -> None:
    clock, received = asyncio.get_running_loop(), 0
    began = clock.time()
    while True:
        try:
            async with asyncio.timeout_at(began + pace.grace + received / pace.rate):
                message = await receive()
        except TimeoutError:
            raise Refused(Refusal.TOO_SLOW) from None
        if message["type"] == "http.disconnect":
            raise Disconnected
        chunk = message.get("body", b"")
        received += len(chunk)
        body.write(chunk)
        if not message.get("more_body", False) or received >= length:
            return

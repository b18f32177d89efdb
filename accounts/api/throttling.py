"""Rates: so many requests a minute and person, told in headers, counted in the database for all processes."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from django.conf import settings

from accounts.api.rate_limits import RateLimit
from core.http.problems import Problem

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpResponse

MINUTE = 60
# A process takes requests in blocks of a twentieth of the limit, so that most of them cost no query.
BLOCKS = 20
MANY = 10_000

Kind = Literal["read", "write"]


@dataclass
class _Block:
    """What this process may still use without asking, in one minute."""

    minute: int
    left: int
    used: int  # by all processes, this block in full included


@dataclass(frozen=True)
class Rate:
    """How a caller stands after this request."""

    limit: int
    remaining: int
    reset: int

    def tell(self, response: HttpResponse) -> None:
        response.headers["RateLimit-Limit"] = str(self.limit)
        response.headers["RateLimit-Remaining"] = str(self.remaining)
        response.headers["RateLimit-Reset"] = str(self.reset)


_blocks: dict[tuple[UUID, Kind], _Block] = {}
_lock = threading.Lock()


def limit_of(kind: Kind) -> int:
    limit: int = settings.ENV.api_reads_per_minute if kind == "read" else settings.ENV.api_writes_per_minute
    return limit


def count(owner: UUID, kind: Kind, *, now: float | None = None) -> tuple[Rate, bool]:
    """Count one request of this person; where they stand, and whether it is still allowed."""
    now = time.time() if now is None else now
    minute, second = divmod(int(now), MINUTE)
    limit = limit_of(kind)
    with _lock:
        block = _blocks.get((owner, kind))
        if block is None or block.minute != minute or (block.left == 0 and block.used < limit):
            block = _blocks[owner, kind] = _take(owner, kind, minute, limit)
        allowed = block.left > 0
        block.left -= allowed
        return Rate(limit, max(0, limit - block.used + block.left), MINUTE - second), allowed


def _take(owner: UUID, kind: Kind, minute: int, limit: int) -> _Block:
    if len(_blocks) > MANY:
        _blocks.clear()
    size = max(1, limit // BLOCKS)
    used = RateLimit.take(owner, kind, minute, size)
    before = used - size
    return _Block(minute, max(0, min(size, limit - before)), min(used, limit))


def too_many(rate: Rate) -> Problem:
    return Problem(
        429,
        "rate_limited",
        f"More than {rate.limit} requests of this kind in one minute.",
        hint=f"Go on in {rate.reset} seconds.",
        retryable=True,
        headers={"Retry-After": str(rate.reset)},
    )

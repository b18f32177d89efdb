"""Rate gate: what all runs of a process share about one key, calls at a time and a circuit breaker."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING

from persona.providers import PROVIDERS
from persona.writers.llm.errors import busy

if TYPE_CHECKING:
    from types import TracebackType

    from persona.writers.llm.access import Access
    from persona.writers.llm.model_name import ModelName

AT_ONCE = 64
AT_ONCE_LOCALLY = 2  # a model on this computer answers one after the other; more would only wait and time out
FAILURES = 10  # in a row
PAUSE = 30.0  # seconds


class ConcurrencyLimit:
    """Lets a number of callers through at a time, whichever thread and event loop they are on."""

    def __init__(self, places: int) -> None:
        self._free = places
        self._lock = Lock()
        self._waiting: deque[tuple[asyncio.AbstractEventLoop, asyncio.Future[None]]] = deque()

    async def __aenter__(self) -> None:
        loop = asyncio.get_running_loop()
        with self._lock:
            if self._free:
                self._free -= 1
                return
            turn: asyncio.Future[None] = loop.create_future()
            self._waiting.append((loop, turn))
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._leave()
            raise

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leave()

    def _leave(self) -> None:
        with self._lock:
            while self._waiting:
                loop, turn = self._waiting.popleft()
                if not loop.is_closed():
                    loop.call_soon_threadsafe(self._let_in, turn)
                    return
            self._free += 1

    def _let_in(self, turn: asyncio.Future[None]) -> None:
        if turn.done():  # given up meanwhile
            self._leave()
        else:
            turn.set_result(None)


class CircuitBreaker:
    """Leaves a provider alone for a while after many failures in a row."""

    def __init__(self) -> None:
        self._failures = 0
        self._open_until = 0.0

    def check(self, provider: str) -> None:
        """Raise ProviderBusy while the provider is left alone; afterwards one failure is enough to leave it again."""
        left = self._open_until - time.monotonic()
        if left > 0:
            raise busy("provider_paused", retry_after=left, provider=provider, seconds=max(1, round(left)))

    def note(self, *, failed: bool) -> None:
        """One more answer, or one more failure."""
        self._failures = self._failures + 1 if failed else 0
        if self._failures >= FAILURES:
            self._failures = FAILURES - 1
            self._open_until = time.monotonic() + PAUSE


class RateGate:
    """Concurrency limit and circuit breaker of one key."""

    def __init__(self, places: int) -> None:
        self.gate = ConcurrencyLimit(places)
        self.breaker = CircuitBreaker()


_rate_gates: dict[str, RateGate] = {}
_lock = Lock()


def rate_gate_for(name: ModelName, access: Access) -> RateGate:
    """The rate gate that every run of this process uses with this key; the key itself is not kept."""
    key = sha256("\n".join([name.provider, access.base_url or "", access.secret or ""]).encode()).hexdigest()
    with _lock:
        if key not in _rate_gates:
            is_here = PROVIDERS[name.provider].is_self_hosted and name.is_local(access)
            _rate_gates[key] = RateGate(AT_ONCE_LOCALLY if is_here else AT_ONCE)
        return _rate_gates[key]

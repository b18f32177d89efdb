"""The way to a provider: an answer has at most one megabyte."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import httpx2

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from ssl import SSLContext

    from persona.writers.llm.access import Patience

LONGEST = 1_000_000  # bytes; a persona needs a few thousand


def http_client(patience: Patience) -> httpx2.AsyncClient:
    """A client that follows no redirects, so that a key goes nowhere else."""
    timeout = httpx2.Timeout(patience.read, connect=patience.connect)
    return httpx2.AsyncClient(
        timeout=timeout, verify=_certificates(), follow_redirects=False, event_hooks={"response": [_cap]}
    )


@cache
def _certificates() -> SSLContext:
    """Read once a process: loading them takes longer than a short answer."""
    return httpx2.create_ssl_context()


async def _cap(response: httpx2.Response) -> None:
    if isinstance(response.stream, httpx2.AsyncByteStream):
        response.stream = _Capped(response.stream)


class _Capped(httpx2.AsyncByteStream):
    """Ends an answer that does not end by itself."""

    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        seen = 0
        async for piece in self._stream:
            seen += len(piece)
            if seen > LONGEST:
                raise httpx2.ReadError("The answer does not end.")
            yield piece

    async def aclose(self) -> None:
        await self._stream.aclose()

"""The way to a provider: an answer has at most one megabyte, unpacked."""

from __future__ import annotations

import zlib
from functools import cache
from typing import TYPE_CHECKING

import httpx2

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from ssl import SSLContext

    from persona.writers.llm.access import Patience

LONGEST = 1_000_000  # bytes; a persona needs a few thousand
PACKED = "gzip"  # the one way that is asked for, and unpacked here, where it can be counted
EITHER_HEADER = 32 + zlib.MAX_WBITS  # of gzip or zlib


def http_client(patience: Patience) -> httpx2.AsyncClient:
    """A client that follows no redirects, so that a key goes nowhere else."""
    timeout = httpx2.Timeout(patience.read, connect=patience.connect)
    return httpx2.AsyncClient(
        timeout=timeout,
        verify=_certificates(),
        follow_redirects=False,
        headers={"Accept-Encoding": PACKED},
        event_hooks={"response": [_cap]},
    )


@cache
def _certificates() -> SSLContext:
    """Read once a process: loading them takes longer than a short answer."""
    return httpx2.create_ssl_context()


async def _cap(response: httpx2.Response) -> None:
    packed = response.headers.pop("content-encoding", "identity").strip().lower()
    if packed not in (PACKED, "identity"):
        raise httpx2.ReadError(f"The answer is packed as {packed[:20]!r}, which was not asked for.")
    if isinstance(response.stream, httpx2.AsyncByteStream):
        response.stream = _Capped(response.stream, is_packed=packed == PACKED)


class _Capped(httpx2.AsyncByteStream):
    """Ends an answer that does not end by itself; what counts is its length unpacked, a thousand times as much."""

    def __init__(self, stream: httpx2.AsyncByteStream, *, is_packed: bool) -> None:
        self._stream = stream
        self._unpacker = zlib.decompressobj(EITHER_HEADER) if is_packed else None

    async def __aiter__(self) -> AsyncIterator[bytes]:
        seen = 0
        async for piece in self._stream:
            plain = self._unpacked(piece, LONGEST - seen + 1)
            seen += len(plain)
            if seen > LONGEST:
                raise httpx2.ReadError("The answer does not end.")
            yield plain

    def _unpacked(self, piece: bytes, most: int) -> bytes:
        """At most `most` bytes where it is packed, which is enough to see that there are too many."""
        if self._unpacker is None:
            return piece
        try:
            return self._unpacker.decompress(piece, most)
        except zlib.error as error:
            raise httpx2.ReadError("The answer is packed in a way that cannot be read.") from error

    async def aclose(self) -> None:
        await self._stream.aclose()

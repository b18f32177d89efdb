from __future__ import annotations

import asyncio
import gzip
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import httpx2
import pytest

from persona.writers.llm.access import Patience
from persona.writers.llm.transport import LONGEST, http_client

if TYPE_CHECKING:
    from collections.abc import Iterator

GIVE_UP = Patience()


@contextmanager
def answering(body: bytes, packed: str) -> Iterator[str]:
    """The address of a server that always says this."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            if packed:
                self.send_header("Content-Encoding", packed)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- named by the base class
            """Nobody reads it."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def get(address: str) -> bytes:
    async def ask() -> bytes:
        async with http_client(GIVE_UP) as client:
            return (await client.get(address)).content

    return asyncio.run(ask())


@pytest.mark.parametrize(
    ("packed", "body"), [("", b'{"a": 1}'), ("gzip", gzip.compress(b'{"a": 1}'))], ids=["plain", "gzip"]
)
def test_an_answer_arrives_plain_however_it_was_packed(packed: str, body: bytes) -> None:
    with answering(body, packed) as address:
        assert get(address) == b'{"a": 1}'


@pytest.mark.parametrize(
    ("packed", "body", "told"),
    [
        ("", b" " * (LONGEST + 1), "The answer does not end."),
        ("gzip", gzip.compress(b" " * 300_000_000, 1), "The answer does not end."),
        ("gzip", b"no gzip at all", "The answer is packed in a way that cannot be read."),
        ("br", b"anything", "The answer is packed as 'br', which was not asked for."),
        ("gzip, gzip", b"anything", "The answer is packed as 'gzip, gzip', which was not asked for."),
    ],
    ids=["too long", "unpacks to too much", "not packed", "packed otherwise", "packed twice"],
)
def test_an_answer_that_is_too_much_ends(packed: str, body: bytes, told: str) -> None:
    with answering(body, packed) as address, pytest.raises(httpx2.ReadError) as raised:
        get(address)

    assert str(raised.value) == told

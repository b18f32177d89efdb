"""Over real sockets: what stands in between does not break the client, and gets neither token nor file."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from persona.client import AsyncClient, Client, ServerError
from persona.client.protocol import Call
from persona.exceptions import ConfigurationError
from tests.services import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def answering(*answers: tuple[int, dict[str, str], bytes]) -> Iterator[tuple[str, list[Any]]]:
    """A server that gives these answers in turn; what it was asked."""
    left, asked = list(answers), []

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}, body))
            status, headers, content = left.pop(0)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    for method in ("GET", "POST"):
        setattr(Handler, f"do_{method}", Handler.answer)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("url", ["", "persona.example.com", "ftp://persona.example.com", "https://a:b@example.com"])
def test_what_is_no_address_is_told(url: str) -> None:
    with pytest.raises(ConfigurationError, match="is no address of a server"):
        Client(url, "pw_x")


def test_a_token_is_needed() -> None:
    with pytest.raises(ConfigurationError, match="A token is needed"):
        AsyncClient("https://persona.example.com", " ")


def test_a_redirect_is_not_followed() -> None:
    with (
        answering() as (elsewhere, asked),
        answering((307, {"location": f"{elsewhere}/api/v1/runs/r"}, b"")) as (url, _),
    ):
        with Client(url, "pw_secret") as client, pytest.raises(ServerError) as caught:
            client.run("r")

        assert (caught.value.code, asked) == ("not_a_server", [])


def test_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    with Client(f"http://127.0.0.1:{free_port()}", "pw_x") as client, pytest.raises(ServerError) as caught:
        client.run("r")

    assert caught.value.code == "server_unreachable"


@pytest.mark.parametrize("is_async", [False, True])
def test_a_file_goes_out_in_pieces_with_its_length_and_again_when_it_was_not_taken(
    tmp_path: Path, *, is_async: bool
) -> None:
    file = tmp_path / "large.csv"
    file.write_bytes(content := b"answer,\xc3\xa9\n" * 200_000)
    busy = (503, {"content-type": "application/problem+json", "retry-after": "0"}, b'{"code": "busy"}')
    call = Call("POST", "/experiments/e/sources", query={"name": "à b.csv"}, file=file)
    with answering(busy, (202, {}, b"{}")) as (url, asked):
        if is_async:
            asyncio.run(_upload(url, call))
        else:
            with Client(url, "pw_secret") as client:
                client.carry(client.steps._get(call))

    assert [path for path, _, _ in asked] == ["/api/v1/experiments/e/sources?name=%C3%A0+b.csv"] * 2
    assert all(body == content and "transfer-encoding" not in headers for _, headers, body in asked)
    keys = {headers["idempotency-key"] for _, headers, _ in asked}
    assert (len(keys), asked[0][1]["authorization"]) == (1, "Bearer pw_secret")


async def _upload(url: str, call: Call) -> None:
    async with AsyncClient(url, "pw_secret") as client:
        await client.carry(client.steps._get(call))


def test_httpx_is_loaded_by_a_client_only() -> None:
    code = "import sys, persona.client; sys.exit('httpx' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

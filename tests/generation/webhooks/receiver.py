"""A receiver on a socket of its own, which can fail in every way that receivers fail in."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable

OK = b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nthank"
STATUSES = {
    "ok": OK,
    "error": b"HTTP/1.1 500 Internal Server Error\r\ncontent-length: 4\r\n\r\nbusy",
    "busy": b"HTTP/1.1 429 Too Many Requests\r\nretry-after: 120\r\ncontent-length: 0\r\n\r\n",
    "redirect": b"HTTP/1.1 302 Found\r\nlocation: /elsewhere\r\ncontent-length: 0\r\n\r\n",
    "moved": b"HTTP/1.1 308 Permanent Redirect\r\nlocation: /elsewhere\r\ncontent-length: 0\r\n\r\n",
    "gone": b"HTTP/1.1 410 Gone\r\ncontent-length: 0\r\n\r\n",
    "garbage": b"\x16\x03\x01\x00\x00 220 mail.example.com ESMTP\r\n\r\n",
    "half": b"HTTP/1.1 50",
    "headers": b"HTTP/1.1 200 OK\r\n" + b"x-more: " + b"a" * 200_000 + b"\r\n\r\n",
}
# "off" and "plain" are ways of the address: a closed port, and TLS asked of a receiver without.
WAYS = ("error", "busy", "silent", "reset", "drip", "redirect", "gone", "plain", "off", "huge", "garbage")


@dataclass
class Message:
    """One request as it came."""

    line: str
    headers: dict[str, str]
    body: bytes

    @property
    def id(self) -> str:
        return self.headers.get("webhook-id", "")


@dataclass
class Receiver:
    """Answers each request in the way that `way` says for it; keeps what came."""

    way: Callable[[Message, int], str] = lambda message, tries: "ok"
    port: int = 0
    context: ssl.SSLContext | None = None
    messages: list[Message] = field(default_factory=list)
    accepted: list[Message] = field(default_factory=list)  # those answered with 200
    connections: int = 0
    tries: Counter[str] = field(default_factory=Counter)

    def __enter__(self) -> Self:
        self._over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", self.port), backlog=200)
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        # Closing alone would leave the thread in accept().
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    @property
    def name(self) -> str:
        """As the operator's list has it."""
        return f"127.0.0.1:{self.port}"

    def _accept(self) -> None:
        while True:
            try:
                line, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=(line,), daemon=True).start()

    def _serve(self, line: socket.socket) -> None:
        line.settimeout(30)
        # A sender that has had enough closes the line.
        with suppress(OSError):
            if self.context:
                line = self.context.wrap_socket(line, server_side=True)
            with line:
                message = _read(line)
                if message is None:
                    return
                self.messages.append(message)
                self.tries[message.id] += 1
                self._answer(line, message)

    def _answer(self, line: socket.socket, message: Message) -> None:
        match self.way(message, self.tries[message.id]):
            case "silent":
                self._over.wait(30)
            case "reset":
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            case "drip":
                for letter in OK * 100:
                    line.sendall(bytes([letter]))
                    if self._over.wait(0.05):
                        return
            case "slow body":
                line.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\nwell")
                self.accepted.append(message)
                self._over.wait(30)
            case "huge":
                line.sendall(b"HTTP/1.1 500 Error\r\ntransfer-encoding: chunked\r\n\r\n")
                while not self._over.is_set():
                    line.sendall(b"2000\r\n" + b"a" * 0x2000 + b"\r\n")
            case way:
                if way == "ok":
                    self.accepted.append(message)
                line.sendall(STATUSES[way])


def _read(line: socket.socket) -> Message | None:
    data = b""
    while b"\r\n\r\n" not in data:
        if not (more := line.recv(65536)):
            return None
        data += more
        if not data[:1].isalpha():  # TLS is asked of a server that speaks plain HTTP
            line.sendall(b"HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n")
            return None
    head, _, body = data.partition(b"\r\n\r\n")
    first, *rest = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (entry.partition(":") for entry in rest)}
    while len(body) < int(headers.get("content-length", 0)):
        body += line.recv(65536)
    return Message(first, headers, body)

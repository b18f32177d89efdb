"""Clients that send slowly, and a look at how the server is meanwhile."""

from __future__ import annotations

import contextlib
import http.client
import socket
import time
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import TYPE_CHECKING

from persona_web.intake.bodies import GRACE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HOST, ELSEWHERE = "127.0.0.1", "127.0.0.2"
BODY = b"POST /account/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
BODY += b"Content-Length: 100000\r\n\r\n"
PACE = 30_000  # bytes a second
HEADERS = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n"


@dataclass
class Drip:
    """One connection that sends its beginning at once, and then a byte a second."""

    port: int
    beginning: bytes
    answer: bytes = b""
    seconds: float = 0  # until the server ended it; 0: it did not

    def run(self, ends: Event) -> None:
        began = time.monotonic()
        with socket.create_connection((HOST, self.port), timeout=30) as line:
            line.sendall(self.beginning)
            line.settimeout(1)
            while not ends.is_set():
                with contextlib.suppress(TimeoutError):
                    if self._is_over(line):
                        self.seconds = time.monotonic() - began
                        return

    def _is_over(self, line: socket.socket) -> bool:
        try:
            line.sendall(b"x")
            received = line.recv(65_536)  # waits for a second
        except (ConnectionResetError, BrokenPipeError):
            return True
        self.answer += received
        return not received


@dataclass
class SlowLine:
    """Somebody far away sends a whole form: for longer than a body may take that does not keep this pace."""

    port: int
    answer: bytes = b""
    seconds: float = 0

    @contextlib.contextmanager
    def sending(self) -> Iterator[None]:
        thread = Thread(target=self._send, daemon=True)
        thread.start()
        yield
        thread.join()

    def _send(self) -> None:
        began = time.monotonic()
        body = b"email=" + b"x" * int(PACE * (GRACE + 2))
        # From an address of their own: a process takes in no more bodies of one address than there are slow senders,
        # and while the other process is still starting, one has them all.
        with socket.create_connection((HOST, self.port), timeout=30, source_address=(ELSEWHERE, 0)) as line:
            line.sendall(BODY.replace(b"100000", str(len(body)).encode()))
            with contextlib.suppress(ConnectionResetError, BrokenPipeError):  # refused early: the answer says why
                for start in range(0, len(body), PACE // 2):
                    line.sendall(body[start : start + PACE // 2])
                    time.sleep(0.5)
            self.answer = line.recv(100)
        self.seconds = time.monotonic() - began


@dataclass
class Health:
    """How long /healthz took to answer, each time it was asked."""

    port: int
    seconds: list[float] = field(default_factory=list)

    def watch(self, is_over: Callable[[], bool], *, least: float, patience: float) -> None:
        """Ask again and again for `least` seconds, and then until it is over or patience ends."""
        began = time.monotonic()
        while (passed := time.monotonic() - began) < patience and (passed < least or not is_over()):
            self.seconds.append(self._ask())
            time.sleep(0.2)

    def _ask(self) -> float:
        began = time.monotonic()
        connection = http.client.HTTPConnection(HOST, self.port, timeout=60)
        with contextlib.closing(connection):
            connection.request("GET", "/healthz", headers={"Host": "localhost"})
            assert connection.getresponse().status == 200
        return time.monotonic() - began


@contextlib.contextmanager
def dripping(port: int, beginning: bytes, count: int) -> Iterator[list[Drip]]:
    """So many slow clients at a time, until the block ends."""
    ends, drips = Event(), [Drip(port, beginning) for _ in range(count)]
    threads = [Thread(target=drip.run, args=(ends,), daemon=True) for drip in drips]
    for thread in threads:
        thread.start()
    try:
        yield drips
    finally:
        ends.set()
        for thread in threads:
            thread.join()

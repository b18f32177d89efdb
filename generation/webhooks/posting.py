"""Posting: one request to a receiver, to the very address that was checked, within one limit of time."""

from __future__ import annotations

import socket
import ssl
import time
from contextlib import ExitStack, suppress
from functools import cache
from threading import Timer
from typing import TYPE_CHECKING, Any, Self

import httpcore
from django.conf import settings

from core.security import address_guard
from generation.webhooks.answers import Answer, Trouble
from generation.webhooks.schedule import retry_after

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

READ_BYTES = 64 * 1024
SHOWN = 200


def post(url: str, body: bytes, headers: Mapping[str, str], *, context: ssl.SSLContext | None = None) -> Answer:
    """Post the body and say what came: never raises for what a receiver or a network does."""
    clock = Clock(settings.ENV.webhook_seconds)
    try:
        return _exchange(address_guard.read(url), body, headers, clock, context)
    except address_guard.Refused as reason:
        return Answer(clock.milliseconds, trouble=Trouble.REFUSED, text=str(reason))
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException, OSError, ValueError) as error:
        return Answer(clock.milliseconds, trouble=Trouble.TIME if clock.is_over else _trouble(error))


def _trouble(error: Exception) -> Trouble:
    if isinstance(error, socket.gaierror):
        return Trouble.NAME
    if isinstance(error, httpcore.TimeoutException | TimeoutError):
        return Trouble.TIME
    if isinstance(error, httpcore.ProtocolError | ValueError):
        return Trouble.GARBAGE
    is_tls = any(isinstance(cause, ssl.SSLError) for cause in (error, error.__cause__, error.__context__))
    return Trouble.TLS if is_tls else Trouble.CONNECTION


class Clock:
    """One limit for everything: a receiver that drips has no longer than one that is silent."""

    def __init__(self, seconds: float) -> None:
        self._start = time.monotonic()
        self._end = self._start + seconds

    @property
    def milliseconds(self) -> int:
        return round((time.monotonic() - self._start) * 1000)

    @property
    def left(self) -> float:
        """Seconds that are left."""
        return max(self._end - time.monotonic(), 0.001)

    @property
    def is_over(self) -> bool:
        return time.monotonic() >= self._end


def _exchange(
    target: address_guard.Target, body: bytes, headers: Mapping[str, str], clock: Clock, context: ssl.SSLContext | None
) -> Answer:
    # A pool of its own for one request: no proxy of the environment, no redirects, no connection kept for later.
    with (
        CheckedNetwork(target, clock) as network,
        httpcore.ConnectionPool(network_backend=network, ssl_context=context or _trusted(), retries=0) as pool,
        pool.stream("POST", _url(target), headers=_complete(target, headers), content=body) as response,
    ):
        named = {name.lower(): value for name, value in response.headers}
        wait = retry_after(named.get(b"retry-after", b"").decode("latin-1") or None)
        return Answer(clock.milliseconds, status=response.status, text=_beginning(response), wait=wait)


def _complete(target: address_guard.Target, headers: Mapping[str, str]) -> list[tuple[str, str]]:
    return [("host", target.authority), *headers.items(), ("connection", "close")]


@cache
def _trusted() -> ssl.SSLContext:
    """The certificates that are trusted; reading them takes longer than many a receiver."""
    return httpcore.default_ssl_context()


def _url(target: address_guard.Target) -> httpcore.URL:
    return httpcore.URL(scheme=target.scheme, host=target.host, port=target.port, target=target.path)


def _beginning(response: httpcore.Response) -> str:
    """The first words of the answer for its owner. The status counts, whatever becomes of the rest."""
    read = b""
    try:
        for chunk in response.iter_stream():
            read += chunk
            if len(read) >= READ_BYTES:
                break
    except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError):
        pass
    text = read[:READ_BYTES].decode(errors="replace")
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text[: 4 * SHOWN]).split())[:SHOWN]


class CheckedNetwork(httpcore.NetworkBackend):
    """Connects to the addresses that were checked and to no others; TLS still asks for the host by its name.

    Timeouts of a library are for one step each; here the line is cut when the time is over.
    """

    def __init__(self, target: address_guard.Target, clock: Clock) -> None:
        self._target, self._clock, self._network = target, clock, httpcore.SyncBackend()
        self._open = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def connect_tcp(
        self,
        host: str,  # noqa: ARG002 -- the name; what is connected to is what it resolves to now
        port: int,
        timeout: float | None = None,  # noqa: ARG002 -- one limit for everything
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = address_guard.reachable(self._target, self._clock.left)
        while True:
            address = addresses.pop(0)
            try:
                stream = self._network.connect_tcp(address, port, self._clock.left, local_address, socket_options)
            except httpcore.ConnectError:
                if not addresses:
                    raise
            else:
                self._cut_in_time(stream.get_extra_info("socket"))
                return stream

    def _cut_in_time(self, line: socket.socket) -> None:
        # A copy: TLS takes the socket itself away.
        copy = self._open.enter_context(line.dup())
        timer = Timer(self._clock.left, _cut, [copy])
        timer.daemon = True
        timer.start()
        self._open.callback(timer.cancel)


def _cut(line: socket.socket) -> None:
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)

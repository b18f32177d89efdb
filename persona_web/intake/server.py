"""The application that the web server runs: takes requests in on one loop, and has them answered by a few threads."""

from __future__ import annotations

import asyncio
import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from core.http.refused_bodies import KEY
from persona_web.intake.bodies import Arrivals, Disconnected, Pace, Refused, receive_body
from persona_web.intake.wsgi_bridge import PIECE, Answer, address_of, ask, environ_of, headers_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path
    from wsgiref.types import WSGIApplication

    from persona_web.intake.bodies import Receive
    from persona_web.intake.wsgi_bridge import Scope

    Send = Callable[[dict[str, Any]], Awaitable[None]]

THREADS = 4
FORM = 2_000_000  # bytes: more is taken only from who shows a cookie or a token, since it is going to be a file


@dataclass
class Intake:
    """An ASGI application around a WSGI one.

    `limit` is the largest body that the application may want; `proxies` are in front, and add to X-Forwarded-For.
    """

    application: WSGIApplication
    folder: Path
    limit: int
    proxies: int = 0
    pace: Pace = field(default_factory=Pace)
    arrivals: Arrivals = field(default_factory=Arrivals)
    threads: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(THREADS, "request"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        try:
            body, refused = await self._body(scope, receive), None
        except Disconnected:
            return
        except Refused as reason:
            body, refused = io.BytesIO(), reason.why
        with body:
            environ = environ_of(scope, body)
            if refused:
                environ[KEY] = refused
            answer = await asyncio.get_running_loop().run_in_executor(
                self.threads, ask, self.application, environ, self.folder
            )
        await _tell(answer, send, closes=refused is not None)

    async def _body(self, scope: Scope, receive: Receive) -> Any:
        """The body, or an empty one where the application refuses the request by its headers alone."""
        headers = headers_of(scope)
        announced = headers.get("content-length", "")
        length = int(announced) if announced.isascii() and announced.isdecimal() else 0
        knows_us = "authorization" in headers or "cookie" in headers
        if not length or length > (self.limit if knows_us else FORM):
            return io.BytesIO()
        with self.arrivals.one_more(self._sender(scope, headers)):
            return await receive_body(receive, length, folder=self.folder, pace=self.pace)

    def _sender(self, scope: Scope, headers: dict[str, str]) -> str:
        """The address that the outermost proxy of ours saw."""
        if not self.proxies:
            return address_of(scope)
        seen = headers.get("x-forwarded-for", "").split(",")
        return seen[-min(self.proxies, len(seen))].strip() or address_of(scope)


async def _tell(answer: Answer, send: Send, *, closes: bool) -> None:
    headers = [*answer.headers, (b"connection", b"close")] if closes else answer.headers
    with answer.body as body:
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        while piece := body.read(PIECE):
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})

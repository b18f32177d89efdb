"""What both clients share: the address, the token, and a request as httpx wants it."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from persona.client.protocol import Answer, Call
from persona.messages import configuration_error
from persona.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import httpx

API = "/api/v1"
CONNECT_SECONDS = 5.0
CHUNK = 1024 * 1024


class Connection:
    """Where a server is and what opens it; the token is never shown again."""

    def __init__(self, url: str, token: str, seconds: float) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
            raise configuration_error("bad_server", url=url)
        self.url = url.rstrip("/")
        if not token.strip():
            raise configuration_error("no_token", url=self.url)
        if find_spec("httpx") is None:
            raise configuration_error("extra_missing", what="A server elsewhere", extra="client")
        self._token, self._seconds = token.strip(), seconds

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.url!r})"

    def settings(self) -> dict[str, Any]:
        """For a client of httpx. A redirect is not followed: it would lose the token or the file on the way."""
        import httpx

        return {
            "base_url": f"{self.url}{API}",
            "headers": {"authorization": f"Bearer {self._token}", "user-agent": f"persona/{__version__}"},
            "timeout": httpx.Timeout(self._seconds, connect=CONNECT_SECONDS),
            "follow_redirects": False,
        }


def arguments(call: Call) -> dict[str, Any]:
    """The request, but for the file."""
    headers = dict(call.headers)
    if call.file is not None:
        headers["content-length"] = str(call.file.stat().st_size)
    return {"method": call.method, "url": call.path, "params": call.query, "json": call.body, "headers": headers}


def chunks(file: Path) -> Iterator[bytes]:
    """A file in pieces: it may be larger than memory."""
    with file.open("rb") as opened:
        while piece := opened.read(CHUNK):
            yield piece


def answer_of(response: httpx.Response) -> Answer:
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Answer(response.status_code, headers, response.content)


def reason_of(error: httpx.TransportError) -> str:
    """Why no answer came, in few words."""
    return str(error) or type(error).__name__

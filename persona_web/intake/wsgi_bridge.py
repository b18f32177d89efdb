"""From ASGI to WSGI: a request that is there whole, to a function that knows threads only, and its answer back."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, cast
from urllib.parse import unquote_to_bytes

from persona_web.intake.bodies import spool

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    Scope = dict[str, Any]

PIECE = 64_000


@dataclass
class Answer:
    """What the application said, whole: a reader that is slow then holds no thread."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: IO[bytes]


def environ_of(scope: Scope, body: IO[bytes]) -> WSGIEnvironment:
    """The request as PEP 3333 has it."""
    host, port = scope.get("server") or ("", "")
    environ: WSGIEnvironment = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope.get("raw_path") or scope["path"].encode()).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": str(host),
        "SERVER_PORT": str(port),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": address_of(scope),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in headers_of(scope).items():
        key = name.replace("-", "_").upper()
        environ[key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"] = value
    return environ


def address_of(scope: Scope) -> str:
    """Who holds the other end of the connection."""
    return str((scope.get("client") or ("",))[0])


def headers_of(scope: Scope) -> dict[str, str]:
    """Headers by name. One with an underscore would pass for another one in WSGI, so it is left out."""
    found: dict[str, str] = {}
    for raw_name, raw_value in scope["headers"]:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        if "_" not in name:
            between = "; " if name == "cookie" else ","
            found[name] = f"{found[name]}{between}{value}" if name in found else value
    return found


def ask(application: WSGIApplication, environ: WSGIEnvironment, folder: Path) -> Answer:
    """Call the application, on this thread, and keep all that it answers."""
    said: list[tuple[str, list[tuple[str, str]]]] = []
    body = spool(folder)

    def start_response(status: str, headers: list[tuple[str, str]], _exc_info: object = None, /) -> Any:
        said[:] = [(status, headers)]
        return body.write

    pieces: Iterable[bytes] = application(environ, cast("StartResponse", start_response))
    try:
        for piece in pieces:
            body.write(piece)
    finally:
        if close := getattr(pieces, "close", None):
            close()
    body.seek(0)
    [(status, headers)] = said
    encoded = [(name.lower().encode("latin-1"), value.strip().encode("latin-1")) for name, value in headers]
    return Answer(int(status.split(" ", 1)[0]), encoded, body)

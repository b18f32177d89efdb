from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any
from wsgiref.validate import validator

from persona_web.intake.wsgi_bridge import Answer, ask, environ_of, headers_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCOPE: dict[str, Any] = {
    "type": "http",
    "http_version": "1.1",
    "method": "POST",
    "scheme": "http",
    "path": "/caf\xe9/a b",
    "raw_path": b"/caf%C3%A9/a%20b",
    "query_string": b"q=%C3%A9&x=1",
    "headers": [
        (b"host", b"localhost"),
        (b"cookie", b"a=1"),
        (b"cookie", b"b=2"),
        (b"x-forwarded-for", b"1.1.1.1"),
        (b"x-forwarded-for", b"2.2.2.2"),
        (b"x_forwarded_proto", b"https"),
        (b"content-type", b"text/csv"),
        (b"content-length", b"3"),
    ],
    "server": ("127.0.0.1", 8000),
    "client": ("10.0.0.9", 4711),
}


def test_a_request_looks_as_pep_3333_has_it() -> None:
    environ = environ_of(SCOPE, io.BytesIO(b"a,b"))

    assert {key: value for key, value in environ.items() if not key.startswith("wsgi.")} == {
        "REQUEST_METHOD": "POST",
        "SCRIPT_NAME": "",
        "PATH_INFO": "/café/a b".encode().decode("latin-1"),
        "QUERY_STRING": "q=%C3%A9&x=1",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "10.0.0.9",
        "CONTENT_TYPE": "text/csv",
        "CONTENT_LENGTH": "3",
        "HTTP_HOST": "localhost",
        "HTTP_COOKIE": "a=1; b=2",
        "HTTP_X_FORWARDED_FOR": "1.1.1.1,2.2.2.2",
    }


def test_a_header_with_an_underscore_passes_for_no_other() -> None:
    assert "x_forwarded_proto" not in headers_of(SCOPE)


def application(environ: dict[str, Any], start_response: Any) -> Iterator[bytes]:
    start_response("201 Created", [("Content-Type", "text/plain"), ("Set-Cookie", " a=1")])
    yield environ["wsgi.input"].read()
    yield b"!" * 2_000_000


def test_an_answer_is_kept_whole(tmp_path: Path) -> None:
    answer = ask(application, environ_of(SCOPE, io.BytesIO(b"a,b")), tmp_path)

    assert (answer.status, answer.body.read()) == (201, b"a,b" + b"!" * 2_000_000)
    assert answer.headers == [(b"content-type", b"text/plain"), (b"set-cookie", b"a=1")]


def test_an_application_that_is_strict_about_its_server_is_content(tmp_path: Path) -> None:
    def strict(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [environ["wsgi.input"].read(3)]

    answer = ask(validator(strict), environ_of(SCOPE, io.BytesIO(b"a,b")), tmp_path)

    assert isinstance(answer, Answer)
    assert answer.body.read() == b"a,b"

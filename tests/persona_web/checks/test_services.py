"""Checks of servers: one that is away, one that answers wrongly, and real ones where they are installed."""

from __future__ import annotations

import http.server
import json
import re
import sqlite3
import threading
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest

from persona_web import migrations_applied
from persona_web.checks import services
from persona_web.env import Env
from tests.accounts.single_sign_on.saml_company import NAME, describe
from tests.services import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def with_tables(folder: Path, applied: set[tuple[str, str]]) -> Env:
    with closing(sqlite3.connect(folder / "app.sqlite3")) as database:
        database.execute("CREATE TABLE django_migrations (app text, name text)")
        database.executemany("INSERT INTO django_migrations VALUES (?, ?)", applied)
        database.commit()
    return Env(data_dir=folder, database_url=None)


def test_a_database_without_tables(tmp_path: Path) -> None:
    sentence = "The database has no tables yet, or cannot be asked: run persona-web migrate."

    assert list(services.migrations(Env(data_dir=tmp_path))) == [sentence]


def test_a_database_with_all_tables_and_those_of_a_newer_version(tmp_path: Path) -> None:
    env = with_tables(tmp_path, {*migrations_applied.wanted(), ("generation", "9999_next"), ("auth", "0001_initial")})

    assert (list(services.migrations(env)), list(services.newer_database(env))) == (
        [],
        ["1 migration has been made that this version does not know: a newer one shares the database."],
    )


def test_a_database_of_an_older_version(tmp_path: Path) -> None:
    missing = {("accounts", "0001_initial"), ("generation", "0001_initial")}
    env = with_tables(tmp_path, migrations_applied.wanted() - missing)

    sentence = "Migrations still to be made: 2. Run persona-web migrate."
    assert (list(services.migrations(env)), list(services.newer_database(env))) == ([sentence], [])


def test_servers_that_are_away() -> None:
    port = free_port()
    env = Env(
        database_url=f"postgresql://persona:hunter2@127.0.0.1:{port}/persona",
        redis_url=f"redis://:hunter2@127.0.0.1:{port}/0",
        email_url=f"smtp://127.0.0.1:{port}",
    )
    said = [*services.database(env), *services.broker(env), *services.mail(env), *services.clock(env)]

    assert [sentence.split(":")[0] for sentence in said] == [
        "The database does not let us in",
        "Redis does not let us in",
        "The mail server 127.0.0.1",
    ]
    assert "hunter2" not in " ".join(said)


def test_mail_that_nobody_gets_is_told(tmp_path: Path) -> None:
    env = Env(data_dir=tmp_path, email_url=None)

    assert list(services.mail_stays_here(env)) == [
        f"Mails are written to {tmp_path}/mail, nobody gets them: set EMAIL_URL."
    ]


@contextmanager
def told(body: object) -> Iterator[str]:
    """A web server that tells everybody the same, where the company's sign-in tells about itself."""

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/.well-known/openid-configuration" else 404)
            self.end_headers()
            self.wfile.write(json.dumps(body).encode())

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_the_companys_sign_in_is_asked_what_it_calls_itself(tmp_path: Path) -> None:
    def said(url: str | None) -> list[str]:
        return [
            text.replace(url or " ", "URL") for text in services.single_sign_on(Env(data_dir=tmp_path, oidc_url=url))
        ]

    with told({"issuer": "https://login.supper.example/"}) as other, told([]) as odd:
        seen = [said(None), said(other), said(f"{other}/.well-known/openid-configuration"), said(odd)]
        wrong_place = said(f"{other}/realms")
    with told({}) as gone:
        pass

    assert seen[:3] == [
        [],
        ["The company’s sign-in calls itself https://login.supper.example/: set OIDC_URL to that."],
        [],
    ]
    assert seen[3][0].startswith("OIDC_URL does not answer as OpenID Connect at URL/.well-known/openid-configuration: ")
    assert [text.partition(": ")[0] for text in (*wrong_place, *said(gone))] == [
        "OIDC_URL does not answer as OpenID Connect at URL/.well-known/openid-configuration"
    ] * 2


def test_what_the_company_says_of_its_sign_in_by_saml_is_read(tmp_path: Path) -> None:
    good = describe(tmp_path)
    whole = (tmp_path / "company.xml").read_text()
    bare = re.sub("<md:Key.*/>", "", whole)
    (empty := tmp_path / "empty.xml").write_text(bare)
    (other := tmp_path / "other.xml").write_text("<html/>")

    def said(url: str, entity_id: str | None = None) -> list[str]:
        env = Env(data_dir=tmp_path, saml_metadata_url=url, saml_entity_id=entity_id)
        return list(services.single_sign_on(env))

    assert [said(good), said(good, NAME), said(empty.as_uri())] == [
        [],
        [],
        ["The metadata at SAML_METADATA_URL lacks a page to sign in at, by redirect and a certificate."],
    ]
    assert [said(url)[0].partition(": ")[0] for url in (other.as_uri(), "http://127.0.0.1:9/")] == [
        "SAML_METADATA_URL does not lead to metadata of a SAML sign-in"
    ] * 2


@contextmanager
def answering(status: int, location: str = "") -> Iterator[str]:
    """A web server that gives everybody the same answer."""

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.send_header("Location", location or f"http://{self.headers['Host']}{self.path}")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing is written."""

    with http.server.HTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (301, "{} leads to itself: the proxy must set X-Forwarded-Proto, and TRUSTED_PROXIES count it."),
        (400, "{} answers “bad request”: the proxy must hand on the Host that people typed."),
        (200, None),
    ],
)
def test_a_proxy_in_front(monkeypatch: pytest.MonkeyPatch, status: int, sentence: str | None) -> None:
    monkeypatch.setattr(Env, "is_https", True)
    with answering(status) as url:
        env = Env(public_url=url)

        assert list(services.proxy(env)) == ([sentence.format(url)] if sentence else [])
        assert list(services.web_is_away(env)) == []


def test_nobody_answers_yet() -> None:
    url = f"http://127.0.0.1:{free_port()}"

    assert list(services.web_is_away(Env(public_url=url))) == [
        f"Nobody answers at {url}. Once the web process runs there, ask the doctor again."
    ]


class TwoMinutesAhead:
    """A clock that is wrong."""

    @staticmethod
    def time() -> float:
        import time

        return time.time() + 120


@pytest.mark.integration
def test_a_redis_that_answers(redis_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    env = Env(redis_url=redis_url)
    assert ([*services.broker(env)], [*services.clock(env)]) == ([], [])

    monkeypatch.setattr(services, "time", TwoMinutesAhead)
    assert list(services.clock(env)) == [
        "The clocks of this machine and Redis are 120 seconds apart: let NTP set both."
    ]

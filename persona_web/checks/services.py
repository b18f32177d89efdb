"""Checks that ask the servers around the app: database, broker, mail, and the proxy in front."""

from __future__ import annotations

import http.client
import os
import smtplib
import ssl
import time
from contextlib import closing
from importlib.util import find_spec
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from persona_web import migrations_applied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from persona_web.env import Env

SECONDS = 5  # that a server may take to answer
OLDEST_POSTGRES = 14_00_00  # as the server numbers itself
OLDEST_REDIS = (6, 2)
CLOCKS_APART = 5.0  # seconds: leases last 30
SIGN_IN = "/account/login/"
SAML_NEEDS = {"entityId": "a name (entityID)", "singleSignOnService": "a page to sign in at, by redirect"}


def database(env: Env) -> Iterator[str]:
    """Whether the database answers, is new enough and keeps every letter."""
    if env.database_url is None:
        return
    import psycopg

    try:
        with psycopg.connect(env.database_url, connect_timeout=SECONDS) as connection:
            if connection.info.server_version < OLDEST_POSTGRES:
                yield "PostgreSQL is too old: 14 or newer is needed."
            if (row := connection.execute("SHOW server_encoding").fetchone()) and row[0] != "UTF8":
                yield f"The database keeps {row[0]}, not UTF8: make it anew with ENCODING 'UTF8'."
    except psycopg.Error as error:
        yield f"The database does not let us in: {_first_line(error)}"


def migrations(env: Env) -> Iterator[str]:
    """Whether the tables are those of this code."""
    try:
        missing = migrations_applied.wanted() - migrations_applied.applied(env)
    except LookupError:
        yield "The database has no tables yet, or cannot be asked: run persona-web migrate."
        return
    if missing:
        yield f"Migrations still to be made: {len(missing)}. Run persona-web migrate."


def newer_database(env: Env) -> Iterator[str]:
    """While a new version is rolled out, old code serves beside it: worth knowing, not wrong."""
    wanted = migrations_applied.wanted()
    ours = {app for app, _ in wanted}
    try:
        newer = {each for each in migrations_applied.applied(env) - wanted if each[0] in ours}
    except LookupError:
        return
    if newer:
        made = "1 migration has" if len(newer) == 1 else f"{len(newer)} migrations have"
        yield f"{made} been made that this version does not know: a newer one shares the database."


def broker(env: Env) -> Iterator[str]:
    """Whether messages can be sent, and are not thrown away."""
    if env.redis_url is None:
        if not os.access(folder := env.data_dir / "queue" / "msg", os.R_OK | os.W_OK | os.X_OK) and folder.exists():
            yield f"Messages cannot be written to {folder}."
        return
    from redis import Redis, RedisError

    try:
        with Redis.from_url(env.redis_url, socket_timeout=SECONDS, socket_connect_timeout=SECONDS) as redis:
            about = redis.info()
    except RedisError as error:
        yield f"Redis does not let us in: {_first_line(error)}"
        return
    if tuple(map(int, str(about["redis_version"]).split(".")[:2])) < OLDEST_REDIS:
        yield f"Redis {about['redis_version']} is too old: 6.2 or newer is needed."
    if about.get("maxmemory") and about.get("maxmemory_policy") != "noeviction":
        yield (
            f"Redis throws away messages when its memory is full ({about.get('maxmemory_policy')}): "
            "set maxmemory-policy to noeviction."
        )


def clock(env: Env) -> Iterator[str]:
    """Whether this machine and the servers agree what time it is: leases and links end by the clock."""
    for name, ask in (("the database", _time_of_database), ("Redis", _time_of_redis)):
        before = time.time()
        try:
            told = ask(env)
        except Exception:  # noqa: BLE001, S112 -- that it is away is said elsewhere
            continue
        if told is not None and not before - CLOCKS_APART < told < time.time() + CLOCKS_APART:
            apart = abs(told - before)
            yield f"The clocks of this machine and {name} are {apart:.0f} seconds apart: let NTP set both."


def _time_of_database(env: Env) -> float | None:
    if env.database_url is None:
        return None
    import psycopg

    with psycopg.connect(env.database_url, connect_timeout=SECONDS) as connection:
        row = connection.execute("SELECT extract(epoch FROM clock_timestamp())").fetchone()
    return float(row[0]) if row else None


def _time_of_redis(env: Env) -> float | None:
    if env.redis_url is None:
        return None
    from redis import Redis

    with Redis.from_url(env.redis_url, socket_timeout=SECONDS, socket_connect_timeout=SECONDS) as redis:
        seconds, microseconds = redis.time()
    return float(seconds) + microseconds / 1e6


def mail(env: Env) -> Iterator[str]:
    """Whether the mail server lets us in; nothing is sent."""
    if env.email_url is None:
        return
    from core.mail import mail_settings

    given = mail_settings(env.email_url)
    where = f"{given['EMAIL_HOST']}:{given['EMAIL_PORT']}"
    open_server = smtplib.SMTP_SSL if given["EMAIL_USE_SSL"] else smtplib.SMTP
    try:
        with open_server(given["EMAIL_HOST"], given["EMAIL_PORT"], timeout=SECONDS) as server:
            if given["EMAIL_USE_TLS"]:
                server.starttls(context=ssl.create_default_context())
            if given["EMAIL_HOST_PASSWORD"]:
                server.login(given["EMAIL_HOST_USER"], given["EMAIL_HOST_PASSWORD"])
            server.noop()
    except smtplib.SMTPAuthenticationError:
        yield f"The mail server {where} does not take the user and password of EMAIL_URL."
    except (OSError, smtplib.SMTPException) as error:
        yield f"The mail server {where} cannot be used: {_first_line(error)}"


def single_sign_on(env: Env) -> Iterator[str]:
    """Whether the company's sign-in answers as one, under the name that it gives itself."""
    if env.saml_metadata_url and find_spec("onelogin"):
        yield from _saml(env.saml_metadata_url, env.saml_entity_id)
    if env.oidc_url is None:
        return
    import httpx

    path = "/.well-known/openid-configuration"
    address = env.oidc_url if path in env.oidc_url else env.oidc_url + path
    try:
        told = httpx.get(address, timeout=SECONDS, follow_redirects=True).raise_for_status().json()
        issuer = str(told["issuer"])
    except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
        yield f"OIDC_URL does not answer as OpenID Connect at {address}: {_first_line(error)}"
        return
    if path not in env.oidc_url and issuer.rstrip("/") != env.oidc_url:
        yield f"The company’s sign-in calls itself {issuer}: set OIDC_URL to that."


def _saml(url: str, entity_id: str | None) -> Iterator[str]:
    """What the company's sign-in says of itself must name a page to sign in at, and a certificate."""
    from onelogin.saml2.idp_metadata_parser import OneLogin_Saml2_IdPMetadataParser as Parser

    try:
        company = Parser.parse_remote(url, entity_id=entity_id, timeout=SECONDS).get("idp", {})
    except Exception as error:  # noqa: BLE001 -- it raises bare ones where nothing of SAML is described
        yield f"SAML_METADATA_URL does not lead to metadata of a SAML sign-in: {_first_line(error)}"
        return
    missing = [what for name, what in SAML_NEEDS.items() if name not in company]
    if not company.keys() & {"x509cert", "x509certMulti"}:
        missing.append("a certificate")
    if missing:
        yield f"The metadata at SAML_METADATA_URL lacks {' and '.join(missing)}."


def mail_stays_here(env: Env) -> Iterator[str]:
    if env.email_url is None:
        yield f"Mails are written to {env.data_dir / 'mail'}, nobody gets them: set EMAIL_URL."


def proxy(env: Env) -> Iterator[str]:
    """Whether the proxy in front says how people came to it; else every page leads to itself."""
    if not env.is_https:
        return
    try:
        status, location = _ask_for_sign_in(env.address)
    except ssl.SSLError as error:
        yield f"{env.address} has no certificate that browsers take: {error.reason or error}."
        return
    except (OSError, http.client.HTTPException):
        return  # said by `web_is_away`
    if status in (301, 302, 307, 308) and location.startswith(env.address):
        yield f"{env.address} leads to itself: the proxy must set X-Forwarded-Proto, and TRUSTED_PROXIES count it."
    elif status == http.HTTPStatus.BAD_REQUEST:
        yield f"{env.address} answers “bad request”: the proxy must hand on the Host that people typed."


def web_is_away(env: Env) -> Iterator[str]:
    """Before the first start that is as it should be."""
    try:
        _ask_for_sign_in(env.address)
    except ssl.SSLError:
        return
    except (OSError, http.client.HTTPException):
        yield f"Nobody answers at {env.address}. Once the web process runs there, ask the doctor again."


def _ask_for_sign_in(address: str) -> tuple[int, str]:
    parts = urlsplit(address)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    with closing(kind(parts.hostname or "", parts.port, timeout=SECONDS)) as connection:
        connection.request("GET", f"{parts.path}{SIGN_IN}", headers={"User-Agent": "persona-web doctor"})
        answer = connection.getresponse()
        return answer.status, answer.headers.get("Location", "")


def _first_line(error: Exception) -> str:
    """What a driver says, without the lines it adds; none of those used here repeats a password."""
    return next(iter(str(error).strip().splitlines()), type(error).__name__)

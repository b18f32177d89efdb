"""Checks of settings, each at its border: what is one letter too short, and what is just right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona_web.checks import choices
from persona_web.env import Env

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

STRONG = "Jv3mX9qLz0RtY7bWc5NnKf2HsUe8GdPa1MiTo6QxBrZyCkVj4wEl"
SEALING = "pO5sYb1Xn8QvTz3LrKd7Mf0WgHcJ2eUa9iRt6NqB"


def said(check: Callable[[Env], Iterator[str]], **values: object) -> int:
    """How many sentences it says of these settings."""
    return len(list(check(Env.model_construct(**{"production": True, **values}))))


@pytest.mark.parametrize(
    ("values", "sentences"),
    [
        ({"debug": False, "host": "0.0.0.0"}, 0),
        ({"debug": True, "host": "127.0.0.1"}, 1),
        ({"debug": True, "host": "::1", "production": False}, 0),
        ({"debug": True, "host": "10.0.0.7", "production": False}, 1),
        ({"debug": True, "host": "0.0.0.0"}, 2),
    ],
)
def test_debugging_is_for_one_machine(values: dict[str, object], sentences: int) -> None:
    assert said(choices.debug, **values) == sentences


@pytest.mark.parametrize(
    ("key", "sentences"),
    [(None, 1), ("", 1), (STRONG[:49], 1), (STRONG[:50], 0), ("ab" * 30, 1), (f"django-insecure{STRONG}", 1)],
)
def test_keys_that_sign(key: str | None, sentences: int) -> None:
    assert said(choices.signing_key, secret_key=key) == sentences
    assert said(choices.signing_key, secret_key=key, production=False) == 0


@pytest.mark.parametrize(
    ("keys", "sentences"),
    [
        ("", 1),
        (SEALING, 0),
        (SEALING[:39], 1),
        (f"{SEALING}, {SEALING[::-1]}", 0),
        (f"{SEALING}, short", 1),
        ("x" * 40, 1),
        (STRONG, 1),
    ],
    ids=["none", "good", "short", "two", "one short", "repeated", "that which signs"],
)
def test_keys_that_seal(keys: str, sentences: int) -> None:
    assert said(choices.sealing_keys, encryption_keys=keys, secret_key=STRONG) == sentences


ONLY = "SSO_ONLY needs OIDC_URL or SAML_METADATA_URL, or nobody but operators could sign in."
TWO = "OIDC_URL and SAML_METADATA_URL exclude each other: a company signs its people in by one of them."
WHO = "OIDC_URL needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: the company’s sign-in gives them."
HTTPS = "PRODUCTION needs an OIDC_URL that starts with https://: who is let in travels there."
DOMAINS = "SAML_METADATA_URL needs SSO_DOMAINS: whose addresses the company’s sign-in vouches for, with commas."
WHOSE = "PRODUCTION needs a SAML_METADATA_URL that starts with https:// or file://: it says whose word counts."
OIDC = {"oidc_url": "https://a.example.com", "oidc_client_id": "persona", "oidc_client_secret": "secret"}
SAML = {"saml_metadata_url": "https://a.example.com/", "sso_domains": "example.com"}


@pytest.mark.parametrize(
    ("values", "sentences"),
    [
        ({}, []),
        ({"sso_only": True}, [ONLY]),
        (OIDC | {"sso_only": True}, []),
        (SAML | {"sso_only": True}, []),
        (SAML | {"saml_metadata_url": "file:///company.xml"}, []),
        (OIDC | SAML, [TWO]),
        (OIDC | {"oidc_client_id": ""}, [WHO]),
        (OIDC | {"oidc_url": "http://a.example.com"}, [HTTPS]),
        (OIDC | {"oidc_url": "http://a.example.com", "production": False}, []),
        (SAML | {"sso_domains": ""}, [DOMAINS]),
        (SAML | {"saml_metadata_url": "http://a.example.com/"}, [WHOSE]),
    ],
)
def test_a_company_signs_its_people_in_by_one_way_and_safely(values: dict[str, object], sentences: list[str]) -> None:
    env = Env.model_construct(**{"production": True, **values})

    assert list(choices.single_sign_on(env)) == sentences


def test_what_reads_saml_must_be_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choices, "find_spec", {}.get)

    assert list(choices.single_sign_on(Env.model_construct(**SAML))) == [
        'SAML_METADATA_URL needs what reads signed answers: pip install "persona-web[saml]".'
    ]


@pytest.mark.parametrize(
    ("hosts", "sentences"), [("a.example.com", 0), ("*", 1), (".example.com", 1), ("a.com,*.b.com", 1)]
)
def test_names_are_exact(hosts: str, sentences: int) -> None:
    assert said(choices.names, allowed_hosts=hosts, public_url=None) == sentences
    assert said(choices.names, allowed_hosts=hosts, public_url=None, production=False) == 0


@pytest.mark.parametrize(
    ("url", "proxies", "sentences"),
    [
        ("https://a.example.com", 1, 0),
        ("https://a.example.com", 0, 1),
        ("http://a.example.com", 1, 1),
        (None, 0, 1),
    ],
)
def test_the_address_is_https_with_a_proxy_in_front(url: str | None, proxies: int, sentences: int) -> None:
    assert said(choices.address, public_url=url, trusted_proxies=proxies) == sentences


@pytest.mark.parametrize(
    ("url", "sentences"),
    [
        (None, 0),
        ("unix:///run/redis.sock", 0),
        ("redis://localhost:6379/0", 0),
        ("redis://[::1]:6379/0", 0),
        ("redis://:pass@cache.example.com/0", 0),
        ("rediss://cache.example.com/0", 0),
        ("redis://cache.example.com/0", 1),
        ("redis://user@cache.example.com/0", 1),
        ("redis://10.0.0.7/0", 1),
    ],
)
def test_redis_of_another_machine_is_locked(url: str | None, sentences: int) -> None:
    assert said(choices.redis, redis_url=url) == sentences
    assert said(choices.redis, redis_url=url, production=False) == 0


@pytest.mark.parametrize(("mode", "sentences"), [(0o700, 0), (0o750, 1), (0o701, 1), (0o755, 1)])
def test_the_folder_is_nobody_elses(tmp_path: Path, mode: int, sentences: int) -> None:
    tmp_path.chmod(mode)

    assert said(choices.folder, data_dir=tmp_path) == sentences
    assert said(choices.folder, data_dir=tmp_path, production=False) == 0


def test_what_sends_reports_must_be_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    env = Env(sentry_dsn="https://key@sentry.example.com/1")
    before = list(choices.reports(env))
    monkeypatch.setattr(choices, "find_spec", {}.get)

    assert (before, list(choices.reports(Env()))) == ([], [])
    assert list(choices.reports(env)) == ['SENTRY_DSN needs what sends reports: pip install "persona-web[sentry]".']

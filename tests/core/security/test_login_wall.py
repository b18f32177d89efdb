"""The login wall: what strangers may open is one list, and all else leads to the sign-in page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import UUID

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from core.security.login_wall import PUBLIC

NOBODYS = UUID("00000000-0000-7000-8000-000000000000")
VALUES = {"uuid": str(NOBODYS), "uuidstr": str(NOBODYS), "int": "1", "str": "x", "slug": "x", "path": "x"}


def patterns(resolver: URLResolver, names: str = "", route: str = "") -> Iterator[tuple[str, str]]:
    """Every URL of the project: its name with namespaces, and an address it answers to."""
    for pattern in resolver.url_patterns:
        path = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern, names + (f"{pattern.namespace}:" if pattern.namespace else ""), path)
        elif isinstance(pattern, URLPattern):
            yield names + (pattern.name or ""), address(path)


def address(route: str) -> str:
    filled = re.sub(r"\(\?P<\w+>[^)]*\)", "x", route)  # regular expressions: allauth's keys, the admin's labels
    filled = re.sub(r"<(?:(\w+):)?\w+>", lambda match: VALUES[match[1] or "str"], filled)
    return "/" + re.sub(r"[\^$\\?]", "", filled)


# Behind the door of the API other rules hold: tests/api/test_access.py.
ALL = sorted({(name, url) for name, url in patterns(get_resolver()) if not url.startswith("/api/v1/")})


def test_the_public_list_names_only_urls_that_exist() -> None:
    assert PUBLIC - {name for name, _ in ALL} == set()


def test_the_walk_finds_the_urls() -> None:
    assert ("healthz", "/healthz") in ALL
    assert ("experiments:upload", f"/experiments/{NOBODYS}/upload/") in ALL


@pytest.mark.parametrize(("name", "url"), [each for each in ALL if each[0] not in PUBLIC])
def test_strangers_are_sent_to_sign_in(client: Client, name: str, url: str) -> None:
    read, sent = client.get(url), client.post(url)

    assert (read.status_code, read.headers["Location"].partition("?")[0]) == (302, "/account/login/"), name
    assert (sent.status_code, sent.headers["Location"]) == (302, "/account/login/"), name


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "url"), [each for each in ALL if each[0] in PUBLIC])
def test_public_pages_answer_strangers(client: Client, name: str, url: str) -> None:
    response = client.get(url)

    # Signing out and the administration's door lead on; what only takes posts says so; this invitation is not known.
    # A link that nobody made is a page that has ended; without METRICS_TOKEN there are no metrics, and
    # without OIDC_URL or SAML_METADATA_URL no sign-in by the company.
    is_missing = name.startswith(("generation:", "openid_connect_", "saml_")) or name == "metrics"
    assert response.status_code in ((404,) if is_missing else (200, 302, 405, 422)), name
    if name != "admin:login":
        assert "next=" not in response.headers.get("Location", "")


def test_a_page_is_where_one_comes_back_to(client: Client) -> None:
    assert client.get("/help/?q=a b").headers["Location"] == "/account/login/?next=/help/%3Fq%3Da%2520b"


def test_htmx_comes_back_to_the_page_and_not_to_its_part(client: Client) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/experiments/new/"}

    response = client.post("/", headers=headers)

    assert (response.status_code, response.headers["HX-Redirect"]) == (200, "/account/login/?next=/experiments/new/")


def test_htmx_that_names_no_address_comes_back_to_the_first_page(client: Client) -> None:
    response = client.post("/", headers={"HX-Request": "true", "HX-Current-URL": "http://[::1"})

    assert (response.status_code, response.headers["HX-Redirect"]) == (200, "/account/login/?next=/")


def test_an_unknown_address_is_a_404_and_not_a_sign_in(client: Client) -> None:
    assert client.get("/no/such/page/").status_code == 404

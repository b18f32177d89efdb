"""The environment: values that cannot be are told, and their defaults stand in for them."""

from __future__ import annotations

import pytest

from persona_web.env import given


def test_what_cannot_be_is_told_and_its_default_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "70000")
    monkeypatch.setenv("MAX_ROWS", "500")

    env, sentences = given()

    assert (env.port, env.max_rows) == (8000, 500)
    assert sentences == ["PORT=70000: Input should be less than or equal to 65535"]


@pytest.mark.parametrize(
    ("url", "is_taken"),
    [
        ("https://login.example.com/metadata?app=1", True),
        ("file:///etc/persona/company.xml", True),
        ("file://", False),
        ("https:///metadata", False),
        ("/etc/persona/company.xml", False),
    ],
)
def test_where_the_company_describes_itself(monkeypatch: pytest.MonkeyPatch, url: str, is_taken: bool) -> None:
    monkeypatch.setenv("SAML_METADATA_URL", url)

    env, sentences = given()

    must = "must look like https://login.example.com/metadata or file:///etc/persona/company.xml"
    assert (env.saml_metadata_url, env.has_sso) == (url if is_taken else None, is_taken)
    assert sentences == ([] if is_taken else [f"SAML_METADATA_URL={url}: {must}"])


@pytest.mark.parametrize(
    ("values", "verification"),
    [
        ({}, "optional"),
        ({"EMAIL_URL": "smtp://mail"}, "mandatory"),
        ({"PRODUCTION": "1"}, "mandatory"),
        ({"PRODUCTION": "1", "EMAIL_VERIFICATION": "none"}, "none"),
        ({"EMAIL_VERIFICATION": ""}, "optional"),
    ],
)
def test_whether_people_confirm_their_address(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str], verification: str
) -> None:
    for name in ("EMAIL_URL", "PRODUCTION", "EMAIL_VERIFICATION"):
        monkeypatch.delenv(name, raising=False)
    for name, value in values.items():
        monkeypatch.setenv(name, value)

    assert given()[0].verification == verification


@pytest.mark.parametrize(
    ("hosts", "is_taken"),
    [("", True), ("a:1", True), ("a:1, b.c:80,", True), ("a", False), ("a:", False), (":80", False), ("*.a:80", False)],
)
def test_inner_servers_are_exact(monkeypatch: pytest.MonkeyPatch, hosts: str, is_taken: bool) -> None:
    for name in ("WEBHOOK_HOSTS", "MODEL_HOSTS"):
        monkeypatch.setenv(name, hosts)

    env, sentences = given()
    entries = frozenset(entry.strip() for entry in hosts.split(",") if entry.strip()) if is_taken else frozenset()
    assert (env.inner_receivers, env.inner_models, len(sentences)) == (entries, entries, 0 if is_taken else 2)


@pytest.mark.parametrize(
    ("host", "here"), [("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "127.0.0.1"), ("::", "127.0.0.1"), ("::1", "[::1]")]
)
def test_this_machine_reaches_itself(monkeypatch: pytest.MonkeyPatch, host: str, here: str) -> None:
    monkeypatch.setenv("HOST", host)

    assert given()[0].local_host == here
    assert given()[0].address == f"http://{here}:{given()[0].port}"


def test_keys_that_seal_are_parted_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENCRYPTION_KEYS", " new , old,, ")

    assert given()[0].sealing_keys == ["new", "old"]

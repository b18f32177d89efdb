"""The environment as processes take it: defaults of the embedded mode, and sentences for what cannot work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona_web.checks.start import BadEnvironment, read

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "Jv3mX9qLz0RtY7bWc5NnKf2HsUe8GdPa1MiTo6QxBrZyCkVj4wEl"
KEYS = ["pO5sYb1Xn8QvTz3LrKd7Mf0WgHcJ2eUa9iRt6NqB", "Zk4wVx7Cj1Ty9Gm3Ps6Hb0Ln2Dq8Rf5Ue1Oa7Wi4X"]
SAFE = {
    "PRODUCTION": "1",
    "SECRET_KEY": SECRET,
    "ENCRYPTION_KEYS": ", ".join(KEYS),
    "PUBLIC_URL": "https://persona.example.com/",
    "ALLOWED_HOSTS": "10.0.0.7",
    "TRUSTED_PROXIES": "1",
    "EMAIL_URL": "smtps://mail.example.com",
    "DATABASE_URL": "postgresql://persona@db.example.com/persona",
    "REDIS_URL": "rediss://cache.example.com/0",
}


INEXACT = "PRODUCTION needs exact names in ALLOWED_HOSTS, not * or .example.com."
GUESSED = (
    "PRODUCTION needs a SECRET_KEY that nobody can guess: this one repeats itself. Make it with: "
    "python -c 'import secrets; print(secrets.token_urlsafe(64))'"
)
ENDLESS = (
    "PUBLIC_URL is https, so a proxy in front ends it: say how many there are with TRUSTED_PROXIES=1, "
    "or every page would lead to itself for ever."
)
OPEN_REDIS = (
    "PRODUCTION needs a REDIS_URL with a password or with TLS (rediss://), unless it is on this machine: whoever "
    "reaches it reads and changes the queue."
)
NO_DATABASE = "PRODUCTION needs a DATABASE_URL: SQLite serves one machine. If it is the only one: SINGLE_HOST=true."
NO_REDIS = "PRODUCTION needs a REDIS_URL: a queue of files serves one. If it is the only one: SINGLE_HOST=true."


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*SAFE, "DEBUG", "HOST", "PORT", "EMAIL_VERIFICATION", "DATA_DIR", "SINGLE_HOST"):
        monkeypatch.delenv(name, raising=False)


def given(monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
    for name, value in values.items():
        monkeypatch.setenv(name, value)


def test_nothing_given_is_the_embedded_mode() -> None:
    env = read()

    assert (env.production, env.debug, env.database_url, env.redis_url) == (False, False, None, None)
    assert (env.address, env.hosts) == ("http://127.0.0.1:8000", ["localhost", "127.0.0.1", "[::1]"])


def test_an_empty_value_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, REDIS_URL="", PORT="")

    assert (read().redis_url, read().port) == (None, 8000)


def test_production_knows_its_address_and_names(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, **SAFE)
    env = read()

    assert (env.is_https, env.address) == (True, "https://persona.example.com")
    assert env.hosts == ["10.0.0.7", "persona.example.com"]
    assert (env.sealing_keys, env.verification) == (KEYS, "mandatory")


@pytest.mark.parametrize(
    ("host", "address"),
    [("0.0.0.0", "http://127.0.0.1:8000"), ("::", "http://127.0.0.1:8000"), ("::1", "http://[::1]:8000")],
)
def test_an_address_can_be_opened(monkeypatch: pytest.MonkeyPatch, host: str, address: str) -> None:
    given(monkeypatch, HOST=host)

    assert read().address == address


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"PORT": "eighty"}, "PORT=eighty: Input should be a valid integer, unable to parse string as an integer"),
        ({"PORT": "70000"}, "PORT=70000: Input should be less than or equal to 65535"),
        ({"PUBLIC_URL": "persona"}, "PUBLIC_URL=persona: must look like https://persona.example.com"),
        (
            {"WEBHOOK_HOSTS": "hooks.internal:8080, *:80"},
            "WEBHOOK_HOSTS=hooks.internal:8080, *:80: must be exact, as in hooks.internal:8080",
        ),
        ({"DEBUG": "1", "HOST": "10.0.0.7"}, "DEBUG shows secrets: only with HOST 127.0.0.1."),
        ({**SAFE, "DEBUG": "1"}, "PRODUCTION and DEBUG exclude each other: turn DEBUG off."),
        ({**SAFE, "SECRET_KEY": "short"}, "PRODUCTION needs a SECRET_KEY of 50 or more letters."),
        ({**SAFE, "SECRET_KEY": ""}, "PRODUCTION needs a SECRET_KEY of 50 or more letters."),
        (
            {**SAFE, "ENCRYPTION_KEYS": ""},
            "PRODUCTION needs ENCRYPTION_KEYS: one random text of 40 or more letters, or several with commas.",
        ),
        ({"PUBLIC_URL": "https://a.example"}, ENDLESS),
        ({**SAFE, "SECRET_KEY": "a" * 71}, GUESSED),
        ({**SAFE, "SECRET_KEY": "abcdefghij" * 7}, GUESSED),
        ({**SAFE, "SECRET_KEY": "django-insecure-" + SECRET}, GUESSED),
        (
            {**SAFE, "ENCRYPTION_KEYS": f"{KEYS[0]},{'e' * 40}"},
            "PRODUCTION needs ENCRYPTION_KEYS that nobody can guess: one of them repeats itself.",
        ),
        ({**SAFE, "ENCRYPTION_KEYS": SECRET}, "PRODUCTION needs ENCRYPTION_KEYS other than SECRET_KEY."),
        ({**SAFE, "EMAIL_URL": ""}, "PRODUCTION needs EMAIL_URL: people confirm their address by a mail."),
        (
            {**SAFE, "EMAIL_VERIFICATION": "optional"},
            "PRODUCTION needs EMAIL_VERIFICATION=mandatory, which it is by itself: leave it out.",
        ),
        ({**SAFE, "DATABASE_URL": ""}, NO_DATABASE),
        ({**SAFE, "REDIS_URL": ""}, NO_REDIS),
        ({**SAFE, "REDIS_URL": "redis://cache.internal:6379/0"}, OPEN_REDIS),
        ({"ENCRYPTION_KEYS": f"{'e' * 40},hunter2"}, "ENCRYPTION_KEYS: each needs 40 or more letters."),
        ({**SAFE, "ALLOWED_HOSTS": "*"}, INEXACT),
        ({**SAFE, "ALLOWED_HOSTS": ".example.com"}, INEXACT),
        ({**SAFE, "PUBLIC_URL": "http://a.example"}, "PRODUCTION needs a PUBLIC_URL that starts with https://."),
    ],
)
def test_what_cannot_work_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str], sentence: str
) -> None:
    given(monkeypatch, **values)

    with pytest.raises(BadEnvironment) as stop:
        read()

    assert stop.value.code == sentence


def test_whatever_is_wrong_is_told_at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    given(monkeypatch, PRODUCTION="1", PORT="eighty", DEBUG="1", ALLOWED_HOSTS="*", DATA_DIR=str(tmp_path))

    with pytest.raises(BadEnvironment) as stop:
        read()

    assert str(stop.value.code).splitlines() == [
        "PORT=eighty: Input should be a valid integer, unable to parse string as an integer",
        "PRODUCTION and DEBUG exclude each other: turn DEBUG off.",
        "PRODUCTION needs a SECRET_KEY of 50 or more letters.",
        "PRODUCTION needs ENCRYPTION_KEYS: one random text of 40 or more letters, or several with commas.",
        INEXACT,
        "PRODUCTION needs a PUBLIC_URL that starts with https://.",
        "PRODUCTION needs EMAIL_URL: people confirm their address by a mail.",
        NO_DATABASE,
        NO_REDIS,
        f"PRODUCTION needs a DATA_DIR that nobody else on this machine can read: chmod 700 {tmp_path}",
    ]


@pytest.mark.parametrize(
    "url",
    [
        "redis://127.0.0.1/0",
        "redis://localhost:6379/0",
        "unix:///run/redis.sock",
        "rediss://a.example",
        "redis://:pw@a",
    ],
)
def test_a_redis_that_strangers_do_not_reach_will_do(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    given(monkeypatch, **{**SAFE, "REDIS_URL": url})

    assert read().redis_url == url


def test_one_machine_is_enough_where_the_operator_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, **{**SAFE, "DATABASE_URL": "", "REDIS_URL": ""}, SINGLE_HOST="true")

    assert (read().database_url, read().redis_url) == (None, None)

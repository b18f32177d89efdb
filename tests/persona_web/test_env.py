"""The environment: defaults of the embedded mode, and sentences for what cannot work."""

from __future__ import annotations

import pytest

from persona_web.env import BadEnvironment, read

SAFE = {
    "PRODUCTION": "1",
    "SECRET_KEY": "k" * 50,
    "ENCRYPTION_KEYS": f"{'e' * 40}, {'o' * 40}",
    "PUBLIC_URL": "https://persona.example.com/",
    "ALLOWED_HOSTS": "10.0.0.7",
}


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*SAFE, "DEBUG", "HOST", "PORT", "DATABASE_URL", "REDIS_URL"):
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
    assert env.sealing_keys == ["e" * 40, "o" * 40]


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
        ({"ENCRYPTION_KEYS": f"{'e' * 40},hunter2"}, "ENCRYPTION_KEYS: each needs 40 or more letters."),
        ({**SAFE, "ALLOWED_HOSTS": "*"}, "PRODUCTION needs exact names in ALLOWED_HOSTS, not *."),
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

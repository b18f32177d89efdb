"""Connections: where each provider is asked, with which key; a client for every provider there is."""

from __future__ import annotations

import asyncio
import importlib.util
from typing import TYPE_CHECKING

import pytest

from persona.exceptions import ConfigurationError, ProviderError
from persona.providers import PROVIDERS
from persona.writers.llm import Access, ModelName, check_access
from persona.writers.llm.connection import CLIENTS, UNUSED_KEY, check_key, require_extra
from tests.persona.writers.llm.answers import HASTY, HTML, KEY, KEYED, Answers

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec


def test_every_provider_has_a_client() -> None:
    assert CLIENTS.keys() == PROVIDERS.keys()


@pytest.mark.usefixtures("models_may_be_asked")
@pytest.mark.parametrize(
    ("model", "address", "url", "header"),
    [
        ("openai:m", None, "https://api.openai.com/v1/chat/completions", "authorization"),
        ("openai:m", "http://llm.test/v1", "http://llm.test/v1/chat/completions", "authorization"),
        ("openai:m", "http://llm.test/v1/", "http://llm.test/v1/chat/completions", "authorization"),
        ("anthropic:m", None, "https://api.anthropic.com/v1/messages", "authorization"),
        ("anthropic:m", "http://llm.test", "http://llm.test/v1/messages", "authorization"),
        ("google:m", "http://llm.test", "http://llm.test/v1beta/models/m:generateContent", "x-goog-api-key"),
        ("ollama:m", None, "http://127.0.0.1:11434/v1/chat/completions", "authorization"),
        ("ollama:m", "http://llm.test/v1", "http://llm.test/v1/chat/completions", "authorization"),
    ],
)
@pytest.mark.parametrize("key", [KEY, None])
def test_where_and_with_which_key_each_is_asked(
    monkeypatch: pytest.MonkeyPatch, model: str, address: str | None, url: str, header: str, key: str | None
) -> None:
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GOOGLE_API_KEY", "OPENAI_BASE_URL", "ANTHROPIC_BASE_URL"):
        monkeypatch.setenv(name, "http://of-the-environment.test")
    answers = Answers(HTML)
    monkeypatch.setattr("persona.writers.llm.transport.http_client", answers.client)
    access = Access.model_validate({"api_key": key, "base_url": address, "patience": HASTY})
    missing = key is None and address is None and PROVIDERS[model.partition(":")[0]].has_key

    with pytest.raises(ConfigurationError if missing else ProviderError):
        asyncio.run(check_access(model, access))

    assert [str(request.url) for request in answers.asked] == [] if missing else [url]
    assert [request.headers[header].removeprefix("Bearer ") for request in answers.asked] == (
        [] if missing else [key or UNUSED_KEY]
    )


@pytest.mark.parametrize(
    ("model", "names"),
    [
        ("openai:m", "OPENAI_API_KEY"),
        ("anthropic:m", "ANTHROPIC_API_KEY"),
        ("google:m", "GOOGLE_API_KEY or GEMINI_API_KEY"),
    ],
)
def test_who_needs_a_key_says_where_it_is_looked_for(model: str, names: str) -> None:
    name = ModelName.parse(model)
    label = PROVIDERS[name.provider].label

    with pytest.raises(ConfigurationError) as caught:
        check_key(name, Access())

    assert caught.value.message == f"{label} needs a key, and there is none."
    assert caught.value.hint == (
        f"Get one from {label} and give it along; on the command line it is read from {names}."
    )


@pytest.mark.parametrize("access", [KEYED, Access(base_url="http://127.0.0.1:1/v1")])
def test_a_key_or_an_address_of_ones_own_is_enough(access: Access) -> None:
    for provider in PROVIDERS:
        check_key(ModelName(provider, "m"), access)
    check_key(ModelName("ollama", "m"), Access())


@pytest.mark.parametrize("missing", ["pydantic_ai", "genai_prices", "jinja2"])
def test_what_is_not_installed_is_named_with_the_command(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    find = importlib.util.find_spec

    def found(name: str, package: str | None = None) -> ModuleSpec | None:
        return None if name == missing else find(name, package)

    require_extra()
    monkeypatch.setattr(importlib.util, "find_spec", found)

    with pytest.raises(ConfigurationError) as caught:
        require_extra()

    assert caught.value.code == "extra_missing"
    assert caught.value.message.startswith("Writing with a language model")
    assert "llm" in caught.value.hint

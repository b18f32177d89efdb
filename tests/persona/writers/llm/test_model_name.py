from __future__ import annotations

import pytest

from persona.exceptions import ConfigurationError
from persona.writers.llm import Access, ModelName


def test_a_name_is_a_provider_and_what_the_provider_calls_it() -> None:
    assert ModelName.parse("ollama:llama3.2:3b") == ModelName("ollama", "llama3.2:3b")


@pytest.mark.parametrize("text", ["", "gpt-5", "openai:", "openai: ", "acme:gpt-5", ":gpt"])
def test_other_names_are_refused_with_the_providers_there_are(text: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        ModelName.parse(text)

    assert (caught.value.code, caught.value.message) == (
        "model_name",
        f"“{text}” names no model that can be used.",
    )
    assert "openai, anthropic, google, ollama" in caught.value.hint


@pytest.mark.parametrize(
    ("model", "address", "label", "local"),
    [
        ("openai:gpt-5-mini", None, "OpenAI", False),
        ("openai:fake", "http://127.0.0.1:8099/v1", "127.0.0.1:8099", True),
        ("openai:fake", "http://localhost:8099/v1", "localhost:8099", True),
        ("openai:fake", "https://llm.example.org/v1", "llm.example.org", False),
        ("openai:fake", "https://me:my-password@llm.example.org:8443/v1", "llm.example.org:8443", False),
        ("openai:fake", "llm.example.org/v1", "llm.example.org/v1", False),
        ("openai:fake", "http://[::1]:8099/v1", "[::1]:8099", True),
        ("openai:fake", "http://my.localhost/v1", "my.localhost", True),
        ("openai:fake", "http://localhost.example.org/v1", "localhost.example.org", False),
        ("ollama:llama3.2", None, "Ollama", True),
        ("ollama:llama3.2", "http://10.0.0.9:11434/v1", "10.0.0.9:11434", False),
    ],
)
def test_who_answers_and_whether_on_this_computer(model: str, address: str | None, label: str, local: bool) -> None:
    name, access = ModelName.parse(model), Access(base_url=address)

    assert (name.label(access), name.is_local(access)) == (label, local)


def test_keys_are_shown_nowhere() -> None:
    access = Access(api_key="sk-very-secret")

    assert "very" not in repr(access) + access.model_dump_json() + str(access)
    assert access.secret == "sk-very-secret"

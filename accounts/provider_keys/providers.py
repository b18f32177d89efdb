"""Providers of language models: what a person has to bring for each."""

from __future__ import annotations

from typing import NamedTuple


class Provider(NamedTuple):
    """One provider, as people know it."""

    id: str  # as in "openai:gpt-5"
    name: str
    has_key: bool
    has_address: bool  # others speak its language under an address of their own
    key_looks_like: str
    test_model: str  # asked for when a key is tested


PROVIDERS = {
    provider.id: provider
    for provider in (
        Provider("openai", "OpenAI", True, True, "sk-…", "gpt-5.4-nano"),
        Provider("anthropic", "Anthropic", True, False, "sk-ant-…", "claude-haiku-4-5"),
        Provider("google", "Gemini", True, False, "AIza…", "gemini-3.5-flash-lite"),
        Provider("ollama", "Ollama", False, True, "", ""),
    )
}

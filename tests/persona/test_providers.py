"""Providers are written down once: what reaches, keys, offers and describes them covers each."""

from __future__ import annotations

from pathlib import Path

import pytest

from accounts.models import ProviderKey
from persona.providers import PROVIDERS
from persona.writers.llm.connection import CLIENTS
from persona_web.env import Env

ROOT = Path(__file__).resolve().parents[2]


def test_every_provider_has_a_client() -> None:
    assert list(CLIENTS) == list(PROVIDERS)


def test_every_provider_can_be_brought_by_a_person() -> None:
    assert ProviderKey._meta.get_field("provider").choices == [(each.id, each.name) for each in PROVIDERS.values()]


@pytest.mark.parametrize("provider", PROVIDERS)
def test_an_operator_can_set_what_each_provider_asks_for(provider: str) -> None:
    each = PROVIDERS[provider]
    wanted = {f"{each.id}_api_key"} if each.has_key else set()
    wanted |= {f"{each.id}_base_url"} if each.has_address else set()

    assert wanted - set(Env.model_fields) == set()


def test_what_needs_a_key_says_how_it_looks_and_what_it_is_tried_with() -> None:
    for each in PROVIDERS.values():
        assert bool(each.key_looks_like) == bool(each.test_model) == each.has_key
        assert each.models
        assert each.has_key or each.base_url


def test_the_documents_name_every_provider_and_its_keys() -> None:
    text = (ROOT / "docs" / "models.md").read_text(encoding="utf-8")
    names = [name for each in PROVIDERS.values() for name in (each.id, *each.key_names)]

    assert [name for name in names if f"`{name}`" not in text] == []


@pytest.mark.parametrize(
    ("provider", "label", "keys", "address"),
    [
        ("openai", "OpenAI", ("OPENAI_API_KEY",), None),
        ("anthropic", "Anthropic", ("ANTHROPIC_API_KEY",), None),
        ("google", "Google", ("GOOGLE_API_KEY", "GEMINI_API_KEY"), None),
        ("ollama", "Ollama", (), "http://127.0.0.1:11434/v1"),
    ],
)
def test_each_provider_is_reached_in_its_way(
    provider: str, label: str, keys: tuple[str, ...], address: str | None
) -> None:
    found = PROVIDERS[provider]

    assert (found.id, found.label, found.key_names, found.base_url) == (provider, label, keys, address)
    assert (found.has_key, found.is_self_hosted) == (bool(keys), not keys)


def test_what_is_offered_is_named_once_and_the_first_is_recommended() -> None:
    for each in PROVIDERS.values():
        names = [model.name for model in each.models]
        assert len(names) == len(set(names)) == 3
        assert not [name for name in names if ":" in name or name != name.strip()]
        assert [at for at, model in enumerate(each.models) if "recommended" in model.label] == [0] * each.has_key


def test_a_new_key_is_tried_with_a_small_model_that_is_offered() -> None:
    tried = {each.id: each.test_model for each in PROVIDERS.values() if each.has_key}
    small = {
        each.id: next(m.name for m in each.models if "Small" in m.label) for each in PROVIDERS.values() if each.has_key
    }

    assert tried == small


def test_the_registry_is_not_changed_by_who_reads_it() -> None:
    with pytest.raises(TypeError):
        PROVIDERS["mine"] = PROVIDERS["openai"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        PROVIDERS["openai"].label = "Mine"  # type: ignore[misc]

"""Providers of language models: one registry for library, command line, keys and pages."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class OfferedModel(NamedTuple):
    """A model that pages offer by name; any other can be typed where the provider has it."""

    name: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """What the rest of the house needs to know of a provider."""

    id: str
    """As in "openai:gpt-5"."""
    label: str
    """The company, as errors name it."""
    name: str
    """What people call its models."""
    models: tuple[OfferedModel, ...]
    """The recommended one first."""
    key_names: tuple[str, ...] = ()
    """Where its key stands in the environment; none: it runs on one's own machine and asks for no key."""
    key_looks_like: str = ""
    test_model: str = ""
    """What a new key is tried with."""
    base_url: str | None = None
    """Where it is asked; None: its client knows."""
    address_name: str | None = None
    """Where another address stands in the environment."""
    has_address: bool = False
    """Whether people may give an address of their own: others speak its language."""
    has_embeddings: bool = True

    @property
    def has_key(self) -> bool:
        return bool(self.key_names)

    @property
    def is_self_hosted(self) -> bool:
        return not self.key_names


def _table(*providers: Provider) -> Mapping[str, Provider]:
    return MappingProxyType({provider.id: provider for provider in providers})


PROVIDERS: Mapping[str, Provider] = _table(
    Provider(
        id="openai",
        label="OpenAI",
        name="OpenAI",
        key_names=("OPENAI_API_KEY",),
        key_looks_like="sk-…",
        test_model="gpt-5.4-nano",
        address_name="OPENAI_BASE_URL",
        has_address=True,
        models=(
            OfferedModel("gpt-5.4-mini", "Standard (recommended)"),
            OfferedModel("gpt-5.4-nano", "Small: cheaper, plainer"),
            OfferedModel("gpt-5.4", "Large: slower, more nuance"),
        ),
    ),
    Provider(
        id="anthropic",
        label="Anthropic",
        name="Anthropic",
        key_names=("ANTHROPIC_API_KEY",),
        key_looks_like="sk-ant-…",
        test_model="claude-haiku-4-5",
        address_name="ANTHROPIC_BASE_URL",
        has_embeddings=False,
        models=(
            OfferedModel("claude-sonnet-4-6", "Standard (recommended)"),
            OfferedModel("claude-haiku-4-5", "Small: cheaper, plainer"),
            OfferedModel("claude-opus-4-8", "Large: slower, more nuance"),
        ),
    ),
    Provider(
        id="google",
        label="Google",
        name="Gemini",
        key_names=("GOOGLE_API_KEY", "GEMINI_API_KEY"),
        key_looks_like="AIza…",
        test_model="gemini-3.5-flash-lite",
        models=(
            OfferedModel("gemini-3.5-flash", "Standard (recommended)"),
            OfferedModel("gemini-3.5-flash-lite", "Small: cheaper, plainer"),
            OfferedModel("gemini-3.1-pro-preview", "Large: slower, more nuance"),
        ),
    ),
    Provider(
        id="ollama",
        label="Ollama",
        name="Ollama",
        base_url="http://127.0.0.1:11434/v1",
        address_name="OLLAMA_BASE_URL",
        has_address=True,
        models=(
            OfferedModel("llama3.1", "Llama 3.1"),
            OfferedModel("qwen3", "Qwen 3"),
            OfferedModel("mistral", "Mistral"),
        ),
    ),
)

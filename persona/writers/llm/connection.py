"""Connection to a model: pydantic-ai's model for a name and an access, with our timeouts and no retries of its own."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from persona.messages import configuration_error
from persona.providers import PROVIDERS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping

    import httpx2
    from pydantic_ai.models import Model

    from persona.writers.llm.access import Access
    from persona.writers.llm.model_name import ModelName

UNUSED_KEY = "unused"
"""For servers that ask for no key; the clients want one all the same, and must not look for another."""


def require_extra() -> None:
    """Raise a ConfigurationError that says what to install, where models cannot be used yet."""
    from importlib.util import find_spec

    if any(find_spec(name) is None for name in ("pydantic_ai", "genai_prices", "jinja2")):
        raise configuration_error("extra_missing", what="Writing with a language model", extra="llm")


def check_key(name: ModelName, access: Access) -> None:
    """Raise a ConfigurationError where the provider needs a key and there is none."""
    provider = PROVIDERS[name.provider]
    if provider.key_names and access.base_url is None and not access.secret:
        raise configuration_error("key_missing", provider=provider.label, names=" or ".join(provider.key_names))


@asynccontextmanager
async def connected(name: ModelName, access: Access) -> AsyncIterator[Model]:
    """The model, ready to be asked; its connections are closed at the end."""
    require_extra()
    check_key(name, access)
    from persona.writers.llm.transport import http_client

    async with http_client(access.patience) as client:
        yield _model(name, access, client)


def _model(name: ModelName, access: Access, client: httpx2.AsyncClient) -> Model:
    return CLIENTS[name.provider](name.name, access.secret, name.address(access), client)


def _anthropic(name: str, key: str | None, address: str | None, client: httpx2.AsyncClient) -> Model:
    from pydantic_ai.models.anthropic import AnthropicModel
    from pydantic_ai.providers.anthropic import AnthropicProvider

    usual = address or "https://api.anthropic.com"
    provider = AnthropicProvider(api_key=key or UNUSED_KEY, base_url=usual, http_client=client)
    return AnthropicModel(name, provider=provider)


def _google(name: str, key: str | None, address: str | None, client: httpx2.AsyncClient) -> Model:
    from pydantic_ai.models.google import GoogleModel
    from pydantic_ai.providers.google import GoogleProvider

    provider = GoogleProvider(api_key=key or UNUSED_KEY, base_url=address, http_client=client)
    return GoogleModel(name, provider=provider)


def _ollama(name: str, key: str | None, address: str | None, client: httpx2.AsyncClient) -> Model:
    from pydantic_ai.models.ollama import OllamaModel
    from pydantic_ai.providers.ollama import OllamaProvider

    provider = OllamaProvider(base_url=address, api_key=key or UNUSED_KEY, http_client=client)
    return OllamaModel(name, provider=provider)


def _openai(name: str, key: str | None, address: str | None, client: httpx2.AsyncClient) -> Model:
    """OpenAI itself, or whoever speaks as it does at another address."""
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai import OpenAIProvider
    from pydantic_ai.providers.openai_compatible import OpenAICompatibleProvider

    if address is None:
        usual = OpenAIProvider(base_url="https://api.openai.com/v1", api_key=key, http_client=client)
        return OpenAIChatModel(name, provider=usual)
    other = OpenAICompatibleProvider("compatible", base_url=address, api_key=key or UNUSED_KEY, http_client=client)
    return OpenAIChatModel(name, provider=other)


CLIENTS: Mapping[str, Callable[[str, str | None, str | None, httpx2.AsyncClient], Model]] = {
    "openai": _openai,
    "anthropic": _anthropic,
    "google": _google,
    "ollama": _ollama,
}
"""Provider -> how one of its models is made from name, key, address and client; a test holds it to `PROVIDERS`."""

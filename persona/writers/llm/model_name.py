"""Model names: `provider:name`, who the provider is, and whether it stands on this computer."""

from __future__ import annotations

from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit

from persona.messages import configuration_error
from persona.providers import PROVIDERS
from persona.writers.llm.access import Access

BUILTIN = "builtin"
LOCAL = "local"
"""For embeddings: a package on this computer instead of a provider."""


class ModelName(NamedTuple):
    """A model and its provider.

    >>> ModelName.parse("openai:gpt-5-mini")
    ModelName(provider='openai', name='gpt-5-mini')
    """

    provider: str
    name: str

    @classmethod
    def parse(cls, text: str) -> ModelName:
        """The two parts of `provider:name`.

        Raises:
            ConfigurationError: it has no such form, or the provider is unknown.
        """
        provider, _, name = text.partition(":")
        if not name.strip() or provider not in PROVIDERS:
            raise configuration_error("model_name", model=text, names=", ".join(PROVIDERS))
        return cls(provider, name.strip())

    def __str__(self) -> str:
        return f"{self.provider}:{self.name}"

    def address(self, access: Access) -> str | None:
        """Where it is asked; None for the provider's own usual address."""
        return access.base_url or PROVIDERS[self.provider].base_url

    def label(self, access: Access) -> str:
        """Who answers, for people: the provider, or the host of an address of one's own."""
        return _host(access.base_url) if access.base_url else PROVIDERS[self.provider].label

    def is_local(self, access: Access) -> bool:
        """Whether nothing leaves this computer, and nothing is paid."""
        address = self.address(access)
        return address is not None and is_loopback(urlsplit(address).hostname or "")


def _host(address: str) -> str:
    """Host and port without a name and password before them; all of an address that names no host."""
    return urlsplit(address).netloc.rpartition("@")[2] or address


def is_loopback(host: str) -> bool:
    """Whether a host is this very computer."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")

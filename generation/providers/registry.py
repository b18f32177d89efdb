"""Engines: who can write a team's personas, how they are reached, and who pays."""

from __future__ import annotations

import socket
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from django.conf import settings
from pydantic import SecretStr

from accounts.provider_keys import addresses
from accounts.provider_keys.worker import price_of
from core.security.encryption import Undecryptable, decrypt
from persona.exceptions import PersonaError
from persona.providers import PROVIDERS, OfferedModel, Provider
from persona.writers.llm import Access, ModelName

if TYPE_CHECKING:
    from collections.abc import Sequence

    from accounts.models import ProviderKey, Team

BUILTIN = "builtin"
PROBE_SECONDS = 0.2
Payer = Literal["nobody", "own", "operator"]


class NoAccess(PersonaError):
    """The team has no way to this provider."""

    code = "key_missing"

    def __init__(self, provider: Provider) -> None:
        what = "key" if provider.has_key else "address"
        super().__init__(
            f"There is no {what} for {provider.name} here.",
            hint=f"Add a {what} of your own to your account, or take the built-in writer.",
        )


@dataclass(frozen=True)
class WriterOption:
    """One writer that can be chosen, with the truth about it."""

    id: str  # "builtin", or the provider
    name: str
    payer: Payer | None  # None: there is no key yet
    is_private: bool  # nothing leaves this computer
    host: str = ""  # where answers go, when it is not the provider's own address
    last_four: str = ""
    models: tuple[OfferedModel, ...] = ()
    terms: Access = field(default_factory=Access)  # address and price, never the key

    @property
    def is_ready(self) -> bool:
        return self.payer is not None

    @property
    def is_self_hosted(self) -> bool:
        """It runs on a machine of one's own, and asks for no key."""
        return self.id in PROVIDERS and PROVIDERS[self.id].is_self_hosted

    @property
    def model(self) -> str:
        """What a run's settings say when it is chosen with its first model."""
        return f"{self.id}:{self.models[0].name}" if self.models else self.id


@dataclass(frozen=True)
class ProviderAccess:
    """How a model is reached, and who pays for it."""

    access: Access
    payer: Payer


def writer_options(team: Team) -> tuple[WriterOption, ...]:
    """Every writer, the built-in one first, as it stands for this team."""
    keys = {key.provider: key for key in team.providerkeys.all()}
    builtin = WriterOption(id=BUILTIN, name="Built-in", payer="nobody", is_private=True)
    return (builtin, *(_option(provider, keys.get(provider.id)) for provider in PROVIDERS.values()))


def terms_of(writers: Sequence[WriterOption], model: str) -> Access:
    """Address and price of a model, as far as a person may see them."""
    provider = model.partition(":")[0]
    return next((option.terms for option in writers if option.id == provider), Access())


def provider_access(team: Team, model: str) -> ProviderAccess:
    """How the runs of a team reach `model`; asked at the moment of use, so that a removed key is used no more.

    Raises:
        ConfigurationError: the name has no provider that is known.
        NoAccess: neither the team nor the operator has a key.
        AddressRefused: the address is not one that this server may call.
    """
    name = ModelName.parse(model)
    provider = PROVIDERS[name.provider]
    key = team.providerkeys.filter(provider=provider.id).first()
    if key is not None:
        return _own(key, name)
    if (access := _operators(provider)) is None:
        raise NoAccess(provider)
    return ProviderAccess(access, _payer(name, access, is_own=False))


def writer_words(model: str) -> str:
    """Who writes, for people: "Built-in", "OpenAI, gpt-5.4-mini"."""
    if model == BUILTIN:
        return "Built-in"
    name = ModelName.parse(model)
    return f"{PROVIDERS[name.provider].name}, {name.name}"


def access_of(key: ProviderKey) -> Access:
    """What a stored key opens.

    Raises:
        NoAccess: the key that sealed it is gone.
    """
    try:
        secret = SecretStr(decrypt(key.sealed)) if key.sealed else None
    except Undecryptable:
        raise NoAccess(PROVIDERS[key.provider]) from None
    return Access(api_key=secret, base_url=key.base_url or None, price=price_of(key))


def _own(key: ProviderKey, name: ModelName) -> ProviderAccess:
    access = access_of(key)
    if access.base_url:
        addresses.check(access.base_url)
    return ProviderAccess(access, _payer(name, access, is_own=True))


def _terms(key: ProviderKey) -> Access:
    return Access(base_url=key.base_url or None, price=price_of(key))


def _operators(provider: Provider) -> Access | None:
    """The operator's way, where there is one for everybody."""
    env = settings.ENV
    address = getattr(env, f"{provider.id}_base_url") if provider.has_address else None
    if provider.is_self_hosted:
        found = address or (None if env.production else provider.base_url)
        return Access(base_url=found) if found else None
    secret = getattr(env, f"{provider.id}_api_key")
    if (secret is None and address is None) or not env.monthly_limit_usd:
        return None
    return Access(api_key=secret, base_url=address)


def _payer(name: ModelName, access: Access, *, is_own: bool) -> Payer:
    """Nobody pays for a machine of one's own, unless its owner says that it costs something."""
    if access.price is None and (PROVIDERS[name.provider].is_self_hosted or name.is_local(access)):
        return "nobody"
    return "own" if is_own else "operator"


def _answers(address: str) -> bool:
    """Whether anything listens there; on this machine or beside it that shows at once."""
    parts = urlsplit(address)
    try:
        socket.create_connection((parts.hostname or "", parts.port or 80), timeout=PROBE_SECONDS).close()
    except (OSError, ValueError):
        return False
    return True


def _option(provider: Provider, key: ProviderKey | None) -> WriterOption:
    models = provider.models
    if key is not None and key.model:
        models = (OfferedModel(key.model, key.model), *(each for each in models if each.name != key.model))
    access = _terms(key) if key is not None else _operators(provider)
    name = ModelName(provider.id, models[0].name)
    if access is None or (key is None and provider.is_self_hosted and not _answers(access.base_url or "")):
        return WriterOption(provider.id, provider.name, None, is_private=False, models=models)
    is_local = name.is_local(access)
    address = name.label(access) if access.base_url and provider.has_key else ""
    return WriterOption(
        id=provider.id,
        name=f"{provider.name} at {address}" if address else provider.name,
        payer=_payer(name, access, is_own=key is not None),
        is_private=is_local,
        host="" if access.base_url is None or is_local else name.label(access),
        last_four=key.last_four if key else "",
        models=models,
        terms=access.model_copy(update={"api_key": None}),
    )

"""Keys: a person brings one of their own to a provider; it is tried first, and never shown again."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from pydantic import SecretStr

from accounts.people.notices import tell
from accounts.provider_keys import addresses
from accounts.provider_keys.models import ProviderKey
from accounts.provider_keys.turns import turn_of
from core.links import absolute
from core.security.encryption import encrypt
from persona.exceptions import ProviderBusy
from persona.providers import PROVIDERS
from persona.writers.llm import Access, ModelName, Patience, Price, check_access

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from accounts.people.models import User
    from persona.providers import Provider

SHOWN = 4
LONG_ENOUGH = 20  # of a shorter secret, four letters would tell too much
PATIENCE = Patience(connect=5, read=15, total=20, tries=1)  # somebody looks at the page meanwhile


def keep_key(
    *, user: User, provider: Provider, access: Access, model: str = "", price: Price | None = None
) -> ProviderKey:
    """Try a way to a provider and, when it works, keep it in place of the one before.

    Raises:
        AddressRefused: this server may not call the address.
        KeyTestBusy: too many are being tried at this moment.
        PersonaError: what the provider answered.
    """
    with turn_of(user):
        if access.base_url:
            addresses.check(access.base_url)
        tried = access.model_copy(update={"patience": PATIENCE})
        asyncio.run(_within(PATIENCE.total, check_access(f"{provider.id}:{model or provider.test_model}", tried)))
    secret = access.secret or ""
    kept = {
        "sealed": encrypt(secret) if secret else "",
        "last_four": secret[-SHOWN:] if len(secret) >= LONG_ENOUGH else "",
        "base_url": access.base_url or "",
        "model": model,
        "input_price": price.input if price else None,
        "output_price": price.output if price else None,
        "checked": timezone.now(),
    }
    key, _ = ProviderKey.objects.update_or_create(owner=user, provider=provider.id, defaults=kept)
    context = {"provider": provider, "key": key, "address": absolute(reverse("account"))}
    tell(user, "account/email/provider_key.txt", context)
    return key


async def _within(seconds: float, trying: Awaitable[None]) -> None:
    """Whatever the provider does, the page waits no longer."""
    try:
        async with asyncio.timeout(seconds):
            await trying
    except TimeoutError:
        raise ProviderBusy(f"There was no answer within {seconds:.0f} seconds.", hint="Try again later.") from None


def replace_key(*, user: User, model: str, secret: str) -> None:
    """Another key in place of the one that failed; address, model and prices stay.

    Raises:
        AddressRefused, PersonaError: as for `keep_key`.
    """
    name = ModelName.parse(model)
    provider = PROVIDERS[name.provider]
    before = ProviderKey.objects.visible_to(user).filter(provider=provider.id).first()
    keep_key(
        user=user,
        provider=provider,
        access=Access(api_key=SecretStr(secret), base_url=before.base_url or None if before else None),
        model=before.model if before else "",
        price=price_of(before) if before else None,
    )


def remove_key(*, user: User, provider: Provider) -> bool:
    """Forget a key; runs at work that need it end at their next call."""
    return bool(ProviderKey.objects.visible_to(user).filter(provider=provider.id).delete()[0])


def price_of(key: ProviderKey) -> Price | None:
    """What its owner says that the model costs."""
    if key.input_price is None or key.output_price is None:
        return None
    return Price(input=key.input_price, output=key.output_price)

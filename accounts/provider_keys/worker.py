"""Testing a key: a worker asks the provider for one word, and keeps the key when that works."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from pydantic import SecretStr

from accounts.people.notices import tell
from accounts.provider_keys import addresses
from accounts.provider_keys.models import KeyTest, ProviderKey
from accounts.provider_keys.signals import key_was_kept
from core.lease.heartbeat import heartbeat
from core.links import absolute
from core.security.encryption import decrypt, encrypt
from persona.exceptions import PersonaError, ProviderBusy
from persona.providers import PROVIDERS
from persona.writers.llm import Access, Patience, Price, check_access

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from accounts.people.models import User
    from accounts.teams.models import Team
    from persona.providers import Provider

logger = logging.getLogger(__name__)
SHOWN = 4
LONG_ENOUGH = 20  # of a shorter secret, four letters would tell too much
PATIENCE = Patience(connect=5, read=15, total=20, tries=1)  # somebody looks at the page meanwhile
UNEXPECTED = {
    "code": "unexpected",
    "message": "Something went wrong on our side.",
    "hint": "Test the key again.",
    "retryable": True,
}


def carry_out(test: KeyTest) -> None:
    """Try the key of a test that this worker holds, keep it when it works, and settle the test."""
    with heartbeat(lambda: KeyTest.objects.renew(test)):
        error = _error_of(test)
    if error is not None:
        KeyTest.objects.settle(test, status=KeyTest.Status.FAILED, error=error)
    elif (key := _keep(test)) is not None:
        key_was_kept.send(KeyTest, test=test)
        _tell(key)


def give_up(test: KeyTest) -> None:
    """End one that has cost several workers their lives."""
    KeyTest.objects.settle(test, status=KeyTest.Status.FAILED, error=UNEXPECTED)


def try_access(provider: Provider, access: Access, model: str = "") -> None:
    """Ask a provider for one word.

    Raises:
        AddressRefused: this server may not call the address.
        PersonaError: what the provider answered, or that it did not.
    """
    if access.base_url:
        addresses.check(access.base_url)
    tried = access.model_copy(update={"patience": PATIENCE})
    asyncio.run(_within(PATIENCE.total, check_access(f"{provider.id}:{model or provider.test_model}", tried)))


def keep_key(
    *,
    user: User,
    provider: Provider,
    access: Access,
    model: str = "",
    price: Price | None = None,
    team: Team | None = None,
) -> ProviderKey:
    """Store a team's way to a provider, sealed, in place of the one before; else the team that the person acts in."""
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
    key, _ = ProviderKey.objects.update_or_create(
        team=team or user.membership.team, provider=provider.id, defaults={**kept, "owner": user}
    )
    return key


def access_of(test: KeyTest) -> Access:
    """What a test tries."""
    secret = SecretStr(decrypt(test.sealed)) if test.sealed else None
    return Access(api_key=secret, base_url=test.base_url or None)


def price_of(key: ProviderKey | KeyTest) -> Price | None:
    """What its owner says that the model costs."""
    if key.input_price is None or key.output_price is None:
        return None
    return Price(input=key.input_price, output=key.output_price)


def _error_of(test: KeyTest) -> dict[str, Any] | None:
    """Why the key does not work, in words for people; None when it does."""
    try:
        try_access(PROVIDERS[test.provider], access_of(test), test.model)
    except PersonaError as error:
        return {"code": error.code, "message": error.message, "hint": error.hint, "retryable": error.retryable}
    except Exception:
        logger.exception("Key test %s failed.", test.pk)
        return UNEXPECTED
    return None


@transaction.atomic
def _keep(test: KeyTest) -> ProviderKey | None:
    """Keep the key, unless the test was taken away meanwhile: replaced, or ended with the person's access."""
    access = access_of(test)
    if not KeyTest.objects.settle(test, status=KeyTest.Status.WORKS):
        return None
    return keep_key(
        user=test.owner,
        provider=PROVIDERS[test.provider],
        access=access,
        model=test.model,
        price=price_of(test),
        team=test.team,
    )


def _tell(key: ProviderKey) -> None:
    context = {"provider": PROVIDERS[key.provider], "key": key, "address": absolute(reverse("account"))}
    if key.owner:
        tell(key.owner, "account/email/provider_key.txt", context)


async def _within(seconds: float, trying: Awaitable[None]) -> None:
    """Whatever the provider does, nobody waits longer."""
    try:
        async with asyncio.timeout(seconds):
            await trying
    except TimeoutError:
        raise ProviderBusy(f"There was no answer within {seconds:.0f} seconds.", hint="Try again later.") from None

"""Keys: a person brings one of their own, for their team, to a provider; it is tested first, and never shown again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db import transaction
from pydantic import SecretStr

from accounts.audit.services import record
from accounts.provider_keys import tasks
from accounts.provider_keys.models import KeyTest
from accounts.provider_keys.worker import price_of
from core.security.encryption import encrypt
from persona.exceptions import PersonaError
from persona.providers import PROVIDERS
from persona.writers.llm import Access, ModelName

if TYPE_CHECKING:
    from accounts.people.models import User
    from accounts.teams.models import Team
    from persona.providers import Provider
    from persona.writers.llm import Price


class KeyTestBusy(PersonaError):
    """A worker tests another key of this person at this moment."""

    code = "key_test_busy"
    retryable = True

    def __init__(self) -> None:
        super().__init__("A key of yours is being tested already.", hint="Wait half a minute, then try again.")


@transaction.atomic
def start_key_test(
    *,
    user: User,
    provider: Provider,
    access: Access,
    model: str = "",
    price: Price | None = None,
    team: Team | None = None,
) -> KeyTest:
    """Have a worker try a way to a provider; one that works is kept in place of the one before.

    It is kept for `team`, else for the one that the person acts in.
    A test of the same person that has not begun yet is replaced.

    Raises:
        KeyTestBusy: one has begun.
    """
    get_user_model().objects.select_for_update().get(pk=user.pk)
    if KeyTest.objects.filter(owner=user).under_way().exists():
        raise KeyTestBusy
    KeyTest.objects.filter(owner=user).unfinished().delete()
    test = KeyTest.objects.create(
        owner=user,
        team=team or user.membership.team,
        provider=provider.id,
        sealed=encrypt(access.secret) if access.secret else "",
        base_url=access.base_url or "",
        model=model,
        input_price=price.input if price else None,
        output_price=price.output if price else None,
    )
    record("key_kept", team=test.team_id, person=user.pk, provider=provider.id)
    tasks.run_key_test.delay_on_commit(str(test.pk))
    return test


def start_replacement_test(*, user: User, team: Team, model: str, secret: str) -> KeyTest:
    """Test another key in place of the one that failed; address, model and prices stay.

    Raises:
        KeyTestBusy: as for `start_key_test`.
    """
    provider = PROVIDERS[ModelName.parse(model).provider]
    before = team.providerkeys.filter(provider=provider.id).first()
    return start_key_test(
        user=user,
        provider=provider,
        access=Access(api_key=SecretStr(secret), base_url=before.base_url or None if before else None),
        model=before.model if before else "",
        price=price_of(before) if before else None,
        team=team,
    )


def remove_key(*, team: Team, provider: Provider) -> bool:
    """Forget a key; runs at work that need it end at their next call."""
    removed = bool(team.providerkeys.filter(provider=provider.id).delete()[0])
    if removed:
        record("key_removed", team=team.pk, provider=provider.id)
    return removed

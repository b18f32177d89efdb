"""Changing the key that seals: every stored secret moves to the new one."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django import Settings

from accounts.models import ProviderKey, User
from core.security.encryption import decrypt, encrypt

pytestmark = pytest.mark.django_db

OLD, NEW = "o" * 40, "n" * 40


def stored(owner: User, provider: str, sealed: str) -> ProviderKey:
    return ProviderKey.objects.create(owner=owner, provider=provider, sealed=sealed, checked=timezone.now())


def test_every_secret_moves_and_the_old_key_may_go(alice: User, bob: User, settings: Settings) -> None:
    settings.ENCRYPTION_KEYS = [OLD]
    for owner in (alice, bob):
        stored(owner, "openai", encrypt(f"sk-{owner.pk}"))
    stored(alice, "ollama", "")
    settings.ENCRYPTION_KEYS = [NEW, OLD]
    said = StringIO()

    call_command("reencrypt", stdout=said)

    settings.ENCRYPTION_KEYS = [NEW]
    assert said.getvalue() == "2 sealed under the first key.\n"
    found = {key.owner: decrypt(key.sealed) for key in ProviderKey.objects.exclude(sealed="")}
    assert found == {alice: f"sk-{alice.pk}", bob: f"sk-{bob.pk}"}


def test_what_no_key_opens_is_counted_and_left_as_it_is(alice: User, settings: Settings) -> None:
    settings.ENCRYPTION_KEYS = [OLD]
    key = stored(alice, "openai", encrypt("sk-lost"))
    settings.ENCRYPTION_KEYS = [NEW]

    with pytest.raises(CommandError, match="1 can be read with none of the keys"):
        call_command("reencrypt", stdout=StringIO())

    key.refresh_from_db()
    settings.ENCRYPTION_KEYS = [OLD]
    assert decrypt(key.sealed) == "sk-lost"

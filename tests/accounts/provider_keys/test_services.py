"""Services of keys: one test a person at a time, replaced while it waits, and what is removed is one's own."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import serializers
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pydantic import SecretStr

from accounts.models import KeyTest, ProviderKey, User
from accounts.provider_keys.services import KeyTestBusy, remove_key, start_key_test, start_replacement_test
from accounts.provider_keys.worker import access_of, keep_key, price_of
from generation.providers import registry
from persona.providers import PROVIDERS
from persona.writers.llm import Access, Price
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
SECRET = "sk-test-0123456789abcdef9fQ2"
OPENAI = PROVIDERS["openai"]
ACCESS = Access(api_key=SecretStr(SECRET), base_url="https://models.example.com/v1")
PRICE = Price(input=0.5, output=2)


def start(user: User) -> KeyTest:
    return start_key_test(user=user, provider=OPENAI, access=ACCESS, model="fake", price=PRICE)


def keep(user: User) -> ProviderKey:
    return keep_key(user=user, provider=OPENAI, access=ACCESS, model="fake", price=PRICE)


def test_what_is_tested_waits_sealed(alice: User) -> None:
    test = start(alice)

    assert (test.status, test.provider, test.model, price_of(test)) == ("waiting", "openai", "fake", PRICE)
    assert (access_of(test).secret, access_of(test).base_url) == (SECRET, ACCESS.base_url)
    assert SECRET not in serializers.serialize("json", KeyTest.objects.all())


def test_a_test_that_waits_is_replaced(alice: User, bob: User) -> None:
    others = start(bob)
    first, second = start(alice), start(alice)

    assert first != second
    assert list(KeyTest.objects.order_by("created")) == [others, second]


def test_one_that_has_begun_is_waited_for(alice: User) -> None:
    KeyTest.objects.claim(start(alice).pk)

    with pytest.raises(KeyTestBusy, match="A key of yours is being tested"):
        start(alice)


def test_one_whose_worker_has_died_is_replaced(alice: User) -> None:
    KeyTest.objects.claim(start(alice).pk)
    KeyTest.objects.update(lease_until=timezone.now() - timedelta(seconds=1))

    assert KeyTest.objects.get() != start(alice)
    assert KeyTest.objects.count() == 1


def test_a_replacement_keeps_address_model_and_prices(alice: User) -> None:
    keep(alice)

    test = start_replacement_test(
        user=alice, team=alice.membership.team, model="openai:fake", secret="sk-newer-0123456789abcdef1111"
    )

    assert (test.base_url, test.model, price_of(test)) == (ACCESS.base_url, "fake", PRICE)
    assert access_of(test).secret == "sk-newer-0123456789abcdef1111"
    assert registry.access_of(ProviderKey.objects.get()).secret == SECRET


def test_remove_forgets_only_ones_own(alice: User, bob: User) -> None:
    keep(alice)
    keep(bob)

    assert [remove_key(team=alice.membership.team, provider=OPENAI) for _ in range(2)] == [True, False]
    assert [key.owner for key in ProviderKey.objects.all()] == [bob]


def test_the_administration_shows_whose_keys_there_are_and_no_secret(alice: User, client: Client) -> None:
    key = keep(alice)
    client.force_login(UserFactory(is_staff=True, is_superuser=True))

    pages = [
        client.get(reverse("admin:accounts_providerkey_changelist")).content.decode(),
        client.get(reverse("admin:accounts_providerkey_change", args=[key.pk])).content.decode(),
    ]

    for html in pages:
        assert "9fQ2" in html
        assert SECRET not in html
        assert key.sealed not in html

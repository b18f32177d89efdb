"""Keys of providers: tried before they are kept, sealed, and never to be read again."""

from __future__ import annotations

import pytest
from django.core import serializers
from django.test import Client
from django.urls import reverse
from pydantic import SecretStr

from accounts.models import ProviderKey, User
from accounts.provider_keys.addresses import AddressRefused
from accounts.provider_keys.services import keep_key, remove_key, replace_key
from generation.providers.registry import access_of
from persona.exceptions import ConfigurationError, ProviderAuthError, ProviderBusy
from persona.providers import PROVIDERS
from persona.writers.llm import Access, Price
from tests.factories import UserFactory
from tests.fake_llm import FakeLLM

pytestmark = pytest.mark.django_db
SECRET = "sk-test-0123456789abcdef9fQ2"
OPENAI = PROVIDERS["openai"]


def keep(user: User, fake: FakeLLM, secret: str = SECRET, **changes: object) -> ProviderKey:
    access = Access(api_key=SecretStr(secret), base_url=fake.base_url)
    return keep_key(user=user, provider=OPENAI, access=access, model="fake", **changes)  # type: ignore[arg-type]


def test_a_key_that_works_is_kept_sealed_with_its_last_four(alice: User, fake_llm: FakeLLM) -> None:
    fake_llm.options.api_key = SECRET

    key = keep(alice, fake_llm, price=Price(input=0.5, output=2))

    assert [record.status for record in fake_llm.records] == [200]
    kept = (key.provider, key.last_four, key.base_url, key.model, key.input_price, key.output_price)
    assert kept == ("openai", "9fQ2", fake_llm.base_url, "fake", 0.5, 2)
    assert SECRET not in serializers.serialize("json", ProviderKey.objects.all())
    assert access_of(key).secret == SECRET


@pytest.mark.parametrize(
    ("options", "error"),
    [({"api_key": "sk-other"}, ProviderAuthError), ({"fault_plan": "500", "fault_loop": True}, ProviderBusy)],
)
def test_a_key_that_does_not_work_is_not_kept(
    alice: User, fake_llm: FakeLLM, options: dict[str, object], error: type[Exception]
) -> None:
    fake_llm.reset(**options)

    with pytest.raises(error) as refused:
        keep(alice, fake_llm)

    assert SECRET not in f"{refused.value} {refused.value!r}"
    assert not ProviderKey.objects.exists()


def test_a_refused_key_leaves_the_one_before(alice: User, fake_llm: FakeLLM) -> None:
    fake_llm.options.api_key = SECRET
    keep(alice, fake_llm)

    with pytest.raises(ProviderAuthError):
        keep(alice, fake_llm, "sk-mistyped-0123456789abcd")

    assert access_of(ProviderKey.objects.get()).secret == SECRET


def test_another_key_takes_the_place_and_keeps_the_address(alice: User, fake_llm: FakeLLM) -> None:
    keep(alice, fake_llm, price=Price(input=1, output=1))

    replace_key(user=alice, model="openai:fake", secret="sk-newer-0123456789abcdef1111")

    key = ProviderKey.objects.get()
    assert (key.last_four, key.base_url, key.model, key.input_price) == ("1111", fake_llm.base_url, "fake", 1)


def test_of_a_short_secret_nothing_is_shown(alice: User, fake_llm: FakeLLM) -> None:
    assert keep(alice, fake_llm, "secret12").last_four == ""


def test_a_key_without_its_provider_is_none(alice: User) -> None:
    with pytest.raises(ConfigurationError):
        keep_key(user=alice, provider=PROVIDERS["anthropic"], access=Access())


def test_an_address_inside_is_refused_before_anything_is_sent(alice: User) -> None:
    with pytest.raises(AddressRefused):
        keep_key(user=alice, provider=OPENAI, access=Access(base_url="http://10.0.0.7/v1"), model="x")


def test_remove_forgets_only_ones_own(alice: User, bob: User, fake_llm: FakeLLM) -> None:
    keep(alice, fake_llm)
    keep(bob, fake_llm)

    assert (remove_key(user=alice, provider=OPENAI), remove_key(user=alice, provider=OPENAI)) == (True, False)
    assert [key.owner for key in ProviderKey.objects.all()] == [bob]


def test_the_administration_shows_whose_keys_there_are_and_no_secret(
    alice: User, fake_llm: FakeLLM, client: Client
) -> None:
    key = keep(alice, fake_llm)
    client.force_login(UserFactory(is_staff=True, is_superuser=True))

    pages = [
        client.get(reverse("admin:accounts_providerkey_changelist")).content.decode(),
        client.get(reverse("admin:accounts_providerkey_change", args=[key.pk])).content.decode(),
    ]

    for html in pages:
        assert "9fQ2" in html
        assert SECRET not in html
        assert key.sealed not in html

"""AI keys in the account: asked for the password first, tested on entry, never shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import KeyTest, ProviderKey, User
from accounts.provider_keys import tasks
from core.security.encryption import encrypt
from tests.factories import PASSWORD

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse
    from pytest_django import Settings

    from tests.fake_llm import FakeLLM

pytestmark = pytest.mark.django_db
SECRET = "sk-test-0123456789abcdef9fQ2"
KEYS = "/account/keys/"
OPENAI = f"{KEYS}openai/"


@pytest.fixture
def client(alice: User) -> Client:
    """Alice has typed her password a moment ago."""
    client = Client()
    client.post(reverse("account_login"), {"login": alice.email, "password": PASSWORD})
    return client


def typed(fake: FakeLLM, **changes: str) -> dict[str, str]:
    return {"key": SECRET, "base_url": fake.base_url, "model": "fake", **changes}


def carried_out(client: Client, data: dict[str, str]) -> str:
    """Post the form and let a worker test the key; the address of the page that waits for it."""
    waiting = client.post(OPENAI, data).headers["Location"]
    tasks.run_key_test(str(KeyTest.objects.latest("created").pk))
    return waiting


def poll(client: Client, address: str, **query: str) -> HttpResponse:
    """What the page of a test asks every second."""
    return client.get(address, query, headers={"hx-request": "true", "hx-target": "key-test"})


def stored(user: User) -> ProviderKey:
    return ProviderKey.objects.create(
        owner=user, provider="openai", sealed=encrypt(SECRET), last_four="9fQ2", checked=timezone.now()
    )


def test_each_provider_has_its_place(client: Client) -> None:
    response = client.get(KEYS)

    assert [row["provider"].name for row in response.context["rows"]] == ["OpenAI", "Anthropic", "Gemini", "Ollama"]
    assertContains(response, 'aria-current="page">AI keys')


def test_a_key_waits_for_a_worker_on_a_page_that_asks_again(client: Client, fake_llm: FakeLLM) -> None:
    page = client.post(OPENAI, typed(fake_llm), follow=True)
    here = page.request["PATH_INFO"]

    assertContains(page, f'hx-get="{here}?seen=waiting&amp;next=" hx-trigger="every 1s"')
    assertContains(page, "Your turn comes next")
    assertNotContains(page, SECRET)
    assert (fake_llm.records, ProviderKey.objects.count()) == ([], 0)
    assert (poll(client, here, seen="waiting").status_code, poll(client, here, seen="testing").status_code) == (
        204,
        200,
    )

    KeyTest.objects.claim(KeyTest.objects.get().pk)
    told = poll(client, here, seen="waiting")
    assertContains(told, "<h3>Testing</h3>")
    assertNotContains(told, "<main")


def test_a_key_is_tested_kept_and_shown_by_its_end(client: Client, alice: User, fake_llm: FakeLLM) -> None:
    waiting = carried_out(client, typed(fake_llm))
    assert poll(client, waiting, seen="testing").headers["HX-Refresh"] == "true"

    response = client.get(waiting, follow=True)

    assertRedirects(response, KEYS)
    assertContains(response, "OpenAI works, and is kept for your runs.")
    assertContains(response, "<code>9fQ2</code>")
    assertNotContains(response, SECRET)
    assert ProviderKey.objects.get().owner == alice


def test_afterwards_one_is_where_one_came_from(client: Client, fake_llm: FakeLLM) -> None:
    posted = client.get(carried_out(client, typed(fake_llm, next="/help/")))
    elsewhere = client.get(carried_out(client, typed(fake_llm, next="https://evil.example/")))

    assert (posted.headers["Location"], elsewhere.headers["Location"]) == ("/help/", KEYS)


def test_a_refused_key_is_explained_and_not_sent_back(client: Client, fake_llm: FakeLLM) -> None:
    fake_llm.options.api_key = "sk-another"

    response = client.get(carried_out(client, typed(fake_llm, next="/help/")))

    assertContains(response, "refused the key")
    assertContains(response, f'value="{fake_llm.base_url}"')
    assertContains(response, 'name="next" value="/help/"')
    assertNotContains(response, SECRET)
    assert not ProviderKey.objects.exists()


def test_one_at_a_time(client: Client, fake_llm: FakeLLM) -> None:
    client.post(OPENAI, typed(fake_llm))
    KeyTest.objects.claim(KeyTest.objects.get().pk)

    response = client.post(OPENAI, typed(fake_llm))

    assertContains(response, "A key of yours is being tested already.", status_code=422)


def test_nobody_sees_anothers_test(client: Client, bob: User) -> None:
    test = KeyTest.objects.create(owner=bob, provider="openai")

    assert client.get(f"{OPENAI}test/{test.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"key": ""}, "key"),
        ({"model": ""}, "model"),
        ({"base_url": "no address"}, "base_url"),
        ({"input_price": "1"}, "output_price"),
        ({"input_price": "1", "output_price": "-1"}, "output_price"),
    ],
)
def test_what_is_missing_is_asked_for(client: Client, fake_llm: FakeLLM, changes: dict[str, str], field: str) -> None:
    response = client.post(OPENAI, typed(fake_llm, **changes))

    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
    assert fake_llm.records == []


def test_an_address_inside_a_network_is_refused(client: Client) -> None:
    response = client.get(carried_out(client, {"key": SECRET, "base_url": "http://192.168.0.4/v1", "model": "m"}))

    assertContains(response, "This address is not public.")


def test_remove_forgets_the_key(client: Client, alice: User) -> None:
    stored(alice)

    assertRedirects(client.post(f"{OPENAI}remove/"), KEYS)

    assert not ProviderKey.objects.exists()


def test_nobody_sees_or_removes_anothers(client: Client, bob: User) -> None:
    stored(bob)

    assertNotContains(client.get(KEYS), "9fQ2")
    client.post(f"{OPENAI}remove/")

    assert ProviderKey.objects.get().owner == bob


@pytest.mark.parametrize("address", [OPENAI, f"{OPENAI}remove/"])
def test_an_open_window_is_not_enough(
    alice: User, client_of: Callable[[User], Client], fake_llm: FakeLLM, address: str
) -> None:
    stored(alice)
    client = client_of(alice)  # signed in, but the password was typed long ago

    response = client.post(address, typed(fake_llm))

    assertRedirects(response, f"/account/reauthenticate/?next={address.replace('/', '%2F')}")
    assert (ProviderKey.objects.count(), fake_llm.records) == (1, [])
    # What was typed must not lie in the session, in the database, until the password comes.
    assert SECRET not in str([session.get_decoded() for session in Session.objects.all()])


def test_the_password_opens_for_fifteen_minutes(client: Client, settings: Settings) -> None:
    assert settings.ACCOUNT_REAUTHENTICATION_TIMEOUT == 15 * 60
    assert client.get(OPENAI).status_code == 200

    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    response = client.get(f"{OPENAI}?next=/help/")

    assertRedirects(response, "/account/reauthenticate/?next=%2Faccount%2Fkeys%2Fopenai%2F%3Fnext%3D%2Fhelp%2F")


def test_who_has_just_signed_up_is_not_asked_again(client: Client) -> None:
    newcomer = Client()
    newcomer.post(reverse("account_signup"), {"email": "new@example.com", "password1": "plum-orbit-castle-77"})
    EmailAddress.objects.update(verified=True)

    assert newcomer.get(OPENAI).status_code == 200


def test_unknown_providers_are_not_found(client: Client) -> None:
    assert client.get(f"{KEYS}skynet/").status_code == 404


def test_the_page_of_a_key_is_kept_by_no_cache(client: Client) -> None:
    assert "no-store" in client.get(OPENAI).headers["Cache-Control"]

"""A worker tests a key: kept when it works, said why when it does not, a few at a time in all."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core import mail
from django.utils import timezone
from pydantic import SecretStr

from accounts.models import KeyTest, ProviderKey, User
from accounts.people.access import end_access
from accounts.provider_keys import tasks, worker
from accounts.provider_keys.services import start_key_test
from core.lease.models import MAX_ATTEMPTS, RESEND
from generation.providers import registry
from persona.providers import PROVIDERS, Provider
from persona.writers.llm import Access, Price

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fake_llm import FakeLLM
    from tests.generation.conftest import Posted

pytestmark = pytest.mark.django_db
SECRET = "sk-test-0123456789abcdef9fQ2"
OPENAI = PROVIDERS["openai"]


def start(user: User, fake: FakeLLM, secret: str = SECRET, *, base_url: str | None = None) -> KeyTest:
    access = Access(api_key=SecretStr(secret), base_url=base_url or fake.base_url)
    return start_key_test(user=user, provider=OPENAI, access=access, model="fake", price=Price(input=0.5, output=2))


def carried_out(test: KeyTest) -> KeyTest:
    tasks.run_key_test(str(test.pk))
    test.refresh_from_db()
    return test


def code(test: KeyTest) -> str:
    return (test.error or {}).get("code", "")


def after(block: Callable[[], None]) -> Callable[..., None]:
    """What to do while a provider is asked, which then takes the key."""

    def asked(provider: Provider, access: Access, model: str = "") -> None:
        del provider, access, model
        block()

    return asked


def test_a_key_that_works_is_kept_sealed_with_its_last_four(alice: User, fake_llm: FakeLLM) -> None:
    fake_llm.options.api_key = SECRET

    test = carried_out(start(alice, fake_llm))

    key = ProviderKey.objects.get()
    assert [record.status for record in fake_llm.records] == [200]
    assert (test.status, test.sealed, test.lease_until, test.error) == ("works", "", None, None)
    kept = (key.owner, key.provider, key.last_four, key.base_url, key.model, key.input_price, key.output_price)
    assert kept == (alice, "openai", "9fQ2", fake_llm.base_url, "fake", 0.5, 2)
    assert registry.access_of(key).secret == SECRET
    assert [(message.to, message.subject) for message in mail.outbox] == [
        ([alice.email], "OpenAI was added to your account")
    ]


@pytest.mark.parametrize(
    ("options", "why"),
    [({"api_key": "sk-other"}, "provider_auth"), ({"fault_plan": "500", "fault_loop": True}, "provider_down")],
)
def test_a_key_that_does_not_work_leaves_the_one_before(
    alice: User, fake_llm: FakeLLM, options: dict[str, object], why: str
) -> None:
    before = worker.keep_key(user=alice, provider=OPENAI, access=Access(api_key=SecretStr("sk-before")))
    fake_llm.reset(**options)

    test = carried_out(start(alice, fake_llm))

    assert (test.status, code(test), test.sealed, SECRET in str(test.error)) == ("failed", why, "", False)
    assert (ProviderKey.objects.get().sealed, mail.outbox) == (before.sealed, [])


def test_of_a_short_secret_nothing_is_shown(alice: User, fake_llm: FakeLLM) -> None:
    carried_out(start(alice, fake_llm, "secret12"))

    assert ProviderKey.objects.get().last_four == ""


def test_an_address_inside_is_refused_before_anything_is_sent(alice: User, fake_llm: FakeLLM) -> None:
    assert code(carried_out(start(alice, fake_llm, base_url="http://10.0.0.7/v1"))) == "address_refused"


def test_a_second_message_finds_nothing_to_do(alice: User, fake_llm: FakeLLM) -> None:
    test = carried_out(start(alice, fake_llm))

    assert (carried_out(test).status, len(fake_llm.records)) == ("works", 1)


def test_a_fault_of_ours_ends_the_test_in_words(
    alice: User, fake_llm: FakeLLM, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(worker, "try_access", broken)

    assert carried_out(start(alice, fake_llm)).error == worker.UNEXPECTED


def test_a_test_that_kills_its_workers_is_given_up(alice: User, fake_llm: FakeLLM) -> None:
    test = start(alice, fake_llm)
    KeyTest.objects.update(attempt=MAX_ATTEMPTS)

    assert (carried_out(test).error, fake_llm.records) == (worker.UNEXPECTED, [])


def test_what_ends_access_meanwhile_ends_the_test_too(
    alice: User, fake_llm: FakeLLM, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "try_access", after(lambda: end_access(alice, with_keys=True)))

    tasks.run_key_test(str(start(alice, fake_llm).pk))

    assert (KeyTest.objects.count(), ProviderKey.objects.count(), mail.outbox) == (0, 0, [])


def test_two_in_all_are_tested_at_a_time_and_the_next_follows(
    alice: User, bob: User, charlie: User, fake_llm: FakeLLM, posted: Posted
) -> None:
    first, second, third = (start(user, fake_llm) for user in (alice, bob, charlie))
    KeyTest.objects.claim(first.pk)
    KeyTest.objects.claim(second.pk)
    assert carried_out(third).status == "waiting"

    KeyTest.objects.filter(pk=first.pk).update(status="waiting", lease_until=None)
    with posted() as messages:
        assert carried_out(first).status == "works"

    assert messages == [("accounts.test_key", [str(third.pk)])]


def test_the_sweep_sends_what_was_lost_and_forgets_what_is_old(
    alice: User, bob: User, charlie: User, fake_llm: FakeLLM, posted: Posted
) -> None:
    lost, old, new = start(alice, fake_llm), carried_out(start(bob, fake_llm)), carried_out(start(charlie, fake_llm))
    KeyTest.objects.filter(pk=lost.pk).update(sent=timezone.now() - RESEND)
    KeyTest.objects.filter(pk=old.pk).update(created=timezone.now() - timedelta(hours=2))

    with posted() as messages:
        tasks.sweep_key_tests()

    assert messages == [("accounts.test_key", [str(lost.pk)])]
    assert set(KeyTest.objects.all()) == {lost, new}

"""Rows of keys: one for each provider of a person, one test at a time, and what the database itself refuses."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import KeyTest, ProviderKey, User
from accounts.provider_keys.models import KEPT, MAX_TESTS, PROVIDER_CHOICES
from persona.providers import PROVIDERS

pytestmark = pytest.mark.django_db
ERROR = {"code": "provider_auth", "message": "No.", "hint": "", "retryable": False}


def key(owner: User, provider: str = "openai", **fields: Any) -> ProviderKey:
    return ProviderKey.objects.create(owner=owner, provider=provider, checked=timezone.now(), **fields)


def refused(make: Any) -> bool:
    try:
        with transaction.atomic():
            make()
    except IntegrityError:
        return True
    return False


def test_every_provider_may_have_a_key() -> None:
    assert [(each.id, each.name) for each in PROVIDERS.values()] == PROVIDER_CHOICES


def test_a_key_is_named_by_its_last_four_where_they_are_known(alice: User) -> None:
    assert (str(key(alice, last_four="9fQ2")), str(key(alice, "ollama"))) == ("OpenAI …9fQ2", "Ollama")


def test_one_key_for_each_provider_of_a_person(alice: User, bob: User) -> None:
    key(alice)

    assert refused(lambda: key(alice))
    assert not refused(lambda: key(alice, "anthropic"))
    assert not refused(lambda: key(bob))
    assert [found.provider for found in ProviderKey.objects.visible_to(alice)] == ["anthropic", "openai"]


@pytest.mark.parametrize(
    ("before", "is_refused"),
    [
        ({"status": "waiting"}, True),
        ({"status": "testing"}, True),
        ({"status": "works"}, False),
        ({"status": "failed", "error": ERROR}, False),
    ],
)
def test_one_unfinished_test_for_each_person(alice: User, bob: User, before: dict[str, Any], is_refused: bool) -> None:
    KeyTest.objects.create(owner=alice, provider="openai", **before)

    assert refused(lambda: KeyTest.objects.create(owner=alice, provider="anthropic")) is is_refused
    assert not refused(lambda: KeyTest.objects.create(owner=bob, provider="openai"))


def test_a_test_that_failed_says_why(alice: User) -> None:
    assert refused(lambda: KeyTest.objects.create(owner=alice, provider="openai", status="failed"))


def test_who_may_see_a_test(alice: User, charlie: User) -> None:
    test = KeyTest.objects.create(owner=alice, provider="openai")

    assert list(KeyTest.objects.visible_to(alice)) == [test]
    assert list(KeyTest.objects.visible_to(charlie)) == []
    assert str(test) == "Test of OpenAI"


@pytest.mark.parametrize(("status", "expected"), [("waiting", True), ("testing", True), ("works", False)])
def test_a_page_waits_while_a_test_is_unfinished(alice: User, status: str, expected: bool) -> None:
    assert KeyTest(owner=alice, provider="openai", status=status).is_unfinished is expected


def test_a_worker_takes_a_test_while_fewer_than_may_are_under_way(alice: User, bob: User, charlie: User) -> None:
    tests = [KeyTest.objects.create(owner=user, provider="openai") for user in (alice, bob, charlie)]

    taken = [KeyTest.objects.claim(test.pk) for test in tests]
    assert [found is not None for found in taken] == [True] * MAX_TESTS + [False]
    assert set(KeyTest.objects.under_way()) == set(tests[:MAX_TESTS])

    KeyTest.objects.filter(pk=tests[0].pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    assert KeyTest.objects.claim(tests[2].pk) is not None  # the worker of the first has died


def test_what_is_settled_holds_no_secret_any_more(alice: User) -> None:
    waiting = KeyTest.objects.create(owner=alice, provider="openai", sealed="sealed")
    test = KeyTest.objects.claim(waiting.pk)
    assert test is not None

    assert KeyTest.objects.settle(test, status=KeyTest.Status.FAILED, error=ERROR)
    assert not KeyTest.objects.settle(test, status=KeyTest.Status.WORKS)  # once
    test.refresh_from_db()
    assert (test.status, test.sealed, test.error) == ("failed", "", ERROR)


def test_only_what_ended_long_ago_is_forgotten(alice: User, bob: User, charlie: User) -> None:
    old = KeyTest.objects.create(owner=alice, provider="openai", status="works")
    waiting = KeyTest.objects.create(owner=bob, provider="openai")
    KeyTest.objects.update(created=timezone.now() - KEPT - timedelta(seconds=1))
    KeyTest.objects.create(owner=charlie, provider="openai", status="failed", error=ERROR)

    assert list(KeyTest.objects.forgettable()) == [old]
    assert waiting.is_unfinished

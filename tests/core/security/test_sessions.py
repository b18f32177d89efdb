"""Sessions in the database: read with a prepared query, kept, ended and signed as Django does."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.models import Session
from django.utils import timezone

from core.security.sessions import SessionStore

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries, Settings

pytestmark = pytest.mark.django_db
HELD = {"seen": 1_764_424_800, "words": ["é", None]}


@pytest.fixture
def key() -> str:
    """Of a session that is in the database."""
    store = SessionStore()
    store.update(HELD)
    store.save()
    assert store.session_key is not None
    return store.session_key


def test_what_was_kept_is_read_in_one_query(key: str, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    store = SessionStore(key)

    with django_assert_num_queries(1):
        assert (dict(store.items()), store.get("seen"), "words" in store) == (HELD, HELD["seen"], True)
    assert store.session_key == key


@pytest.mark.parametrize("other", ["0" * 32, "short", "", None, "x' OR '1'='1"])
def test_of_no_session_nothing_is_read_and_no_key_is_taken(key: str, other: str | None) -> None:
    store = SessionStore(other)

    assert (dict(store.items()), store.session_key) == ({}, None)


@pytest.mark.parametrize(("seconds", "held"), [(5, HELD), (-1, {})])
def test_one_that_has_ended_is_none(key: str, seconds: int, held: dict[str, object]) -> None:
    Session.objects.filter(pk=key).update(expire_date=timezone.now() + timedelta(seconds=seconds))
    store = SessionStore(key)

    assert (dict(store.items()), store.session_key) == (held, key if held else None)


@pytest.mark.parametrize("change", [lambda data: data[:-2], lambda data: f"x{data}", lambda _: "", lambda _: "é:1:2"])
def test_what_was_changed_in_the_table_holds_nothing(key: str, change: object) -> None:
    row = Session.objects.get(pk=key)
    assert callable(change)
    Session.objects.filter(pk=key).update(session_data=change(row.session_data))

    assert dict(SessionStore(key).items()) == {}


def test_under_another_secret_nothing_is_read(key: str, settings: Settings) -> None:
    settings.SECRET_KEY = "another-secret-of-forty-letters-and-some"
    assert dict(SessionStore(key).items()) == {}

    settings.SECRET_KEY_FALLBACKS = ["never-used"]
    assert dict(SessionStore(key).items()) == {}


def test_one_that_was_deleted_is_not_written_again(key: str) -> None:
    store = SessionStore(key)
    store["more"] = 1
    SessionStore().delete(key)

    with pytest.raises(UpdateError):
        store.save()
    assert not Session.objects.exists()


def test_a_new_key_carries_over_and_ends_the_old_one(key: str) -> None:
    store = SessionStore(key)
    store.cycle_key()

    assert (dict(SessionStore(key).items()), dict(SessionStore(store.session_key).items())) == ({}, HELD)
    store.flush()
    assert (Session.objects.count(), store.session_key) == (0, None)

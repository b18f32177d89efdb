from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from core.security.idle_sessions import BEGAN, SEEN
from tests.factories import UserFactory

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client
    from pytest_django import DjangoAssertNumQueries, Settings

    from accounts.models import User

pytestmark = pytest.mark.django_db
HOUR = 3600


def away(client: Client, hours: float) -> None:
    """As if the last page had been opened so long ago."""
    session = client.session
    session[SEEN] = int(time.time() - hours * HOUR)
    session.save()


def is_signed_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


@pytest.mark.parametrize(("hours", "stays"), [(71, True), (73, False)])
def test_who_was_away_for_too_long_signs_in_again(
    alice: User, client_of: Callable[[User], Client], hours: float, stays: bool
) -> None:
    client = client_of(alice)
    away(client, hours)

    assert is_signed_in(client) is stays
    assert is_signed_in(client) is stays


@pytest.mark.parametrize(("hours", "stays"), [(7, True), (9, False)])
def test_operators_sign_in_again_after_a_working_day(
    client_of: Callable[[User], Client], hours: float, stays: bool
) -> None:
    client = client_of(UserFactory(is_staff=True))
    away(client, hours)

    assert is_signed_in(client) is stays


def test_whoever_comes_again_and_again_stays(alice: User, client_of: Callable[[User], Client]) -> None:
    client = client_of(alice)

    for _ in range(3):
        away(client, 71)
        assert is_signed_in(client)


def test_a_session_from_before_there_was_a_limit_begins_now(alice: User, client_of: Callable[[User], Client]) -> None:
    client = client_of(alice)
    session = client.session
    del session[SEEN]
    session.save()

    assert is_signed_in(client)
    assert client.session[SEEN] >= time.time() - HOUR


def test_pages_in_a_row_write_nothing(
    alice: User, client_of: Callable[[User], Client], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = client_of(alice)
    client.get("/account/")

    with django_assert_num_queries(3) as asked:
        client.get("/account/")

    assert all(query["sql"].startswith("SELECT") for query in asked)


@pytest.mark.parametrize(("days", "stays"), [(29, True), (31, False)])
def test_no_session_lasts_for_ever(alice: User, client_of: Callable[[User], Client], days: float, stays: bool) -> None:
    client = client_of(alice)
    session = client.session
    session[BEGAN] = int(time.time() - days * 24 * HOUR)
    session.save()

    assert is_signed_in(client) is stays


def test_how_long_a_session_lasts_is_a_setting(
    alice: User, client_of: Callable[[User], Client], settings: Settings
) -> None:
    settings.ENV = settings.ENV.model_copy(update={"session_max_days": 0.5})
    client = client_of(alice)
    session = client.session
    session[BEGAN] = int(time.time() - 13 * HOUR)
    session.save()

    assert not is_signed_in(client)

"""So many requests a minute, counted for all processes together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from accounts.api import throttling
from accounts.api.throttling import Rate, count
from accounts.models import RateLimit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import Settings
    from pytest_django.fixtures import DjangoAssertNumQueries

    from accounts.models import User

pytestmark = pytest.mark.django_db
NOON = 1_800_000_000.0  # a full minute


@pytest.fixture(autouse=True)
def limit(settings: Settings) -> Iterator[None]:
    settings.ENV = settings.ENV.model_copy(update={"api_writes_per_minute": 40})
    yield
    throttling._blocks.clear()


def test_the_limit_holds_and_ends_with_the_minute(alice: User) -> None:
    allowed = [count(alice.pk, "write", now=NOON + second)[1] for second in range(41)]

    assert allowed == [True] * 40 + [False]
    assert count(alice.pk, "write", now=NOON + 59) == (Rate(40, 0, 1), False)
    assert count(alice.pk, "write", now=NOON + 60) == (Rate(40, 39, 60), True)


def test_each_person_and_kind_has_its_own(alice: User, bob: User) -> None:
    for _ in range(40):
        count(alice.pk, "write", now=NOON)

    assert [count(who.pk, kind, now=NOON)[1] for who, kind in ((alice, "write"), (bob, "write"), (alice, "read"))] == [
        False,
        True,
        True,
    ]


def test_two_processes_share_one_limit(alice: User) -> None:
    """A process is nothing but its blocks."""
    mine: dict = {}
    theirs: dict = {}
    allowed = 0
    for number in range(100):
        blocks = mine if number % 2 else theirs
        throttling._blocks.clear()
        throttling._blocks.update(blocks)
        allowed += count(alice.pk, "write", now=NOON)[1]
        blocks.update(throttling._blocks)

    assert allowed == 40


def test_most_requests_ask_no_database(
    alice: User, settings: Settings, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    settings.ENV = settings.ENV.model_copy(update={"api_reads_per_minute": 1000})
    with django_assert_num_queries(2):
        for _ in range(100):
            count(alice.pk, "read", now=NOON)

    assert RateLimit.objects.get(owner=alice).used == 100


def test_a_refusal_says_when_to_come_back() -> None:
    problem = throttling.too_many(Rate(40, 0, 12))

    assert (problem.status, problem.code, problem.retryable, problem.headers) == (
        429,
        "rate_limited",
        True,
        {"Retry-After": "12"},
    )

"""Pace: wrong passwords are counted by address and link, and forgotten after a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from generation.shares import pace
from generation.shares.models import ShareLink
from persona.ids import uuid7

if TYPE_CHECKING:
    from django.http import HttpRequest


@pytest.fixture
def link() -> ShareLink:
    return ShareLink(pk=uuid7())


def at(address: str = "10.0.0.1") -> HttpRequest:
    return RequestFactory().post("/", REMOTE_ADDR=address)


def test_ten_tries_and_then_none(link: ShareLink) -> None:
    assert [pace.take_try(at(), link) for _ in range(12)] == [*range(9, -1, -1), None, None]


def test_tries_are_those_of_one_address_at_one_link(link: ShareLink) -> None:
    other = ShareLink(pk=uuid7())
    for _ in range(10):
        pace.take_try(at(), link)

    assert [pace.take_try(at(), link), pace.take_try(at("10.0.0.2"), link), pace.take_try(at(), other)] == [None, 9, 9]


def test_whoever_knows_it_starts_anew(link: ShareLink) -> None:
    for _ in range(10):
        pace.take_try(at(), link)
    pace.forget(at(), link)

    assert pace.take_try(at(), link) == 9


def test_a_try_is_forgotten_after_the_break(link: ShareLink, monkeypatch: pytest.MonkeyPatch) -> None:
    now = pace.time.time()
    for _ in range(10):
        pace.take_try(at(), link)
    monkeypatch.setattr(pace.time, "time", lambda: now + pace.PAUSE + 60)

    assert pace.take_try(at(), link) == 9


def test_where_many_addresses_guess_each_has_three_tries(link: ShareLink) -> None:
    cache.set(f"share-wrong:{link.pk}", pace.MANY - 1, pace.DAY)
    before = pace.take_try(at(), link)
    pace.count_wrong(link)

    assert (before, [pace.take_try(at("10.0.0.9"), link) for _ in range(4)]) == (9, [2, 1, 0, None])


def test_wrong_passwords_are_counted_from_one_on_and_again_when_the_day_is_over(link: ShareLink) -> None:
    key = f"share-wrong:{link.pk}"
    for _ in range(3):
        pace.count_wrong(link)
    assert cache.get(key) == 3

    cache.delete(key)
    pace.count_wrong(link)
    assert cache.get(key) == 1


@pytest.mark.parametrize(
    ("action", "rate", "most"), [("comment", pace.COMMENTS, 20), ("feedback", pace.JUDGEMENTS, 60)]
)
def test_comments_and_feedback_have_a_pace_of_their_own(action: str, rate: str, most: int) -> None:
    assert [pace.may(at(), action, rate) for _ in range(most + 1)] == [True] * most + [False]
    assert pace.may(at("10.0.0.2"), action, rate)

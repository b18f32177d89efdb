"""Tokens in use: which ones open, what they may do, and how their last use is noted."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from accounts.models import ApiToken
from accounts.tokens import token_text
from accounts.tokens.models import MAX_LIVE, SCOPES, TooManyTokens

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

    from accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def token(alice: User) -> tuple[ApiToken, str]:
    return ApiToken.objects.issue(alice, name="Report", scopes=["read"])


def test_a_text_finds_its_token_and_owner_in_one_query(
    token: tuple[ApiToken, str], alice: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        found = ApiToken.objects.named_by(token[1])
        assert found is not None
        assert (found, found.owner.email) == (token[0], alice.email)


@pytest.mark.parametrize("text", ["", "pw_", "pw_" + "0" * 49, "sk-0123456789", "pw_" + "é" * 49])
def test_a_slip_asks_no_database(text: str, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert ApiToken.objects.named_by(text) is None


def test_a_well_formed_text_that_nobody_was_given_finds_nothing(token: tuple[ApiToken, str]) -> None:
    assert ApiToken.objects.named_by(token_text.new_token()) is None


@pytest.mark.parametrize("end", ["revoked", "expired", "owner left"])
def test_an_ended_token_opens_nothing(token: tuple[ApiToken, str], alice: User, end: str) -> None:
    made, text = token
    if end == "revoked":
        made.revoke()
    elif end == "expired":
        ApiToken.objects.update(expires=timezone.now())
    else:
        alice.is_active = False
        alice.save()

    assert ApiToken.objects.named_by(text) is None
    assert list(ApiToken.objects.live()) == []


def test_a_second_revocation_leaves_the_time_of_the_first(token: tuple[ApiToken, str]) -> None:
    made, _ = token
    made.revoke()
    first = ApiToken.objects.values_list("revoked", flat=True).get()

    made.revoke()

    assert ApiToken.objects.values_list("revoked", flat=True).get() == first


def test_use_is_written_once_a_minute(
    token: tuple[ApiToken, str], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made, _ = token
    with django_assert_num_queries(1):
        for _ in range(5):
            made.note_use()

    ApiToken.objects.update(last_used=timezone.now() - timedelta(seconds=61))
    made.refresh_from_db()
    before = made.last_used
    made.note_use()

    made.refresh_from_db()
    assert before is not None
    assert made.last_used is not None
    assert made.last_used - before > timedelta(seconds=60)


def test_of_two_processes_that_note_a_use_the_first_writes(token: tuple[ApiToken, str]) -> None:
    mine, theirs = ApiToken.objects.get(), ApiToken.objects.get()
    mine.note_use()
    first = ApiToken.objects.get().last_used

    theirs.note_use()

    assert ApiToken.objects.get().last_used == first


def test_a_token_may_what_its_scopes_say_and_nothing_else(alice: User) -> None:
    token, _ = ApiToken.objects.issue(alice, name="Uploads", scopes=["run", "write"])

    assert {scope: token.may(scope) for scope in SCOPES} == {"read": False, "write": True, "run": True, "admin": False}
    assert token.words == ["Upload", "Run"]


@pytest.mark.parametrize(("days", "soon"), [(1, True), (6, True), (8, False), (90, False)])
def test_a_token_that_ends_within_a_week_says_so(alice: User, days: int, soon: bool) -> None:
    token, _ = ApiToken.objects.issue(alice, name="Report", scopes=["read"], days=days)

    assert token.ends_soon is soon


def test_expired_ones_leave_room_for_others(alice: User) -> None:
    for _ in range(MAX_LIVE):
        ApiToken.objects.issue(alice, name="x", scopes=["read"])
    ApiToken.objects.update(expires=timezone.now())

    ApiToken.objects.issue(alice, name="x", scopes=["read"])

    assert ApiToken.objects.live().count() == 1


def test_too_many_says_how_many_and_what_to_do() -> None:
    problem = TooManyTokens()

    assert (problem.code, problem.message, problem.hint, problem.retryable) == (
        "too_many_tokens",
        "You have 20 tokens, as many as one person may.",
        "Revoke one that is not used any more.",
        False,
    )

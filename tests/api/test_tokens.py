"""Who gets in: only with a live token, in the one header, within its scopes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import ApiToken
from accounts.tokens import token_text
from tests.api.conftest import Program

if TYPE_CHECKING:
    from pytest_django.fixtures import DjangoAssertNumQueries

    from accounts.models import User
    from tests.api.conftest import ProgramOf

pytestmark = pytest.mark.django_db


@pytest.fixture
def token(alice: User) -> tuple[ApiToken, str]:
    return ApiToken.objects.issue(alice, name="Tests", scopes=["read"])


def told(program: Program) -> tuple[int, str]:
    response = program.get("/experiments")
    return response.status_code, response.json().get("code", "")


def test_a_token_lets_in(token: tuple[ApiToken, str]) -> None:
    assert told(Program(token[1])) == (200, "")


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic {}", "{}", "Bearer {} x", "Bearer  {}", "Token {}"])
def test_only_the_one_header_counts(token: tuple[ApiToken, str], header: str) -> None:
    response = Client().get("/api/v1/experiments", headers={"Authorization": header.format(token[1])})

    assert (response.status_code, response.headers["WWW-Authenticate"]) == (401, 'Bearer realm="persona"')


def test_neither_query_nor_cookie_nor_session_lets_in(token: tuple[ApiToken, str], alice: User) -> None:
    client = Client()
    client.force_login(alice)
    client.cookies["Authorization"] = f"Bearer {token[1]}"

    assert client.get("/api/v1/experiments", {"token": token[1]}).status_code == 401
    assert client.get("/api/v1/experiments").status_code == 401


def test_a_slip_costs_no_query(token: tuple[ApiToken, str], django_assert_num_queries: DjangoAssertNumQueries) -> None:
    slip = token[1][:-1] + ("a" if token[1][-1] != "a" else "b")

    with django_assert_num_queries(0):
        assert told(Program(slip)) == (401, "bad_token")


def test_another_token_of_the_right_shape_is_nobodys(token: tuple[ApiToken, str]) -> None:
    assert told(Program(token_text.new_token())) == (401, "bad_token")


@pytest.mark.parametrize("change", [{"revoked": timezone.now()}, {"expires": timezone.now() - timedelta(seconds=1)}])
def test_a_dead_token_is_worth_nothing_at_once(token: tuple[ApiToken, str], change: dict) -> None:
    program = Program(token[1])
    assert told(program) == (200, "")

    ApiToken.objects.update(**change)

    assert told(program) == (401, "bad_token")


def test_the_token_of_somebody_switched_off_is_worth_nothing(token: tuple[ApiToken, str], alice: User) -> None:
    alice.is_active = False
    alice.save()

    assert told(Program(token[1])) == (401, "bad_token")


def test_a_scope_that_is_missing_is_named(program_of: ProgramOf, alice: User) -> None:
    reader = program_of(alice, scopes=("read",))

    response = reader.post("/experiments", {"name": "New"})

    assert (response.status_code, response.json()["code"]) == (403, "scope_missing")
    assert "write" in response.json()["detail"]


def test_the_last_use_is_written_once_a_minute(
    token: tuple[ApiToken, str], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    program = Program(token[1])
    told(program)
    first = ApiToken.objects.get().last_used
    assert first is not None

    with django_assert_num_queries(2):  # the token and the list
        told(program)
    assert ApiToken.objects.get().last_used == first

    ApiToken.objects.update(last_used=first - timedelta(seconds=61))
    told(program)
    again = ApiToken.objects.get().last_used
    assert again is not None
    assert again > first - timedelta(seconds=1)


def test_a_caller_is_told_how_many_requests_are_left(token: tuple[ApiToken, str]) -> None:
    response = Program(token[1]).get("/experiments")

    assert (response.headers["RateLimit-Limit"], response.headers["RateLimit-Remaining"]) == ("1200", "1199")
    assert 0 < int(response.headers["RateLimit-Reset"]) <= 60

"""A query that says what no operation understands is refused, and strangers learn nothing from it."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.models import ApiToken, User

pytestmark = pytest.mark.django_db


def asked(address: str, token: str = "") -> tuple[int, dict[str, object]]:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    answer = Client(raise_request_exception=False).get(f"/api/v1/{address}", headers=headers)
    return answer.status_code, answer.json()


@pytest.fixture
def token(alice: User) -> str:
    return ApiToken.objects.issue(alice, name="Tests", scopes=["read"])[1]


def test_a_name_that_no_operation_has_is_refused_with_those_it_has(token: str) -> None:
    status, told = asked("webhooks?limt=5&cursor=&zoom=1", token)

    assert (status, told["code"], told["detail"]) == (422, "invalid_input", "There is no parameter “limt”.")
    assert told["hint"] == "Possible: cursor, limit."
    assert told["errors"] == [
        {"where": f"query.{name}", "message": "There is no such parameter.", "code": "unknown", "hint": ""}
        for name in ("limt", "zoom")
    ]


def test_what_an_operation_has_is_taken(token: str) -> None:
    assert asked("webhooks?limit=5", token) == (200, {"items": [], "next": None})


@pytest.mark.parametrize("token_", ["", "pw_wrong"])
def test_strangers_are_told_the_same_whatever_they_ask(token_: str) -> None:
    answers = [asked(f"webhooks{query}", token_) for query in ("", "?limt=5")]

    assert [status for status, _ in answers] == [401, 401]
    assert answers[0][1]["code"] == answers[1][1]["code"]

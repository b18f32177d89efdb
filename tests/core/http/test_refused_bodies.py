from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from core.http.refused_bodies import KEY, Refusal


def post(url: str, refusal: Refusal) -> Any:
    return Client().post(url, **{KEY: refusal})


@pytest.mark.parametrize(
    ("refusal", "status", "headers"),
    [(Refusal.TOO_SLOW, 408, {}), (Refusal.TOO_MANY, 429, {"Retry-After": "5"}), (Refusal.NO_ROOM, 507, {})],
)
def test_pages_and_api_say_the_same(refusal: Refusal, status: int, headers: dict[str, str]) -> None:
    page, problem = post("/account/login/", refusal), post("/api/v1/experiments", refusal)
    told = problem.json()

    assert (page.status_code, problem.status_code, told["code"], told["retryable"]) == (status, status, refusal, True)
    assert f"<p>{told['detail']} {told['hint']}</p>" in page.content.decode()
    for answer in (page, problem):
        assert {name: answer.headers[name] for name in headers} == headers
        assert "Content-Security-Policy" in answer.headers


def test_a_program_cannot_say_so_itself() -> None:
    assert Client().post("/theme/", headers={"persona.refused-body": "too_slow"}).status_code == 302

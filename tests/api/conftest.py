"""Programs that call the API with a token, for the tests of all of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from accounts.models import ApiToken

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

    from accounts.models import User

ALL_SCOPES = ("read", "write", "run", "admin")


class Program:
    """Calls the API with one token; paths begin behind /api/v1."""

    def __init__(self, token: str | None = None) -> None:
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._client = Client(raise_request_exception=False)

    def __call__(
        self, method: str, path: str, body: Any = None, *, headers: dict[str, str] | None = None, **kwargs: Any
    ) -> Response:
        if body is not None:
            kwargs |= {"data": body, "content_type": kwargs.get("content_type", "application/json")}
        send = getattr(self._client, method.lower())
        return send("/api/v1" + path.removeprefix("/api/v1"), headers=self._headers | (headers or {}), **kwargs)

    def get(self, path: str, **kwargs: Any) -> Response:
        return self("GET", path, **kwargs)

    def post(self, path: str, body: Any = None, **kwargs: Any) -> Response:
        return self("POST", path, body, **kwargs)


ProgramOf = Callable[..., Program]


@pytest.fixture
def program_of() -> ProgramOf:
    """`program_of(alice)`: a program with a token of Alice's; `scopes=["read"]` allows it less."""

    def of(user: User, scopes: tuple[str, ...] = ALL_SCOPES) -> Program:
        _, text = ApiToken.objects.issue(user, name="Tests", scopes=list(scopes))
        return Program(text)

    return of


@pytest.fixture
def as_alice(program_of: ProgramOf, alice: User) -> Program:
    return program_of(alice)


@pytest.fixture
def as_charlie(program_of: ProgramOf, charlie: User) -> Program:
    return program_of(charlie)


@pytest.fixture
def as_nobody() -> Program:
    return Program()

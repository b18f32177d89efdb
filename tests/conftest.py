"""What every test of the web shares: people, and browsers that are signed in as one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.cache import cache
from django.test import Client

from tests.factories import UserFactory

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_django import Settings

    from accounts.models import User

pytest_plugins = ["tests.language_models", "tests.services"]

LONGEST = ("tests/persona_web/test_postgres.py", "tests/recipes/test_*.py", "tests/browser/test_every_page.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest tests begin first, so that at the end no process waits for another."""
    items.sort(key=lambda item: not any(item.path.match(pattern) for pattern in LONGEST))


@pytest.fixture(autouse=True)
def no_tries_counted() -> None:
    """Sign-in limits start afresh."""
    cache.clear()


@pytest.fixture
def data_dir(settings: Settings, tmp_path: Path) -> Path:
    """A data folder of the test's own, for tests that look at what lies in it."""
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def alice(db: None) -> User:
    """Owns what the tests make."""
    return UserFactory(email="alice@example.com", name="Alice Arden")


@pytest.fixture
def bob(db: None) -> User:
    """Is shared with, where something is shared."""
    return UserFactory(email="bob@example.com", name="Bob Brook")


@pytest.fixture
def charlie(db: None) -> User:
    """May see nothing of Alice's."""
    return UserFactory(email="charlie@example.com", name="Charlie Cole")


@pytest.fixture
def client_of() -> Callable[[User], Client]:
    """A client signed in as the person given: `client_of(charlie).get(...)`."""

    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return signed_in

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

LONG = (
    "tests/persona_web/test_postgres.py",
    "tests/recipes/test_e*.py",
    "tests/recipes/test_statement_kind.py",
    "tests/browser/test_every_page.py",
    "tests/browser/test_models.py",
    "tests/browser/test_runs.py",
    "tests/browser/test_webhooks.py",
    "tests/experiments/test_poisoned_upload.py",
    "tests/persona_web/test_slow_clients.py",
    "tests/persona_web/test_random_posts.py",
    "tests/api/test_fuzzing.py",
)
"""Half a minute and more each: what others test in part is gone through as a whole."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the long ones, and let them begin first, so that at the end no process waits for another."""
    long = [item for item in items if any(item.path.match(pattern) for pattern in LONG)]
    for item in long:
        item.add_marker("long")
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


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

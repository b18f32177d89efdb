"""What every test of the web shares: people, and browsers that are signed in as one of them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from django.core.cache import cache
from django.test import Client
from hypothesis import HealthCheck
from hypothesis import settings as examples

from tests.factories import UserFactory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytest_django import Settings

    from accounts.models import User

pytest_plugins = ["tests.grouped_once", "tests.language_models", "tests.services"]

# Limits of time say how busy the machine is, and nothing of the code. What lands is judged by the same examples each
# time; by hand they are drawn anew.
examples.register_profile(
    "any machine",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=os.environ.get("CI") == "true",
)
examples.load_profile("any machine")

LONG = (
    "tests/persona_web/test_main.py",
    "tests/persona/grouping/test_second_survey.py",
    "tests/persona_web/test_postgres.py",
    "tests/recipes/test_e*.py",
    "tests/recipes/test_statement_kind.py",
    "tests/browser/test_[!m]*.py",  # all but the main journey
    "tests/browser/test_models.py",
    "tests/experiments/test_poisoned_upload.py",
    "tests/persona_web/test_slow_clients.py",
    "tests/persona_web/test_random_posts.py",
    "tests/api/test_fuzzing.py",
)
"""Half a minute and more each: what others test in part is gone through as a whole."""


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name bytes by their parameter: an archive holds the second it was made in, and each process makes its own."""
    return argname if isinstance(val, bytes) else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the long ones, and let them begin first, so that at the end no process waits for another.

    The tests of a file stay in one process, so that what they share is made once.
    """
    long = [item for item in items if any(item.path.match(pattern) for pattern in LONG)]
    for item in long:
        item.add_marker("long")
    items.sort(key=lambda item: item.get_closest_marker("long") is None)
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


@pytest.fixture(scope="session", autouse=True)
def nobody_waits_for_the_disk() -> Iterator[None]:
    """Nothing here must outlive the machine; a handle that is closed is a fault all the same."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "fsync", os.fstat)
        yield


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

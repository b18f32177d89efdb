"""What every test of the web shares: people, and browsers that are signed in as one of them."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.core.cache import cache
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.signals import connection_created
from django.test import Client
from hypothesis import HealthCheck
from hypothesis import settings as examples

from tests.factories import UserFactory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.db.backends.base.base import BaseDatabaseWrapper
    from pytest_django import Settings

    from accounts.models import User

ROOT = Path(__file__).resolve().parents[1]
pytest_plugins = ["tests.grouped_once", "tests.language_models", "tests.prepared", "tests.services"]

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
EARLY = (
    "tests/browser/test_*.py",
    "tests/persona/client/test_*.py",
    "tests/persona/sandbox/test_*.py",
    "tests/api/test_access.py",
    "tests/test_docs.py",
)
"""Groups that take longest without being long: they begin first, and the small ones fill what is left of the time."""


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name bytes by their parameter: an archive holds the second it was made in, and each process makes its own."""
    return argname if isinstance(val, bytes) else None


def pytest_sessionstart() -> None:
    """What collecting makes stays until the end; to look through it for garbage again and again took a quarter."""
    gc.disable()


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the long ones, and let what takes longest begin first, so that at the end no process waits for another.

    The tests of a file stay in one process, so that what they share is made once.
    """
    turns = {path: _turn(path) for path in {item.path for item in items}}
    items.sort(key=lambda item: turns[item.path])
    for item in items:
        if turns[item.path] == 0:
            item.add_marker("long")
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(item.path.relative_to(ROOT).as_posix()))


def _turn(path: Path) -> int:
    """0 for a long file, 1 for one that begins early, 2 for all others."""
    return next((turn for turn, patterns in enumerate((LONG, EARLY)) if any(map(path.match, patterns))), 2)


@pytest.fixture(scope="session", autouse=True)
def nobody_waits_for_the_disk() -> Iterator[None]:
    """Nothing here must outlive the machine; a handle that is closed is a fault all the same."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "fsync", os.fstat)
        yield


@pytest.fixture(scope="session", autouse=True)
def nobody_waits_for_a_test_to_end() -> Iterator[None]:
    """What a test within one transaction has written holds the database to the test's end, and a heartbeat beside it
    would wait for that in vain, 20 seconds long: it gives up at once, and works on as it does when the time is over."""
    held = connections[DEFAULT_DB_ALIAS]

    def give_up_at_once(connection: BaseDatabaseWrapper, **_: object) -> None:
        if connection is not held and connection.vendor == "sqlite" and held.in_atomic_block:
            connection.cursor().execute("PRAGMA busy_timeout = 50")

    connection_created.connect(give_up_at_once)
    yield
    connection_created.disconnect(give_up_at_once)


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

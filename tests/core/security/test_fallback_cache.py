"""While Redis is away the cache lies in memory: nothing fails, nothing waits long, and limits hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.cache import cache as default_cache
from django.test import Client
from django.urls import reverse

from core.security import fallback_cache
from core.security.fallback_cache import FallbackCache
from tests.factories import PASSWORD
from tests.services import free_port, redis_running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import Settings

    from accounts.models import User

OPTIONS = {
    "serializer": "core.security.json_cache.JsonSerializer",
    "socket_connect_timeout": 1,
    "socket_timeout": 2,
}


def cache_at(url: str) -> FallbackCache:
    return FallbackCache(url, {"OPTIONS": OPTIONS})


@pytest.fixture
def away() -> str:
    """Where no Redis is."""
    return f"redis://127.0.0.1:{free_port()}/0"


@pytest.fixture
def cache_away(away: str, settings: Settings) -> Iterator[None]:
    """The cache of the web app, without its Redis."""
    backend = "core.security.fallback_cache.FallbackCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": away, "OPTIONS": OPTIONS}}
    yield
    default_cache.clear()


def test_without_redis_the_process_remembers(away: str) -> None:
    cache = cache_at(away)

    assert (cache.add("key", [1.5]), cache.add("key", 2), cache.get("key")) == (True, False, [1.5])
    cache.set("number", 1)
    assert (cache.incr("number"), cache.touch("number"), cache.delete("number"), cache.get("number")) == (
        2,
        True,
        True,
        None,
    )


def test_redis_is_asked_again_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    with redis_running() as url:
        cache = cache_at(url)
        cache.set("key", "in Redis")
    cache.set("key", "in memory")
    assert cache.get("key") == "in memory"

    monkeypatch.setattr(fallback_cache, "AWAY_SECONDS", 0.0)
    FallbackCache._away_until.clear()
    port = url.rpartition(":")[2].partition("/")[0]
    with redis_running(int(port)):
        assert cache.get("key", "nothing") == "nothing"


def test_all_threads_wait_once_for_what_is_away(
    away: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(fallback_cache, "AWAY_SECONDS", 3_600.0)
    for cache in (cache_at(away), cache_at(away)):
        for _ in range(100):
            cache.get("key")

    tries = [record for record in caplog.records if record.name == fallback_cache.__name__]
    assert len(tries) == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("cache_away")
def test_people_sign_in_without_redis_and_the_limit_holds(alice: User, bob: User) -> None:
    answer = Client().post(reverse("account_login"), {"login": alice.email, "password": PASSWORD})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")

    for _ in range(5):
        Client().post(reverse("account_login"), {"login": bob.email, "password": "wrong"})
    refused = Client().post(reverse("account_login"), {"login": bob.email, "password": PASSWORD})
    assert "Too many tries." in refused.content.decode()

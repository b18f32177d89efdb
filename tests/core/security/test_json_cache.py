"""The cache in JSON: in files and in Redis, what allauth and we keep in it, and nothing that runs."""

from __future__ import annotations

import pickle
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.core.cache.backends.redis import RedisCache

from core.security.json_cache import JsonFileCache

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.core.cache.backends.base import BaseCache

VALUES: tuple[Any, ...] = (7, True, None, 1.5, "é", [1764424800.25, 1764424801.5], {"a": [1, {"b": "c"}]})


@pytest.fixture(params=["files", "redis"])
def cache(request: pytest.FixtureRequest, tmp_path: Path) -> BaseCache:
    if request.param == "files":
        return JsonFileCache(str(tmp_path / "cache"), {})
    url = request.getfixturevalue("redis_server")
    return RedisCache(url, {"OPTIONS": {"serializer": "core.security.json_cache.JsonSerializer"}})


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_what_goes_in_comes_out(cache: BaseCache, value: object) -> None:
    cache.set("key", value)

    assert (cache.get("key", "gone"), cache.touch("key"), cache.get("key", "gone")) == (value, True, value)


def test_what_json_cannot_say_is_refused(cache: BaseCache) -> None:
    with pytest.raises(TypeError):
        cache.set("key", {1, 2})


def test_counting_adding_ending_and_forgetting(cache: BaseCache) -> None:
    cache.clear()

    assert (cache.add("n", 1), cache.add("n", 5), cache.incr("n"), cache.get("n")) == (True, False, 2, 2)
    assert (cache.delete("n"), cache.get("n"), cache.touch("n")) == (True, None, False)
    cache.set("over", 1, timeout=-1)
    assert (cache.get("over"), cache.add("over", 2), cache.get("over")) == (None, True, 2)


class Harm:
    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return (Path.touch, (Path("harm"),))  # type: ignore[return-value]


def test_a_planted_pickle_runs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    cache = JsonFileCache(str(tmp_path / "cache"), {})
    cache.set("key", 1)
    [file] = (tmp_path / "cache").iterdir()
    for planted in (pickle.dumps(Harm()), b"null\n" + pickle.dumps(Harm()), b"", b"null\n"):
        file.write_bytes(planted)
        assert cache.get("key", "nothing") == "nothing"

    assert not Path("harm").exists()


def test_of_many_that_add_at_once_one_does(tmp_path: Path) -> None:
    found: list[bool] = []
    start = threading.Barrier(8)

    def add() -> None:
        start.wait()
        found.append(JsonFileCache(str(tmp_path), {}).add("lock", True))

    threads = [threading.Thread(target=add) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(found) == [False] * 7 + [True]
    assert len(list(tmp_path.iterdir())) == 1

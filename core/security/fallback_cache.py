"""The cache in Redis, and while Redis is away in this process: limits of sign-in still hold, and no page fails."""

from __future__ import annotations

import logging
import time
from functools import wraps
from typing import TYPE_CHECKING, Any, ClassVar

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import ConnectionError as RedisAway
from redis.exceptions import TimeoutError as RedisSilent

if TYPE_CHECKING:
    from collections.abc import Callable

logger = logging.getLogger(__name__)
# Redis is asked again after so long; until then nothing waits for it.
AWAY_SECONDS = 5.0


class FallbackCache(RedisCache):
    """Django's cache in Redis; what Redis does not take lies in memory until it is back, for each process apart."""

    _away_until: ClassVar[dict[str, float]] = {}  # by server, for all threads: each has a cache of its own

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._server = server
        self._memory = LocMemCache(f"fallback:{server}", params={})

    def _first(self, ask_redis: Callable[[], Any], ask_memory: Callable[[], Any]) -> Any:
        if time.monotonic() < self._away_until.get(self._server, 0.0):
            return ask_memory()
        try:
            return ask_redis()
        except (RedisAway, RedisSilent):
            logger.warning("Redis is away; the cache lies in this process for %d seconds.", AWAY_SECONDS, exc_info=True)
            self._away_until[self._server] = time.monotonic() + AWAY_SECONDS
            return ask_memory()


def _with_memory(name: str) -> Callable[..., Any]:
    """A method of the cache that asks Redis first."""
    in_redis = getattr(RedisCache, name)

    @wraps(in_redis)
    def asked(self: FallbackCache, *args: Any, **kwargs: Any) -> Any:
        return self._first(
            lambda: in_redis(self, *args, **kwargs),
            lambda: getattr(self._memory, name)(*args, **kwargs),
        )

    return asked


for _name in (
    "add",
    "get",
    "set",
    "touch",
    "delete",
    "get_many",
    "has_key",
    "incr",
    "set_many",
    "delete_many",
    "clear",
):
    setattr(FallbackCache, _name, _with_memory(_name))

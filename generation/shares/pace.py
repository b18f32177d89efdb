"""Pace: how often one address may try a password of a link, comment or judge; no tries of others use up one's own."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from allauth.core.internal import ratelimit
from django.core.cache import cache

if TYPE_CHECKING:
    from django.http import HttpRequest

    from generation.shares.models import ShareLink

TRIES = 10
PAUSE = 15 * 60
"""Seconds after which a wrong password is forgotten."""
DAY = 24 * 3600
MANY = 500
FEW = 3
"""Once a link got so many wrong passwords in a day, each address has fewer tries: many addresses together guess."""
COMMENTS, JUDGEMENTS = "20/15m/ip", "60/h/ip"


def take_try(request: HttpRequest, link: ShareLink) -> int | None:
    """Count one try before the password is looked at; how many are left after it, None when one has to wait."""
    key = _key(request, link)
    with ratelimit.cache_lock(key):
        fresh = [at for at in cache.get(key) or () if at > time.time() - PAUSE]
        most = FEW if (cache.get(_all(link)) or 0) >= MANY else TRIES
        if len(fresh) >= most:
            return None
        cache.set(key, [*fresh, time.time()], PAUSE)
    return most - len(fresh) - 1


def count_wrong(link: ShareLink) -> None:
    """One more wrong password, from wherever."""
    key = _all(link)
    if not cache.add(key, 1, DAY):
        cache.incr(key)


def forget(request: HttpRequest, link: ShareLink) -> None:
    """Whoever knows the password starts anew."""
    cache.delete(_key(request, link))


def may(request: HttpRequest, action: str, rate: str) -> bool:
    """Whether this address may do it once more."""
    return ratelimit.consume(request, app="shares", action=action, config={action: rate}) is not None


def _key(request: HttpRequest, link: ShareLink) -> str:
    return f"share-tries:{link.pk}:{ratelimit.get_ip(request)}"


def _all(link: ShareLink) -> str:
    return f"share-wrong:{link.pk}"

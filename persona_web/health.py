"""/healthz, /livez, /readyz: whether this process does its work, for supervisors and load balancers."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core import disk

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

logger = logging.getLogger(__name__)
TROUBLE = {"disk": "full"}


@never_cache
@require_safe
def healthz(_request: HttpRequest) -> JsonResponse:
    """200 when all is well, else 503 with the part that is not; causes go to the log only."""
    words = _look()
    healthy = set(words.values()) == {"ok"}
    return JsonResponse({"status": "ok" if healthy else "unwell", **words}, status=200 if healthy else 503)


@never_cache
@require_safe
def livez(_request: HttpRequest) -> JsonResponse:
    """200 as long as this process answers: nothing else is asked, for starting it again would mend nothing else."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def readyz(_request: HttpRequest) -> JsonResponse:
    """503 when no page can be shown; where only new work cannot begin, 200 and which part is away."""
    words = _look()
    can_answer = words["database"] == "ok"
    status = "ok" if set(words.values()) == {"ok"} else "limited" if can_answer else "unwell"
    return JsonResponse({"status": status, **words}, status=200 if can_answer else 503)


def _look() -> dict[str, str]:
    checks = {"database": _works(_ask_database), "queue": _works(_ask_queue), "disk": disk.has_room(settings.DATA_DIR)}
    return {name: "ok" if works else TROUBLE.get(name, "unreachable") for name, works in checks.items()}


def _works(ask: Callable[[], None]) -> bool:
    try:
        ask()
    except Exception:  # whatever a driver raises: the answer is "unreachable"
        logger.exception("Health check failed")
        return False
    return True


def _ask_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _ask_queue() -> None:
    if settings.REDIS_URL:
        from redis import Redis

        with Redis.from_url(settings.REDIS_URL, socket_timeout=2, socket_connect_timeout=2) as redis:
            redis.ping()
    elif not os.access(settings.QUEUE_DIR / "msg", os.R_OK | os.W_OK | os.X_OK):
        raise OSError(f"{settings.QUEUE_DIR} cannot be written")

"""/metrics: the installation as Prometheus reads it: numbers of all processes, and never people's words."""

from __future__ import annotations

import hmac
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Histogram, generate_latest, multiprocess

from persona_web.installation import Installation

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase

FOLDER = "PROMETHEUS_MULTIPROC_DIR"  # where web processes of one machine leave their numbers for each other
BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 5, 15)
ANSWERS = Histogram(
    "persona_answer_seconds",
    "How long the application took to answer, by kind of address, method and class of status.",
    ("kind", "method", "status"),
    buckets=BUCKETS,
    registry=None if os.environ.get(FOLDER) else CollectorRegistry(),
)
METHODS = ("GET", "POST", "PATCH", "PUT", "DELETE", "HEAD")


def measured(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: count and time each answer."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        began = time.perf_counter()
        response = get_response(request)
        method = request.method if request.method in METHODS else "other"
        status = f"{response.status_code // 100}xx"
        ANSWERS.labels(_kind(request.path_info), method, status).observe(time.perf_counter() - began)
        return response

    return middleware


def _kind(path: str) -> str:
    """The part of the app: few enough that Prometheus can keep them, and no ids."""
    first = path.split("/", 2)[1] if path.count("/") else ""
    return {"api": "api", "static": "static", "admin": "admin"}.get(first, "page")


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """For whoever shows METRICS_TOKEN; where none is set there is nothing here."""
    token = settings.ENV.metrics_token
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if token is None or not hmac.compare_digest(given.encode(), token.get_secret_value().encode()):
        raise Http404
    registry = CollectorRegistry()
    registry.register(Installation())
    body = generate_latest(registry) + generate_latest(_of_web())
    return HttpResponse(body, content_type=CONTENT_TYPE_LATEST)


def _of_web() -> CollectorRegistry:
    """What the web processes of this machine counted; without a shared folder, this one alone."""
    registry = CollectorRegistry()
    folder = os.environ.get(FOLDER)
    if folder and Path(folder).is_dir():
        multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry.register(ANSWERS)
    return registry

"""The installation in numbers, read from the database when somebody asks: the same from whichever process answers."""

from __future__ import annotations

import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Count, Min, Sum
from django.utils import timezone
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from accounts.models import User
from core.queues import Queue
from experiments.models import DataSource
from generation.billing.models import BudgetEntry
from generation.runs.models import Run
from generation.webhooks.models import Webhook
from persona.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from core.lease.models import LeasedQuerySet

DAY = timedelta(days=1)


class Installation(Collector):
    """Gauges of the whole installation; no names, no words, nothing of a single person."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Each is a question or two to the database."""
        now = timezone.now()
        yield _gauge("persona_info", "The version that answers.", {__version__: 1}, "version")
        yield _gauge("persona_runs", "Runs by state.", _counted(Run.objects.all()), "state")
        yield _gauge("persona_files", "Uploaded files by state.", _counted(DataSource.objects.all()), "state")
        yield from _lines(now)
        yield _gauge("persona_failures_day", "Runs that failed in 24 hours, by reason.", _failures(now), "code")
        yield _gauge("persona_people", "Accounts that may sign in.", {"": User.objects.filter(is_active=True).count()})
        yield _gauge("persona_spent_usd_day", "Spent on the operator's keys in 24 hours.", {"": _spent(now - DAY)})
        yield _gauge("persona_storage_bytes", "Sum of all uploaded files.", {"": _stored()})
        usage = shutil.disk_usage(settings.DATA_DIR)
        yield _gauge("persona_disk_bytes", "The disk of DATA_DIR.", {"free": usage.free, "total": usage.total}, "part")


def _lines(now: datetime) -> Iterator[GaugeMetricFamily]:
    """How many wait in each queue, and how long the first of them has waited."""
    lines: dict[Queue, LeasedQuerySet] = {
        Queue.READING: DataSource.objects.claimable(),
        Queue.BUILTIN: Run.objects.in_queue(Queue.BUILTIN).claimable(),
        Queue.MODELS: Run.objects.in_queue(Queue.MODELS).claimable(),
    }
    found = {name: line.aggregate(waiting=Count("pk"), first=Min("created")) for name, line in lines.items()}
    waiting: dict[str, float] = {name.value: each["waiting"] for name, each in found.items()}
    waiting[Queue.SERVICE.value] = Webhook.objects.claimable().count()
    ages = {name.value: (now - each["first"]).total_seconds() if each["first"] else 0.0 for name, each in found.items()}
    yield _gauge("persona_queue_waiting", "What waits for a worker.", waiting, "queue")
    yield _gauge("persona_queue_oldest_seconds", "How long the first of them has waited.", ages, "queue")


def _counted(rows: LeasedQuerySet) -> dict[str, float]:
    """How many there are in each state, and 0 where there is none."""
    states: dict[str, float] = dict.fromkeys(rows.model.Status.values, 0)
    return states | dict(rows.order_by().values_list("status").annotate(Count("pk")))


def _failures(now: datetime) -> dict[str, float]:
    failed = Run.objects.filter(status=Run.Status.FAILED, finished__gte=now - DAY)
    return {str(code): count for code, count in failed.order_by().values_list("error__code").annotate(Count("pk"))}


def _spent(since: datetime) -> float:
    return float(BudgetEntry.objects.filter(settled__gte=since).aggregate(total=Sum("amount"))["total"] or 0)


def _stored() -> float:
    return float(DataSource.objects.aggregate(total=Sum("bytes"))["total"] or 0)


def _gauge(name: str, about: str, values: Mapping[str, float], label: str = "") -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, about, labels=[label] if label else [])
    for value, number in values.items():
        family.add_metric([value] if label else [], number)
    return family

"""Tasks: carry the id of a source to a worker; the row says what is to be done."""

from __future__ import annotations

from uuid import UUID

from celery import shared_task
from django.core.cache import cache

from experiments import orphans, work
from experiments.models import MAX_ATTEMPTS, DataSource, lease_end

HOUR = 3600


@shared_task(name="experiments.check_source")
def check_source(source_id: str) -> None:
    """Read an upload, unless it has been read or another worker does so now."""
    if (source := DataSource.objects.claim(UUID(source_id))) is None:
        return
    if source.attempt > MAX_ATTEMPTS:
        work.give_up(source)
    else:
        work.check(source)


@shared_task(name="experiments.sweep")
def sweep() -> None:
    """Send what the broker or a dead worker lost; once an hour remove files that belong to nobody."""
    for source_id in DataSource.objects.lost().values_list("pk", flat=True):
        resend(source_id)
    if cache.add("experiments.orphans", True, HOUR):
        orphans.remove()


def resend(source_id: UUID) -> None:
    """Send a source once more, and not again before this message has had its time."""
    DataSource.objects.filter(pk=source_id, status=DataSource.Status.WAITING).update(lease_until=lease_end())
    check_source.delay(str(source_id))

"""Tasks: carry the id of a source to a worker; the row says what is to be done."""

from __future__ import annotations

from celery import shared_task
from django.core.cache import cache

from core.lease.models import MAX_ATTEMPTS
from experiments import ingest, orphans
from experiments.models import DataSource

HOUR = 3600


@shared_task(name="experiments.check_source")
def check_source(source_id: str) -> None:
    """Read an upload, unless it has been read or another worker does so now."""
    if (source := DataSource.objects.claim(source_id, progress=0)) is None:
        return
    if source.attempt > MAX_ATTEMPTS:
        ingest.give_up(source)
    elif not ingest.check(source):
        check_source.delay(source_id)


@shared_task(name="experiments.sweep")
def sweep() -> None:
    """Send what the broker or a dead worker lost; once an hour remove files that belong to nobody."""
    for source in DataSource.objects.take_unheard():
        check_source.delay(str(source.pk))
    if cache.add("experiments.orphans", True, HOUR):
        orphans.remove()

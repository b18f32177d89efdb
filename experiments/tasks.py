"""Tasks: carry the id of a source to a worker; the row says what is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from celery import shared_task
from django.core.cache import cache

from core.lease.models import MAX_ATTEMPTS, WAKE
from experiments import binning, ingest, retention, searching
from experiments.models import DataSource

if TYPE_CHECKING:
    from uuid import UUID

HOUR, DAY = 3600, 24 * 3600


@shared_task(name="experiments.check_source")
def check_source(source_id: str) -> None:  # noqa: ARG001 -- it says that something waits; whose turn it is, rows say
    """Read the upload whose turn it is: this one, unless somebody else has waited longer for a turn of theirs."""
    if (source := DataSource.objects.claim_next(progress=0)) is None:
        return
    if source.attempt > MAX_ATTEMPTS:
        ingest.give_up(source)
    elif not ingest.check(source):
        check_source.delay(str(source.pk))


@shared_task(name="experiments.sweep")
def sweep() -> None:
    """Send what the broker or a dead worker lost; now and then remove what nobody wants any more."""
    for source in DataSource.objects.take_unheard(WAKE):
        check_source.delay(str(source.pk))
    searching.index_missing()
    if cache.add("experiments.orphans", True, HOUR):
        binning.bin_abandoned()
    if cache.add("experiments.retention", True, DAY):
        retention.keep_rules()


@shared_task(name="experiments.index")
def index(experiment_id: str) -> None:
    """Let the search find what an experiment says by now."""
    searching.index(experiment_id)


def state_was_changed(sender: object, experiment_id: UUID, state: str, **_: object) -> None:  # noqa: ARG001 -- a receiver
    """A result that is ready can be found."""
    if state == "ready":
        index.delay_on_commit(str(experiment_id))

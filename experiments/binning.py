"""The bin: what is thrown away waits for a while, seen by nobody, and can be put back; then it goes, files and all."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from accounts.audit.services import record
from experiments import files, signals
from experiments.models import Experiment

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from accounts.models import User
    from experiments.models import ExperimentQuerySet

DAYS = 30
"""How long something waits in the bin."""
UNTOUCHED = timedelta(days=30)
"""A draft without data that nobody has come back to for so long goes there by itself."""
AT_ONCE = 100
"""So many are removed by one sweep; the next one goes on."""


@transaction.atomic
def move_to_bin(*, experiment: Experiment, by: User | None) -> bool:
    """Nobody sees it from now on, and its runs stop; its files still count as kept. False: it was there already."""
    kept = Experiment.objects.filter(pk=experiment.pk, binned=None)
    if not kept.update(binned=timezone.now(), binned_by=by):
        return False
    record("experiment_binned", team=experiment.team_id, about=experiment, person=by.pk if by else None)
    signals.experiment_was_binned.send(Experiment, experiment=experiment)
    return True


def put_back(*, experiment: Experiment) -> None:
    """As it was before: in the list, or in the archive."""
    if Experiment.objects.filter(pk=experiment.pk, binned__isnull=False).update(binned=None, binned_by=None):
        record("experiment_restored", team=experiment.team_id, about=experiment)


@transaction.atomic
def delete_experiment(*, experiment: Experiment) -> None:
    """The experiment with its data, runs and personas; files go once the rows are gone for certain."""
    experiment_id = experiment.pk
    record("experiment_deleted", team=experiment.team_id, about=experiment)
    uploads = [source.pk for source in experiment.sources.all()]
    experiment.delete()
    for source_id in uploads:
        transaction.on_commit(partial(files.remove_source, experiment_id, source_id))
    transaction.on_commit(partial(files.remove_experiment, experiment_id))


def empty(experiments: ExperimentQuerySet) -> int:
    """Delete for good what waits in the bin, of these; how many there were."""
    return sum(
        _delete_from_bin(pk) for pk in list(experiments.filter(binned__isnull=False).values_list("pk", flat=True))
    )


@transaction.atomic
def _delete_from_bin(pk: UUID) -> bool:
    """Whether it was still there: somebody may have put it back, or deleted it, a moment ago."""
    experiment = Experiment.objects.select_for_update().filter(pk=pk, binned__isnull=False).first()
    if experiment is not None:
        delete_experiment(experiment=experiment)
    return experiment is not None


def remove_old() -> int:
    """Delete for good what has waited long enough; how many."""
    old = Experiment.objects.filter(binned__lte=timezone.now() - timedelta(days=DAYS)).order_by("binned")
    return empty(Experiment.objects.filter(pk__in=list(old.values_list("pk", flat=True)[:AT_ONCE])))


def days_left(binned: datetime) -> int:
    """Full or begun days until it goes for good."""
    left = binned + timedelta(days=DAYS) - timezone.now()
    return max(left.days + 1, 0) if left > timedelta(0) else 0


def bin_abandoned() -> None:
    """Put drafts into the bin that hold no data, once nobody has come back to them for a month."""
    old = Experiment.objects.filter(updated__lte=timezone.now() - UNTOUCHED, state="empty", binned=None, sources=None)
    Experiment.objects.filter(pk__in=list(old.values_list("pk", flat=True)[:AT_ONCE])).update(binned=timezone.now())

"""What a world holds, in other states: some operations succeed only there, and others have to refuse."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from django.utils import timezone

from experiments import files
from experiments.models import DataSource
from generation.models import Run, SegmentDraft, WebhookAttempt, WebhookDelivery
from persona.models import PersonaConfig
from tests.factories import DataSourceFactory, ExperimentFactory, RunFactory, WebhookFactory
from tests.generation.values import finished_run

if TYPE_CHECKING:
    from accounts.models import User
    from experiments.models import Experiment

Ids = dict[str, str]
ERROR = {"code": "provider_busy", "message": "The model is busy.", "hint": "Try again.", "retryable": True}


def fitting(owner: User) -> dict[str, Ids]:
    """By operation: the ids it succeeds with, where those of a world will not do."""
    unused = _data(owner)
    stopped = RunFactory(experiment=_data(owner).experiment, status=Run.Status.CANCELLED)
    binned = {"experiment_id": str(ExperimentFactory(owner=owner, binned=timezone.now()).pk)}
    return {
        "upload_source": _named(unused),
        "reread_source": _named(unused),
        "resume_run": {"run_id": str(stopped.pk)},
        "restore_experiment": binned,
        "delete_binned": binned,
    }


def others(owner: User) -> list[Ids]:
    """Each some ids, to be taken in place of a world's."""
    return [
        {"experiment_id": str(ExperimentFactory(owner=owner).pk)},
        *_sources(owner),
        *_runs(owner),
        *_segments(_data(owner).experiment),
        *_webhooks(owner),
        *_without_files(owner),
    ]


def _data(owner: User) -> DataSource:
    return DataSourceFactory(experiment=ExperimentFactory(owner=owner))


def _named(source: DataSource) -> Ids:
    return {"experiment_id": str(source.experiment_id), "source_id": str(source.pk)}


def _sources(owner: User) -> list[Ids]:
    found = [DataSource(experiment=ExperimentFactory(owner=owner), name="answers.csv") for _ in range(3)]
    found[1].status, found[1].lease_until = DataSource.Status.READING, timezone.now()
    found[2].status, found[2].error = DataSource.Status.FAILED, {**ERROR, "problems": []}
    for source in found:
        source.save(force_insert=True)
        files.upload(source.pk).write_bytes(b"a,b\n1,2\n")
    return [_named(_data(owner)), *map(_named, found)]


def _runs(owner: User) -> list[Ids]:
    """One at work only: who has two may start no more."""
    experiment = _data(owner).experiment
    found = [
        RunFactory(experiment=experiment, status=Run.Status.RUNNING, lease_until=timezone.now()),
        RunFactory(experiment=experiment, status=Run.Status.CANCELLED),
        RunFactory(experiment=experiment, status=Run.Status.FAILED, error=ERROR),
        RunFactory(experiment__owner=owner, status=Run.Status.CANCELLED),  # its data has never come
    ]
    return [{"run_id": str(run.pk), "other_id": str(run.pk)} for run in found]


def _segments(experiment: Experiment) -> list[Ids]:
    config = PersonaConfig().model_dump(mode="json", exclude={"edits"})
    waiting = SegmentDraft.objects.create(experiment=experiment, config=config)
    failed = SegmentDraft.objects.create(
        experiment=experiment, config=config, status=SegmentDraft.Status.FAILED, error=ERROR
    )
    return [{"segments_id": str(each.pk)} for each in (waiting, failed)]


def _webhooks(owner: User) -> list[Ids]:
    off = WebhookFactory(owner=owner, disabled=timezone.now(), disabled_by="gone")
    delivery = WebhookDelivery.objects.create(webhook=off, event="webhook.test", payload="{}", status="failed")
    WebhookAttempt.objects.create(delivery=delivery, number=1, started=timezone.now(), error="name")
    WebhookAttempt.objects.create(delivery=delivery, number=2, started=timezone.now(), status=410, answer="Gone")
    return [{"webhook_id": str(off.pk), "delivery_id": str(delivery.pk)}]


def _without_files(owner: User) -> list[Ids]:
    """As after a backup of the database alone."""
    unused, source = _data(owner), _data(owner)
    run = finished_run(source.experiment)
    for each in (unused, source):
        shutil.rmtree(files.experiment(each.experiment_id))
    return [_named(unused), {**_named(source), "run_id": str(run.pk), "other_id": str(run.pk)}]

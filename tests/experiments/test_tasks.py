from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from celery.contrib.testing.worker import start_worker
from django.core.cache import cache
from django.utils import timezone

from core.lease.models import MAX_ATTEMPTS
from experiments import files, ingest, tasks
from experiments.models import DataSource, Experiment
from persona_web.celery import app
from tests.factories import ANSWERS, DataSourceFactory

if TYPE_CHECKING:
    from tests.generation.conftest import Posted

pytestmark = pytest.mark.django_db(transaction=True)
Status = DataSource.Status
NAME = "experiments.check_source"


@pytest.fixture
def waiting(experiment: Experiment) -> DataSource:
    source = DataSource.objects.create(experiment=experiment, name="answers.csv")
    files.upload(source.pk).write_text(ANSWERS)
    return source


def state(source: DataSource) -> tuple[str, int, int]:
    source.refresh_from_db()
    return source.status, source.attempt, source.rows


def test_the_task_reads_an_upload_once(waiting: DataSource) -> None:
    tasks.check_source(str(waiting.pk))
    assert state(waiting) == (Status.READY, 1, 4)

    tasks.check_source(str(waiting.pk))
    assert state(waiting) == (Status.READY, 1, 4)


def test_a_source_that_another_worker_holds_is_left_alone(waiting: DataSource) -> None:
    DataSource.objects.claim(waiting.pk)

    tasks.check_source(str(waiting.pk))

    assert state(waiting) == (Status.READING, 1, 0)


def test_a_killed_workers_source_is_read_by_the_next(waiting: DataSource) -> None:
    DataSource.objects.claim(waiting.pk)
    DataSource.objects.update(lease_until=timezone.now() - timedelta(seconds=1))

    tasks.check_source(str(waiting.pk))

    assert state(waiting) == (Status.READY, 2, 4)


def test_a_file_that_kills_its_workers_is_given_up(waiting: DataSource) -> None:
    gone = timezone.now() - timedelta(seconds=1)
    DataSource.objects.update(status=Status.READING, attempt=MAX_ATTEMPTS, lease_until=gone)

    tasks.check_source(str(waiting.pk))

    assert state(waiting) == (Status.FAILED, MAX_ATTEMPTS + 1, 0)
    assert waiting.error == ingest.STOPPED


def test_a_message_for_a_source_that_has_been_deleted_serves_whoever_waits(waiting: DataSource) -> None:
    tasks.check_source(str(uuid4()))
    assert state(waiting) == (Status.READY, 1, 4)

    tasks.check_source(str(uuid4()))
    assert state(waiting) == (Status.READY, 1, 4)


def test_the_sweep_sends_what_was_lost_and_nothing_twice(waiting: DataSource, posted: Posted) -> None:
    silent = DataSource.objects.create(
        experiment=waiting.experiment, name="b.csv", status=Status.READING, lease_until=timezone.now()
    )
    DataSourceFactory()
    DataSource.objects.update(sent=timezone.now() - timedelta(minutes=3))

    with posted() as messages:
        tasks.sweep()
    assert sorted(messages) == sorted([(NAME, [str(waiting.pk)]), (NAME, [str(silent.pk)])])

    tasks.check_source(str(silent.pk))
    with posted() as messages:
        tasks.sweep()
    assert messages == []


def test_the_sweep_looks_for_orphans_once_an_hour(experiment: Experiment) -> None:
    cache.delete("experiments.orphans")
    tasks.sweep()
    assert cache.get("experiments.orphans") is True


@pytest.mark.integration
def test_a_worker_reads_what_was_sent(waiting: DataSource) -> None:
    with start_worker(app, pool="solo", perform_ping_check=False):
        tasks.check_source.delay(str(waiting.pk))
        deadline = timezone.now() + timedelta(seconds=30)
        while state(waiting)[0] != Status.READY and timezone.now() < deadline:
            time.sleep(0.05)

    assert state(waiting) == (Status.READY, 1, 4)

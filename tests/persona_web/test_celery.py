"""Celery's ends: what a page sends, what a worker does first and last."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from celery.signals import setup_logging, task_prerun, worker_ready, worker_shutting_down
from django.db import transaction
from pytest_django import Settings

from core import context, shutdown
from experiments.tasks import sweep
from persona_web.celery import SentTask, app


def waiting(folder: Path) -> list[str]:
    """The names of the tasks whose messages lie in the queue."""
    import json

    found = [json.loads(file.read_text()) for file in sorted(folder.glob("*.msg"))]
    return [message["headers"]["task"] for message in found]


@pytest.fixture
def queue(settings: Settings) -> Path:
    folder: Path = settings.QUEUE_DIR / "msg"
    for file in folder.iterdir():
        file.unlink()
    return folder


def test_every_task_of_ours_survives_a_broker_that_is_away() -> None:
    app.loader.import_default_modules()
    ours = [task for name, task in app.tasks.items() if not name.startswith("celery.")]

    assert {task.name for task in ours} >= {"experiments.sweep", "generation.sweep"}
    assert all(isinstance(task, SentTask) for task in ours)


@pytest.mark.django_db(transaction=True)
def test_a_message_is_sent_when_the_row_is_there_and_not_before(queue: Path) -> None:
    with transaction.atomic():
        sweep.delay_on_commit()
        assert waiting(queue) == []

    assert waiting(queue) == ["experiments.sweep"]


@pytest.mark.django_db(transaction=True)
def test_without_a_broker_the_page_goes_on_and_soon(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    # Where to read and write follows from this: a patch of those as well would put back what follows from the patch.
    monkeypatch.setattr(app.conf, "broker_url", "redis://127.0.0.1:1/0")
    monkeypatch.setattr(app, "_pool", None)
    monkeypatch.setattr(app.amqp, "_producer_pool", None)
    began = time.monotonic()

    with transaction.atomic():
        sweep.delay_on_commit()

    assert time.monotonic() - began < 5
    assert [record.levelno for record in caplog.records if record.name == "django.db.backends.base"] == [logging.ERROR]


def test_a_worker_sweeps_as_soon_as_it_is_ready(queue: Path) -> None:
    worker_ready.send(sender=None)

    assert sorted(waiting(queue)) == [
        "accounts.sweep_key_tests",
        "accounts.sweep_own_data",
        "experiments.sweep",
        "generation.sweep",
        "generation.sweep_segments",
        "generation.sweep_webhooks",
    ]


def test_long_work_is_told_when_its_worker_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutdown, "asked", type(shutdown.asked)())

    worker_shutting_down.send(sender=None)

    assert shutdown.asked.is_set()


def test_celery_leaves_logging_to_django() -> None:
    assert setup_logging.receivers


def test_only_json_is_accepted_and_nothing_is_kept_in_celery() -> None:
    conf = app.conf

    assert (conf.accept_content, conf.task_serializer, conf.task_ignore_result) == (["json"], "json", True)
    assert (conf.task_acks_late, conf.task_reject_on_worker_lost, conf.worker_prefetch_multiplier) == (True, True, 1)


def test_a_task_says_for_which_request_it_is(queue: Path) -> None:
    import json

    with context.bound(request="K7QX-2941"):
        sweep.delay()

    [message] = [json.loads(file.read_text()) for file in queue.glob("*.msg")]
    assert message["headers"]["for_request"] == "K7QX-2941"


def test_a_task_begins_with_its_own_ids() -> None:
    sent = SimpleNamespace(request=SimpleNamespace(for_request="K7QX-2941"))
    context.know(run=1)
    task_prerun.send(sender=None, task_id="a", task=sent)

    assert context.belongs() == {"task": "a", "request": "K7QX-2941"}
    context.begin()

"""Queues: every task names one, and a worker that is told nothing serves all of them."""

from __future__ import annotations

from celery import current_app

from core.queues import MEANINGS, Queue
from persona_web.queues import ROUTES


def of_tasks() -> dict[str, str]:
    """The queue of each task of ours."""
    current_app.loader.import_default_modules()
    own = [name for name in current_app.tasks if not name.startswith("celery.")]
    return {name: current_app.amqp.router.route({}, name)["queue"].name for name in own}


def test_every_task_that_is_routed_exists() -> None:
    assert ROUTES.items() <= of_tasks().items()


def test_mails_and_webhooks_wait_behind_nothing_long() -> None:
    told = ("generation.send_webhook", "generation.tell_owner", "generation.tell_owner_of_webhook")

    assert {of_tasks()[name] for name in told} == {Queue.SERVICE}


def test_sweeps_wait_behind_nothing_long() -> None:
    scheduled = {entry["task"] for entry in current_app.conf.beat_schedule.values()}

    assert {of_tasks()[name] for name in scheduled} == {Queue.SERVICE}


def test_a_worker_serves_all_unless_it_is_told() -> None:
    assert set(current_app.amqp.queues) == set(Queue) == set(MEANINGS)

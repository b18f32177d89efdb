"""Celery: carries ids to workers; the database holds the truth."""

from __future__ import annotations

import os
from typing import Any

from celery import Celery
from celery.contrib.django.task import DjangoTask
from celery.signals import (
    before_task_publish,
    setup_logging,
    task_prerun,
    worker_init,
    worker_ready,
    worker_shutting_down,
)
from django.db import transaction

from core import context
from persona_web import filesystem_broker

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "persona_web.settings")
# Django's checks import every page and the API, a third of a worker's start; `make check` has run them.
os.environ.setdefault("CELERY_SKIP_CHECKS", "true")


class SentTask(DjangoTask):
    """A task whose loss is repaired by the sweep: when the broker is away the page still answers."""

    def delay_on_commit(self, *args: Any, **kwargs: Any) -> None:
        def send() -> None:
            self.delay(*args, **kwargs)

        transaction.on_commit(send, robust=True)


filesystem_broker.install()
app = Celery("persona_web", task_cls=SentTask)
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def _log_as_django_does(**_: object) -> None:
    """Being connected is enough: Celery then leaves the loggers alone."""


@before_task_publish.connect
def _say_for_which_request(headers: dict[str, Any], **_: object) -> None:
    """A task carries the id of the request that sent it: one can be followed from the log of the web to a worker's."""
    if request := context.belongs().get("request"):
        headers["for_request"] = request


@task_prerun.connect
def _begin(task_id: str, task: Any, **_: object) -> None:
    context.begin(task=task_id, request=getattr(task.request, "for_request", None))


@worker_init.connect
def warm_up(**_: object) -> None:
    import django

    from persona_web.quick_start import collect_from_here
    from persona_web.warm import has_models, warm

    django.setup()
    warm(with_models=has_models())
    collect_from_here()  # before anything is forked


@worker_ready.connect
def _sweep_now(**_: object) -> None:
    """What a killed worker left is taken up at once, not at the first tick."""
    for entry in app.conf.beat_schedule.values():
        app.send_task(entry["task"], **entry["options"])


@worker_shutting_down.connect
def _tell_long_work(**_: object) -> None:
    from core import shutdown

    shutdown.asked.set()

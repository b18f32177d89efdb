"""Tasks: carry out a run, find the runs that lost their worker, tell the owner. They take ids and may run twice."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from smtplib import SMTPException
from typing import Any

from celery import shared_task
from celery.signals import worker_ready
from django.db import transaction
from django.utils import timezone

from generation import mail, work
from generation.models import Run
from generation.recording import end_unheld

# A message takes milliseconds; when a free run has heard nothing for so long, it is sent again. Twice costs one query.
RESEND = timedelta(seconds=15)


def tell_worker(run: Run) -> None:
    """Have a worker look at the run once it is committed; should the broker be down, the sweep sends it later."""
    transaction.on_commit(partial(generate_run.apply_async, (str(run.pk),), retry=False), robust=True)


@shared_task(name="generation.generate_run")
def generate_run(run_id: str) -> None:
    """Take the run and carry it out; a second message for the same run finds nothing to do."""
    if (run := Run.objects.claim(run_id)) is None:
        end_unheld(Run.objects.spent().filter(pk=run_id), Run.Status.FAILED, work.WORKERS_LOST)
    elif work.carry_out(run) and run.notify:
        tell_owner.delay(run_id)


@shared_task(name="generation.sweep", expires=60)
def sweep() -> None:
    """Send every run again that waits without a message or lost its worker."""
    now = timezone.now()
    for run in Run.objects.free().filter(sent__lt=now - RESEND):
        # Whoever changes the time sends the message: two sweeps at once send one.
        if Run.objects.free().filter(pk=run.pk, sent=run.sent).update(sent=now):
            tell_worker(run)


@shared_task(
    name="generation.tell_owner",
    autoretry_for=(SMTPException, OSError),
    retry_backoff=30,
    retry_kwargs={"max_retries": 5},
)
def tell_owner(run_id: str) -> None:
    """Mail the owner that the run has ended."""
    mail.send_finished(Run.objects.select_related("experiment__owner").get(pk=run_id))


@worker_ready.connect
def sweep_at_start(**_: Any) -> None:
    """A worker that starts looks at once for what the last one left behind."""
    sweep.delay()

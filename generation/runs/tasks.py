"""Tasks: carry out a run, find runs that lost their worker, tell who started one. They may run twice."""

from __future__ import annotations

from functools import partial
from smtplib import SMTPException
from typing import TYPE_CHECKING, Any

from celery import shared_task
from django.db import transaction
from django.urls import reverse

from core.lease.models import WAKE
from core.links import absolute
from core.mail import send_text
from experiments.models import Experiment
from generation.runs import pending, prompt_preview, worker
from generation.runs.drafts import next_config
from generation.runs.models import Run
from generation.runs.recorder import end_unheld

if TYPE_CHECKING:
    from experiments.models import DataSource


@shared_task(name="generation.generate_run")
def generate_run(run_id: str) -> None:
    """Carry out the run whose turn it is: this one, unless another team has waited longer for a turn of theirs."""
    pending.settle(run_id)
    if (told := Run.objects.filter(pk=run_id).first()) is None:
        return
    if end_unheld(Run.objects.spent().filter(pk=run_id), Run.Status.FAILED, worker.WORKERS_LOST):
        _tell_end(told)
    elif (run := Run.objects.in_queue(told.queue).claim_next()) and worker.carry_out(run) is worker.End.SETTLED:
        _tell_end(run)


def send(run: Run) -> None:
    """Tell the workers of its queue that a run waits."""
    generate_run.apply_async((str(run.pk),), queue=run.queue.value)


def send_on_commit(run: Run) -> None:
    """The same, once the row can be seen; that the broker is away is no fault of the page's, and the sweep mends it."""
    transaction.on_commit(partial(send, run), robust=True)


def _tell_end(run: Run) -> None:
    if run.notify:
        tell_owner.delay(str(run.pk))


def source_was_read(sender: object, source: DataSource, **_: Any) -> None:  # noqa: ARG001 -- a signal's receiver
    """Tell workers of the runs that waited for this file."""
    for run in Run.objects.awaiting(source.experiment_id):
        send(run)


@shared_task(name="generation.sweep")
def sweep() -> None:
    """Send every run again that waits without a message or lost its worker."""
    for run in Run.objects.take_unheard(WAKE):
        send(run)


@shared_task(name="generation.make_preview")
def make_preview(experiment_id: str) -> None:
    """Write down what a run with the settings of now would send."""
    if experiment := Experiment.objects.filter(pk=experiment_id).first():
        prompt_preview.make(experiment, next_config(experiment))


@shared_task(
    name="generation.tell_owner",
    autoretry_for=(SMTPException, OSError),
    retry_backoff=30,
    retry_kwargs={"max_retries": 5},
)
def tell_owner(run_id: str) -> None:
    """Mail whoever started the run how it has ended, with a link to it; not to somebody who left the team."""
    run = Run.objects.select_related("experiment", "started_by").get(pk=run_id)
    if run.started_by is None or not Run.objects.visible_to(run.started_by).filter(pk=run.pk).exists():
        return
    page = "generation:results" if run.status == Run.Status.DONE else "generation:run"
    context = {
        "run": run,
        "personas": run.personas.count(),
        "people": sum(run.sizes),
        "address": absolute(reverse(page, args=(run.pk,))),
    }
    send_text("generation/mail/finished.txt", context, run.started_by.email)

"""Tasks: carry out a run, find the runs that lost their worker, tell the owner. They take ids and may run twice."""

from __future__ import annotations

from smtplib import SMTPException
from typing import TYPE_CHECKING, Any

from celery import shared_task
from django.utils import timezone

from experiments.models import Experiment
from generation import awaiting, mail, previews, segmenting, work
from generation.chosen import next_config
from generation.models import Grouping, Run
from generation.recording import end_unheld

if TYPE_CHECKING:
    from experiments.models import DataSource


@shared_task(name="generation.generate_run")
def generate_run(run_id: str) -> None:
    """Take the run and carry it out; a second message for the same run finds nothing to do."""
    awaiting.settle(run_id)
    if run := Run.objects.claim(run_id):
        has_ended = work.carry_out(run) is work.End.SETTLED
    else:
        has_ended = end_unheld(Run.objects.spent().filter(pk=run_id), Run.Status.FAILED, work.WORKERS_LOST)
    if has_ended and Run.objects.filter(pk=run_id, notify=True).exists():
        tell_owner.delay(run_id)


@shared_task(name="generation.find_segments")
def find_segments(grouping_id: str) -> None:
    """Find or change segments, unless another worker does so now."""
    if (grouping := Grouping.objects.claim(grouping_id)) is None:
        return
    if grouping.attempt > grouping.version + segmenting.MAX_ATTEMPTS:
        segmenting.give_up(grouping)
    else:
        segmenting.carry_out(grouping)


def source_was_read(sender: object, source: DataSource, **_: Any) -> None:  # noqa: ARG001 -- a signal's receiver
    """Tell workers of the runs that waited for this file."""
    for run in Run.objects.awaiting(source.experiment_id):
        generate_run.delay(str(run.pk))


@shared_task(name="generation.sweep")
def sweep() -> None:
    """Send every run and grouping again that waits without a message or lost its worker."""
    for grouping in Grouping.objects.unheard():
        if Grouping.objects.unheard().filter(pk=grouping.pk, sent=grouping.sent).update(sent=timezone.now()):
            find_segments.delay(str(grouping.pk))
    for run in Run.objects.unheard():
        # Whoever changes the time sends the message: two sweeps at once send one.
        if Run.objects.unheard().filter(pk=run.pk, sent=run.sent).update(sent=timezone.now()):
            generate_run.delay(str(run.pk))


@shared_task(name="generation.make_preview")
def make_preview(experiment_id: str) -> None:
    """Write down what a run with the settings of now would send."""
    if experiment := Experiment.objects.filter(pk=experiment_id).first():
        previews.make(experiment, next_config(experiment))


@shared_task(
    name="generation.tell_owner",
    autoretry_for=(SMTPException, OSError),
    retry_backoff=30,
    retry_kwargs={"max_retries": 5},
)
def tell_owner(run_id: str) -> None:
    """Mail the owner that the run has ended."""
    mail.send_finished(Run.objects.select_related("experiment__owner").get(pk=run_id))

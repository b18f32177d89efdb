"""Mail to owners: their run has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from core.links import absolute

if TYPE_CHECKING:
    from generation.runs.models import Run


def send_finished(run: Run) -> None:
    """Say how the run has ended, with a link to it."""
    page = "generation:results" if run.status == run.Status.DONE else "generation:run"
    context = {
        "run": run,
        "personas": run.personas.count(),
        "people": sum(run.sizes),
        "address": absolute(reverse(page, args=(run.pk,))),
    }
    subject, _, body = render_to_string("generation/mail/finished.txt", context).partition("\n\n")
    send_mail(" ".join(subject.split()), body.strip() + "\n", None, [run.experiment.owner.email])

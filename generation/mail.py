"""Mail to owners: their run has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

if TYPE_CHECKING:
    from generation.models import Run


def is_possible() -> bool:
    """Whether this installation can send mail at all; else no page offers it."""
    return bool(settings.ENV.email_url)


def send_finished(run: Run) -> None:
    """Say how the run has ended, with a link to it."""
    page = "generation:results" if run.status == run.Status.DONE else "generation:run"
    context = {
        "run": run,
        "personas": run.personas.count(),
        "address": _base() + reverse(page, args=(run.pk,)),
    }
    subject, _, body = render_to_string("generation/mail/finished.txt", context).partition("\n\n")
    send_mail(" ".join(subject.split()), body, None, [run.experiment.owner.email])


def _base() -> str:
    """Where people reach this installation, from settings: a worker knows no request."""
    env = settings.ENV
    return (env.public_url or f"http://{env.host}:{env.port}").rstrip("/")

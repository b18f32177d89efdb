"""Rules of retention: each night, what was not used for long goes to the bin, what waited there goes; with a report."""

from __future__ import annotations

import logging
from datetime import timedelta
from smtplib import SMTPException
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from accounts.audit.services import forget_old, record
from accounts.models import User
from core.mail import send_text
from experiments import binning, orphans
from experiments.models import Experiment

if TYPE_CHECKING:
    from experiments.models import ExperimentQuerySet

logger = logging.getLogger(__name__)
AT_WORK = ("queued", "running", "waiting", "reading")


def unused(days: int) -> ExperimentQuerySet:
    """What nobody has changed, run or read into for so long; nothing that is at work."""
    before = timezone.now() - timedelta(days=days)
    touched = Q(runs__created__gt=before) | Q(runs__status__in=AT_WORK) | Q(sources__created__gt=before)
    return Experiment.objects.filter(updated__lte=before, binned=None).exclude(touched).order_by("updated")


def keep_rules() -> dict[str, int]:
    """Carry out the rules once; how many of each. Operators get a mail where something was done."""
    days, log_days = settings.ENV.retention_days, settings.ENV.log_days
    done = {
        "binned": _bin_unused(days) if days else 0,
        "removed": binning.remove_old(),
        "forgotten": forget_old(log_days) if log_days else 0,
        "orphans": orphans.remove(),
    }
    if any(done.values()):
        record("tidied", detail=done)
        _report({**done, "days": days})
    return done


def _bin_unused(days: int) -> int:
    count = 0
    for experiment in unused(days)[: binning.AT_ONCE]:
        count += binning.move_to_bin(experiment=experiment, by=None)
    return count


def _report(done: dict[str, int]) -> None:
    for email in User.objects.filter(is_superuser=True, is_active=True).values_list("email", flat=True):
        try:
            send_text("account/email/tidied.txt", done, email)
        except (SMTPException, OSError):
            logger.exception("The report of retention could not be sent.")

"""Runs: one generation each, held by one worker at a time, and the events they told."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from experiments.models import Experiment
from generation.runs.stages import load, percent
from persona.ids import uuid7

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from accounts.models import User

ATTEMPTS = 5
# A message takes milliseconds; when a free run has heard nothing for so long, it is sent again. Twice costs one query.
RESEND = timedelta(seconds=15)


def lease_end() -> datetime:
    """Until when a worker may be silent before its run is taken over."""
    return timezone.now() + timedelta(seconds=settings.ENV.lease_seconds)


class RunQuerySet(models.QuerySet["Run"]):
    """Changes of hands are conditional updates: whoever changes the row has the run, without a race."""

    def visible_to(self, user: User) -> RunQuerySet:
        return self.filter(experiment__owner=user)

    def active(self) -> RunQuerySet:
        return self.filter(status__in=(Run.Status.QUEUED, Run.Status.RUNNING))

    def free(self) -> RunQuerySet:
        """Runs that no living worker holds and that are not at their end."""
        silent = Q(status=Run.Status.RUNNING, lease_until__lt=timezone.now())
        return self.filter(Q(status=Run.Status.QUEUED) | silent)

    def awaiting(self, experiment: UUID) -> RunQuerySet:
        """Runs that begin once the file of this experiment has been read."""
        return self.filter(experiment=experiment, awaits_data=True, status=Run.Status.QUEUED)

    def unheard(self) -> RunQuerySet:
        """Free runs for which no message can be on its way any more."""
        return self.free().filter(sent__lt=timezone.now() - RESEND)

    def claim(self, pk: UUID | str) -> Run | None:
        """Take the run for this worker; None when it is finished, held by another, or out of attempts."""
        now = timezone.now()
        mine = self.free().filter(pk=pk, attempt__lt=F("attempt_limit"), awaits_data=False)
        taken = mine.update(
            status=Run.Status.RUNNING,
            lease_until=lease_end(),
            attempt=F("attempt") + 1,
            started=Coalesce("started", Value(now, output_field=models.DateTimeField())),
        )
        return self.select_related("experiment__owner").get(pk=pk) if taken else None

    def held_by(self, run: Run) -> RunQuerySet:
        """The row of `run` while its attempt is the newest one; empty once another has taken over (the fence)."""
        return self.filter(pk=run.pk, attempt=run.attempt, status=Run.Status.RUNNING)

    def renew(self, run: Run) -> bool:
        return self.held_by(run).update(lease_until=lease_end()) == 1

    def release(self, run: Run) -> bool:
        """Give a run back that this worker may not finish, for the next sweep; that is no attempt of the run's own."""
        free = {"status": Run.Status.QUEUED, "lease_until": None, "attempt_limit": F("attempt_limit") + 1}
        return self.held_by(run).update(sent=timezone.now() - RESEND, **free) == 1

    def spent(self) -> RunQuerySet:
        """Free runs that have used all their attempts: one of them may be what kills its workers."""
        return self.free().filter(attempt__gte=F("attempt_limit"))


class Run(models.Model):
    """One generation: settings, progress, and who works on it now.

    queued -> running -> done | failed | cancelled; failed and cancelled -> queued (resume).
    A worker holds a run by `lease_until` and writes only while `attempt` is still its own.
    """

    class Status(models.TextChoices):
        QUEUED = "queued", "Waiting"
        RUNNING = "running", "Running"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"
        CANCELLED = "cancelled", "Stopped"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    experiment = models.ForeignKey(Experiment, on_delete=models.CASCADE, related_name="runs")
    number = models.PositiveIntegerField(help_text="1, 2, 3 … within the experiment")
    request_key = models.CharField(max_length=255, help_text="The same request is the same run.")
    config = models.JSONField(help_text="persona.models.PersonaConfig")
    status = models.CharField(max_length=10, choices=Status, default=Status.QUEUED)
    stage = models.CharField(max_length=10, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    stages = models.JSONField(
        default=list, blank=True, help_text="Stages begun in this attempt: generation.runs.stages.Mark"
    )
    sizes = models.JSONField(default=list, blank=True, help_text="People in each group, once the groups are known.")
    version = models.PositiveIntegerField(default=0, help_text="Number of the newest event.")
    attempt = models.PositiveSmallIntegerField(default=0, help_text="Fence: only the newest attempt may write.")
    attempt_limit = models.PositiveSmallIntegerField(default=ATTEMPTS, help_text="Resuming by hand allows more.")
    sent = models.DateTimeField(default=timezone.now, help_text="When a worker was last told of it.")
    lease_until = models.DateTimeField(null=True, blank=True)
    cancel_requested = models.BooleanField(default=False)
    awaits_data = models.BooleanField(default=False, help_text="Its file has still to be read.")
    notify = models.BooleanField(default=False, help_text="Mail the owner at the end.")
    rows = models.PositiveBigIntegerField(default=0)
    summary = models.JSONField(null=True, blank=True, help_text="persona.models.SegmentationSummary")
    quality = models.JSONField(null=True, blank=True, help_text="persona.models.Quality")
    usage = models.JSONField(null=True, blank=True, help_text="persona.models.Usage")
    payer = models.CharField(max_length=10, blank=True, help_text="Whose key was used: own, operator, nobody.")
    expected = models.JSONField(null=True, blank=True, help_text="persona.models.Estimate, before it started")
    warnings = models.JSONField(default=list, blank=True)
    error = models.JSONField(null=True, blank=True, help_text="code, message, hint, retryable")
    created = models.DateTimeField(auto_now_add=True)
    started = models.DateTimeField(null=True, blank=True)
    finished = models.DateTimeField(null=True, blank=True)

    objects = RunQuerySet.as_manager()

    class Meta:
        ordering = ("-created", "-id")
        constraints = (
            models.UniqueConstraint(fields=("experiment", "request_key"), name="run_once_per_request"),
            models.UniqueConstraint(fields=("experiment", "number"), name="run_number_once"),
            models.CheckConstraint(
                condition=~Q(status="running") | Q(lease_until__isnull=False), name="run_running_has_lease"
            ),
            models.CheckConstraint(condition=~Q(status="failed") | Q(error__isnull=False), name="run_failed_has_error"),
        )
        indexes = (models.Index(fields=("status", "lease_until")),)

    def __str__(self) -> str:
        return f"Run {self.number}"

    @property
    def is_finished(self) -> bool:
        return self.status in (self.Status.DONE, self.Status.FAILED, self.Status.CANCELLED)

    @property
    def percent(self) -> int:
        """How much of the run is done."""
        by_model = (self.config or {}).get("model", "builtin") != "builtin"
        return 100 if self.status == self.Status.DONE else percent(load(self.stages), by_model=by_model)

    @property
    def mark(self) -> str:
        """What a page has seen of this run: it differs as soon as there is something new to show."""
        return f"{self.version}-{self.attempt}-{self.status}-{int(self.cancel_requested)}"


class RunEvent(models.Model):
    """One event of the library, in order; never changed."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="events")
    number = models.PositiveIntegerField()
    type = models.CharField(max_length=40)
    payload = models.JSONField(default=dict)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("run", "number"), name="event_number_once"),)

    def __str__(self) -> str:
        return f"{self.number} {self.type}"


class Draft(models.Model):
    """The settings of the next run, as last chosen: closing the page loses nothing."""

    experiment = models.OneToOneField(Experiment, on_delete=models.CASCADE, related_name="draft", primary_key=True)
    config = models.JSONField(default=dict, help_text="persona.models.PersonaConfig")
    updated = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"Settings of {self.experiment}"

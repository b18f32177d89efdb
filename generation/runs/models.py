"""Runs: one generation each, held by one worker at a time, and the events they told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.models import KeyTest
from core.lease.models import MAX_ATTEMPTS
from core.queues import Queue
from experiments.models import Experiment, Stateful, StatefulQuerySet, reachable
from generation.runs.stages import load, percent
from persona.ids import uuid7
from persona.run_states import FINAL, RUN_STATES

if TYPE_CHECKING:
    from uuid import UUID

    from accounts.models import User


BUILTIN = Q(config__model="builtin") | ~Q(config__has_key="model")


class RunQuerySet(StatefulQuerySet["Run"]):
    def visible_to(self, user: User) -> RunQuerySet:
        return self.filter(reachable(user, "experiment"))

    def active(self) -> RunQuerySet:
        return self.unfinished()

    def awaiting(self, experiment: UUID) -> RunQuerySet:
        """Runs that begin once the file of this experiment has been read."""
        return self.filter(experiment=experiment, awaits_data=True, status=Run.Status.QUEUED)

    def in_queue(self, queue: Queue) -> RunQuerySet:
        """Runs that wait for workers of this queue, or have waited there."""
        return self.filter(BUILTIN) if queue is Queue.BUILTIN else self.exclude(BUILTIN)

    def claimable(self) -> RunQuerySet:
        """Free runs whose data is there and that have not used all their attempts."""
        return self.free().filter(attempt__lt=F("attempt_limit"), awaits_data=False)

    def spent(self) -> RunQuerySet:
        """Free runs that have used all their attempts: one of them may be what kills its workers."""
        return self.free().filter(attempt__gte=F("attempt_limit"))

    def claim(self, pk: UUID | str, **changes: Any) -> Run | None:
        begun = Coalesce("started", Value(timezone.now(), output_field=models.DateTimeField()))
        return super().claim(pk, started=begun, **changes)

    def release(self, row: Run, **changes: Any) -> bool:
        """Being given back is no attempt of the run's own."""
        return super().release(row, attempt_limit=F("attempt_limit") + 1, **changes)


class Run(Stateful):
    """One generation: settings, progress, and who works on it now.

    queued -> running -> done | failed | cancelled; failed and cancelled -> queued (resume).
    """

    class Status(models.TextChoices):
        QUEUED = "queued", RUN_STATES["queued"].label
        RUNNING = "running", RUN_STATES["running"].label
        DONE = "done", RUN_STATES["done"].label
        FAILED = "failed", RUN_STATES["failed"].label
        CANCELLED = "cancelled", RUN_STATES["cancelled"].label

    WAITING: ClassVar = {"status": Status.QUEUED}
    HELD: ClassVar = {"status": Status.RUNNING}
    CLAIMED_WITH: ClassVar = ("experiment__team",)
    WHOSE: ClassVar = "experiment__team"

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
    attempt_limit = models.PositiveSmallIntegerField(default=MAX_ATTEMPTS, help_text="Resuming by hand allows more.")
    cancel_requested = models.BooleanField(default=False)
    awaits_key = models.ForeignKey(
        KeyTest,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="The test of a key; once that works, the run goes on.",
    )
    awaits_data = models.BooleanField(default=False, help_text="Its file has still to be read.")
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    notify = models.BooleanField(default=False, help_text="Mail whoever started it at the end.")
    rows = models.PositiveBigIntegerField(default=0)
    summary = models.JSONField(null=True, blank=True, help_text="persona.models.SegmentationSummary")
    drawing = models.JSONField(
        null=True, blank=True, help_text="The map of people: list of generation.personas.charts.Drawn"
    )
    quality = models.JSONField(null=True, blank=True, help_text="persona.models.Quality")
    verdict = models.JSONField(null=True, blank=True, help_text="persona.models.Verdict; None: an older result")
    usage = models.JSONField(null=True, blank=True, help_text="persona.models.Usage")
    payer = models.CharField(max_length=10, blank=True, help_text="Whose key was used: own, operator, nobody.")
    expected = models.JSONField(null=True, blank=True, help_text="persona.models.Estimate, before it started")
    warnings = models.JSONField(default=list, blank=True)
    edited = models.PositiveIntegerField(default=0, help_text="Number of the last edit of its result.")
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
        return self.status in FINAL

    @property
    def queue(self) -> Queue:
        """The queue whose workers carry it out."""
        return Queue.BUILTIN if (self.config or {}).get("model", "builtin") == "builtin" else Queue.MODELS

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
    look = models.BooleanField(null=True, help_text="Whether the groups are looked at first; None: nobody has said.")
    updated = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"Settings of {self.experiment}"

"""Runs and what they found: events, personas, statements and the words behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Q

from experiments.models import Experiment
from persona.ids import uuid7

if TYPE_CHECKING:
    from persona_web.accounts.models import User


class RunQuerySet(models.QuerySet["Run"]):
    def visible_to(self, user: User) -> RunQuerySet:
        return self.filter(experiment__owner=user)


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
    version = models.PositiveIntegerField(default=0, help_text="Number of the newest event.")
    attempt = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    cancel_requested = models.BooleanField(default=False)
    notify = models.BooleanField(default=False, help_text="Mail the owner at the end.")
    rows = models.PositiveBigIntegerField(default=0)
    summary = models.JSONField(null=True, blank=True, help_text="persona.models.SegmentationSummary")
    quality = models.JSONField(null=True, blank=True, help_text="persona.models.Quality")
    usage = models.JSONField(null=True, blank=True, help_text="persona.models.Usage")
    warnings = models.JSONField(default=list, blank=True)
    error = models.JSONField(null=True, blank=True, help_text="code, message, hint, retryable")
    created = models.DateTimeField(auto_now_add=True)
    started = models.DateTimeField(null=True, blank=True)
    finished = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager[Run]] = RunQuerySet.as_manager()  # type: ignore[assignment]

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


class PersonaQuerySet(models.QuerySet["Persona"]):
    def visible_to(self, user: User) -> PersonaQuerySet:
        return self.filter(run__experiment__owner=user)


class Persona(models.Model):
    """The portrait of one segment of a run."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="personas")
    position = models.PositiveSmallIntegerField(help_text="From 1: the segment's number.")
    name = models.CharField(max_length=120)
    tagline = models.TextField()
    summary = models.TextField()
    size = models.PositiveBigIntegerField()
    share = models.FloatField()
    facts = models.JSONField(default=list, help_text="list of persona.models.Fact")
    quotes = models.JSONField(default=list, help_text="lead quotes: list of persona.models.Evidence")
    warnings = models.JSONField(default=list, blank=True)

    objects: ClassVar[models.Manager[Persona]] = PersonaQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("run", "position"), name="persona_position_once"),)

    def __str__(self) -> str:
        return self.name


class Statement(models.Model):
    """One claim of a persona; its text opens onto `evidence`."""

    class Kind(models.TextChoices):
        GOAL = "goal", "Goals"
        NEED = "need", "Needs"
        FRUSTRATION = "frustration", "Frustrations"
        BEHAVIOUR = "behaviour", "Behaviours"
        MOTIVATION = "motivation", "Motivations"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="statements")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=Kind)
    text = models.TextField()
    original_text = models.TextField(help_text="As written by the run; kept when a person edits.")
    origin = models.CharField(max_length=10)
    strength = models.CharField(max_length=6)
    support = models.PositiveBigIntegerField()
    base = models.PositiveBigIntegerField()
    mentions = models.PositiveBigIntegerField(null=True, blank=True)
    topic = models.TextField(null=True, blank=True)
    note = models.TextField()

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("persona", "position"), name="statement_position_once"),)

    def __str__(self) -> str:
        return self.text


class Evidence(models.Model):
    """A verbatim passage: source, row, column and characters."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="evidence")
    position = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=120)
    row = models.PositiveBigIntegerField()
    line = models.PositiveBigIntegerField()
    column = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    strength = models.CharField(max_length=6)
    score = models.FloatField()
    counted = models.BooleanField(default=True)

    class Meta:
        ordering = ("position",)
        verbose_name_plural = "evidence"
        constraints = (
            models.UniqueConstraint(fields=("statement", "position"), name="evidence_position_once"),
            models.CheckConstraint(condition=Q(end__gt=models.F("start")), name="evidence_has_characters"),
        )

    def __str__(self) -> str:
        return f"row {self.row}, {self.column}"

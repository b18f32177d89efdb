"""Experiments and their data sources: what people uploaded and how it was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from persona.ids import uuid7

if TYPE_CHECKING:
    from persona_web.accounts.models import User


class ExperimentQuerySet(models.QuerySet["Experiment"]):
    def visible_to(self, user: User) -> ExperimentQuerySet:
        return self.filter(owner=user)

    def matching(self, text: str) -> ExperimentQuerySet:
        return self.filter(Q(name__icontains=text) | Q(description__icontains=text)) if text else self


class Experiment(models.Model):
    """A study: its question, its data and (in `generation`) its runs."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="experiments")
    name = models.CharField(max_length=120)
    description = models.TextField(blank=True, max_length=2000)
    is_sample = models.BooleanField(default=False)
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)

    objects: ClassVar[models.Manager[Experiment]] = ExperimentQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("-updated", "-id")
        indexes = (models.Index(fields=("owner", "-updated")),)

    def __str__(self) -> str:
        return self.name


class DataSourceQuerySet(models.QuerySet["DataSource"]):
    def visible_to(self, user: User) -> DataSourceQuerySet:
        return self.filter(experiment__owner=user)


class DataSource(models.Model):
    """One uploaded file. The file and its Parquet parts are in the experiment's folder under this id."""

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting to be read"
        READING = "reading", "Reading"
        READY = "ready", "Ready"
        FAILED = "failed", "Cannot be used"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    experiment = models.ForeignKey(Experiment, on_delete=models.CASCADE, related_name="sources")
    name = models.CharField(max_length=120, help_text="The file's own name: a label, never a path.")
    bytes = models.BigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.WAITING)
    attempt = models.PositiveSmallIntegerField(default=0, help_text="Fence: only the newest attempt may settle.")
    lease_until = models.DateTimeField(null=True, blank=True)
    choices = models.JSONField(default=dict, blank=True, help_text="Dialect that a person chose instead of the guess.")
    report = models.JSONField(null=True, blank=True, help_text="persona.models.SourceReport")
    columns = models.JSONField(default=list, blank=True, help_text="list of persona.models.Column, as inferred")
    overrides = models.JSONField(default=dict, blank=True, help_text="name -> persona.models.ColumnChoice")
    error = models.JSONField(null=True, blank=True, help_text="code, message, hint, problems of a DataError")
    rows = models.PositiveBigIntegerField(default=0)
    left_out = models.PositiveBigIntegerField(default=0)
    created = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[models.Manager[DataSource]] = DataSourceQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ("created", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(status="ready") | Q(report__isnull=False), name="source_ready_has_report"
            ),
            models.CheckConstraint(
                condition=~Q(status="failed") | Q(error__isnull=False), name="source_failed_has_error"
            ),
        )

    def __str__(self) -> str:
        return self.name

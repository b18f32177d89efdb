"""Groupings: the segments of a run that is not started yet, to be looked at and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import F, Q

from accounts.teams.models import within
from core.lease.models import Leased, LeasedQuerySet
from experiments.models import Experiment
from persona.ids import uuid7

if TYPE_CHECKING:
    from accounts.models import User


class SegmentDraftQuerySet(LeasedQuerySet["SegmentDraft"]):
    def visible_to(self, user: User) -> SegmentDraftQuerySet:
        return self.filter(within(user, "experiment__team"))

    def settle(self, row: SegmentDraft, **result: Any) -> bool:
        return super().settle(row, version=F("version") + 1, **result)

    def release(self, row: SegmentDraft, **changes: Any) -> bool:
        """Being given back is no attempt of the draft's own: attempts are counted from its version."""
        return super().release(row, version=F("version") + 1, **changes)


class SegmentDraft(Leased):
    """Segments before their personas are written. A run that starts from it has its id, and so finds its folder.

    waiting -> working -> ready | failed; ready -> waiting (edits).
    """

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        WORKING = "working", "Working"
        READY = "ready", "Ready"
        FAILED = "failed", "Failed"

    WAITING: ClassVar = {"status": Status.WAITING}
    HELD: ClassVar = {"status": Status.WORKING}
    CLAIMED_WITH: ClassVar = ("experiment",)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    experiment = models.ForeignKey(Experiment, on_delete=models.CASCADE, related_name="segment_drafts")
    config = models.JSONField(help_text="persona.models.PersonaConfig, without edits")
    edits = models.JSONField(default=list, blank=True, help_text="list of persona.models.Edit: all, in order")
    status = models.CharField(max_length=10, choices=Status, default=Status.WAITING)
    version = models.PositiveIntegerField(default=0)
    result = models.JSONField(null=True, blank=True, help_text="persona.segments.SegmentPreview")
    error = models.JSONField(null=True, blank=True, help_text="code, message, hint, retryable")
    created = models.DateTimeField(auto_now_add=True)

    objects = SegmentDraftQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ("-created", "-id")
        indexes: ClassVar = (models.Index(fields=("status", "lease_until")),)
        constraints: ClassVar = (
            models.CheckConstraint(
                condition=~Q(status="ready") | Q(result__isnull=False), name="segment_draft_has_result"
            ),
        )

    def __str__(self) -> str:
        return f"Segments of {self.experiment_id}"

"""Groupings: the segments of a run that is not started yet, to be looked at and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from experiments.models import Experiment
from generation.runs.models import RESEND, lease_end
from persona.ids import uuid7

if TYPE_CHECKING:
    from uuid import UUID

    from accounts.models import User


class SegmentDraftQuerySet(models.QuerySet["SegmentDraft"]):
    def visible_to(self, user: User) -> SegmentDraftQuerySet:
        return self.filter(experiment__owner=user)

    def free(self) -> SegmentDraftQuerySet:
        """Those that wait for a worker, or have lost theirs."""
        silent = Q(status=SegmentDraft.Status.WORKING, lease_until__lt=timezone.now())
        return self.filter(Q(status=SegmentDraft.Status.WAITING) | silent)

    def unheard(self) -> SegmentDraftQuerySet:
        """Free ones for which no message can be on its way any more."""
        return self.free().filter(sent__lt=timezone.now() - RESEND)

    def claim(self, pk: UUID | str) -> SegmentDraft | None:
        """Take it for this worker; None when there is nothing to do."""
        taken = (
            self.free()
            .filter(pk=pk)
            .update(status=SegmentDraft.Status.WORKING, lease_until=lease_end(), attempt=F("attempt") + 1)
        )
        return self.select_related("experiment__owner").get(pk=pk) if taken else None

    def held_by(self, draft: SegmentDraft) -> SegmentDraftQuerySet:
        return self.filter(pk=draft.pk, attempt=draft.attempt, status=SegmentDraft.Status.WORKING)

    def renew(self, draft: SegmentDraft) -> bool:
        return self.held_by(draft).update(lease_until=lease_end()) == 1

    def settle(self, draft: SegmentDraft, **result: Any) -> bool:
        """Record what came of it, unless a later attempt has taken over."""
        return self.held_by(draft).update(lease_until=None, version=F("version") + 1, **result) == 1


class SegmentDraft(models.Model):
    """Segments before their personas are written. A run that starts from it has its id, and so finds its folder.

    waiting -> working -> ready | failed; ready -> waiting (edits).
    """

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        WORKING = "working", "Working"
        READY = "ready", "Ready"
        FAILED = "failed", "Failed"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    experiment = models.ForeignKey(Experiment, on_delete=models.CASCADE, related_name="segment_drafts")
    config = models.JSONField(help_text="persona.models.PersonaConfig, without edits")
    edits = models.JSONField(default=list, blank=True, help_text="list of persona.models.Edit: all, in order")
    status = models.CharField(max_length=10, choices=Status, default=Status.WAITING)
    version = models.PositiveIntegerField(default=0)
    attempt = models.PositiveSmallIntegerField(default=0, help_text="Fence: only the newest attempt may settle.")
    lease_until = models.DateTimeField(null=True, blank=True)
    sent = models.DateTimeField(default=timezone.now, help_text="When a worker was last told of it.")
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

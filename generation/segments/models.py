"""Groupings: the segments of a run that is not started yet, to be looked at and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from core.lease.models import Leased, LeasedQuerySet
from experiments.models import Experiment, reachable
from persona.ids import uuid7

if TYPE_CHECKING:
    from accounts.models import User


class SegmentDraftQuerySet(LeasedQuerySet["SegmentDraft"]):
    def visible_to(self, user: User) -> SegmentDraftQuerySet:
        return self.filter(reachable(user, "experiment"))

    def settle(self, row: SegmentDraft, **result: Any) -> bool:
        return super().settle(row, version=F("version") + 1, **result)

    def release(self, row: SegmentDraft, **changes: Any) -> bool:
        """Being given back is no attempt of the draft's own: attempts are counted from its version."""
        return super().release(row, version=F("version") + 1, **changes)


class SegmentDraft(Leased):
    """Segments before their personas are written. A run that starts from it has its id, and so finds its folder.

    waiting -> working -> ready | failed; ready -> waiting (edits). `version` rises with every change that is made, so
    that whoever changes what somebody else has changed meanwhile is told.
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
    for_page = models.BooleanField(default=False, help_text="Looked at on a page, beside other numbers of groups.")
    original = models.ForeignKey(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="others",
        help_text="Where these were found as another number of groups, or without a question: beside which.",
    )
    before = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="What the page showed before these: undo leads back there.",
    )
    overlap = models.JSONField(null=True, blank=True, help_text="People by group of the original and group of these.")
    trial = models.JSONField(null=True, blank=True, help_text="persona.models.Edit: looked at before it is made")
    trial_result = models.JSONField(null=True, blank=True, help_text="persona.segments.SegmentPreview with the trial")
    keeps_question = models.BooleanField(default=False, help_text="A person wants groups that are hardly more than it.")
    part = models.FloatField(default=0, help_text="How far the work has come, 0 to 1.")
    seconds = models.FloatField(null=True, blank=True, help_text="From asking for the last change to its answer.")
    cancel_requested = models.BooleanField(default=False)
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

    def get_absolute_url(self) -> str:
        return reverse("generation:groups", args=[self.pk])

    def __str__(self) -> str:
        return f"Segments of {self.experiment_id}"

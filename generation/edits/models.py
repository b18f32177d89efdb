"""The log of edits of a run, as rows."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from generation.runs.models import Run
from persona.edits import Edit
from persona.ids import uuid7


class EditEntry(models.Model):
    """One edit. What was done never changes; `state` and `told` follow the log, as do the rows of personas."""

    class State(models.TextChoices):
        APPLIED = "applied", "applied"
        UNDONE = "undone", "undone"
        NOT_APPLIED = "not_applied", "no longer applies"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="edits")
    sequence = models.PositiveIntegerField(help_text="1, 2, 3 … within the run")
    persona = models.PositiveIntegerField(null=True, blank=True, help_text="The number of the persona it is about.")
    kind = models.CharField(max_length=40, help_text="The type of its action: hide_statement")
    edit = models.JSONField(help_text="persona.edits.Edit")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    state = models.CharField(max_length=12, choices=State, default=State.APPLIED)
    told = models.JSONField(help_text="What it did: persona.edits.Change")
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ("sequence",)
        verbose_name_plural = "edit entries"
        constraints: ClassVar = (models.UniqueConstraint(fields=("run", "sequence"), name="edit_sequence_once"),)

    def __str__(self) -> str:
        return f"{self.sequence} {self.kind}"

    @property
    def value(self) -> Edit:
        """As the library has it."""
        return Edit.model_validate(self.edit)

    @property
    def reverts(self) -> str:
        """The id of the edit that it undoes; "" where it does something else."""
        action: dict[str, Any] = self.edit["action"]
        return str(action["edit"]) if self.kind == "reverted" else ""

    @property
    def was_refused(self) -> bool:
        """Whether somebody else was quicker, so that it was undone in the moment it was made, and by nobody."""
        undone = self.told["undone"]
        return undone is not None and undone["when"] == self.told["when"]

"""Questions that a team keeps, to ask them again of the next run."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from experiments.models import Experiment
from persona.ids import uuid7
from persona.models.lengths import QUESTION


class SavedQuestion(models.Model):
    """A question of an experiment, with what was found when it was saved: a newer run is held against that."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    experiment = models.ForeignKey(Experiment, on_delete=models.CASCADE, related_name="questions_asked")
    text = models.CharField(max_length=QUESTION)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    created = models.DateTimeField(auto_now_add=True)
    run_number = models.PositiveIntegerField(help_text="The run that it was last asked of.")
    people = models.PositiveIntegerField(help_text="How many people of that run spoke of it.")
    base = models.PositiveIntegerField(help_text="How many people of that run wrote something.")

    class Meta:
        ordering: ClassVar = ("-created",)
        constraints: ClassVar = (models.UniqueConstraint(fields=("experiment", "text"), name="question_saved_once"),)

    def __str__(self) -> str:
        return self.text

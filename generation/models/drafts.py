"""Settings that are being chosen: kept with the experiment, so that closing the page loses nothing."""

from __future__ import annotations

from django.db import models

from experiments.models import Experiment


class Draft(models.Model):
    """The settings of the next run, as last chosen."""

    experiment = models.OneToOneField(Experiment, on_delete=models.CASCADE, related_name="draft", primary_key=True)
    config = models.JSONField(default=dict, help_text="persona.models.PersonaConfig")
    updated = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"Settings of {self.experiment}"

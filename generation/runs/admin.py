"""Runs for operators: to look at, never to change."""

from __future__ import annotations

from typing import Any

from django.contrib import admin

from core.admin import ReadOnly
from generation.runs.models import Draft, Run, RunEvent


@admin.register(Run)
class RunAdmin(ReadOnly):
    list_display = ("id", "experiment", "number", "owner", "status", "stage", "percent", "attempt", "rows", "created")
    list_filter = ("status", "stage", "created")
    list_select_related = ("experiment__owner",)
    search_fields = ("id", "experiment__name", "experiment__owner__email")
    date_hierarchy = "created"

    @admin.display(ordering="experiment__owner__email")
    def owner(self, run: Run) -> Any:
        return run.experiment.owner

    @admin.display(description="%")
    def percent(self, run: Run) -> int:
        return run.percent


@admin.register(RunEvent)
class RunEventAdmin(ReadOnly):
    list_display = ("run_id", "number", "type", "created")
    list_filter = ("type", "created")
    search_fields = ("run__id", "run__experiment__name")


@admin.register(Draft)
class DraftAdmin(ReadOnly):
    list_display = ("experiment", "updated")
    list_select_related = ("experiment",)
    search_fields = ("experiment__name", "experiment__owner__email")

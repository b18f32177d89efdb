"""Experiments and data sources for operators: to find and to look at, never to change what people uploaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.db.models import Count

from core.admin import ReadOnly
from experiments.models import DataSource, Experiment

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest


@admin.register(Experiment)
class ExperimentAdmin(ReadOnly):
    list_display = ("name", "team", "owner", "source_count", "run_count", "is_sample", "updated")
    list_filter = ("is_sample", "created")
    list_select_related = ("team", "owner")
    search_fields = ("id", "name", "team__name", "owner__email")
    date_hierarchy = "created"
    fields = ("id", "team", "owner", *Experiment.DESCRIBED, "is_sample", "created", "updated")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Experiment]:
        counted = {"source_total": Count("sources", distinct=True), "run_total": Count("runs", distinct=True)}
        return super().get_queryset(request).annotate(**counted)

    @admin.display(description="data sources", ordering="source_total")
    def source_count(self, experiment: Experiment) -> int:
        return experiment.source_total  # type: ignore[attr-defined]

    @admin.display(description="runs", ordering="run_total")
    def run_count(self, experiment: Experiment) -> int:
        return experiment.run_total  # type: ignore[attr-defined]


@admin.register(DataSource)
class DataSourceAdmin(ReadOnly):
    list_display = ("name", "experiment", "owner", "status", "rows", "skipped_total", "attempt", "created")
    list_filter = ("status", "created")
    list_select_related = ("experiment__owner",)
    search_fields = ("id", "sha256", "name", "experiment__name", "experiment__owner__email")
    date_hierarchy = "created"
    # Report, columns, and the message and lines of an error hold words of the people who were asked (a table without
    # a heading has an answer in its place): they are not shown here.
    fields = (
        ("id", "experiment"),
        ("name", "bytes", "sha256"),
        ("status", "progress", "attempt", "lease_until"),
        ("choices", "problem"),
        ("rows", "skipped_total", "created"),
    )

    @admin.display(ordering="experiment__owner__email")
    def owner(self, source: DataSource) -> str:
        return source.experiment.owner.email if source.experiment.owner else ""

    @admin.display(description="what went wrong")
    def problem(self, source: DataSource) -> str:
        return source.error["code"] if source.error else ""

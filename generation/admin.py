"""Admin: operators look at runs and what they found; nothing is changed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin

from generation.models import (
    Charge,
    Draft,
    Evidence,
    Persona,
    Run,
    RunEvent,
    Statement,
    Webhook,
    WebhookAttempt,
    WebhookDelivery,
)
from persona_web.operators import ReadOnly

if TYPE_CHECKING:
    pass


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


@admin.register(Persona)
class PersonaAdmin(ReadOnly):
    list_display = ("name", "tagline", "position", "size", "run_id")
    list_filter = ("position", "run__status")
    search_fields = ("name", "tagline", "run__id", "run__experiment__name")


@admin.register(Statement)
class StatementAdmin(ReadOnly):
    list_display = ("text", "kind", "persona", "strength", "support", "base")
    list_filter = ("kind", "strength", "origin")
    list_select_related = ("persona",)
    search_fields = ("text", "persona__name", "persona__run__id")


@admin.register(Evidence)
class EvidenceAdmin(ReadOnly):
    list_display = ("quote", "source", "row", "column", "strength", "counted")
    list_filter = ("strength", "counted")
    search_fields = ("quote", "column", "statement__text", "statement__persona__run__id")


@admin.register(Draft)
class DraftAdmin(ReadOnly):
    list_display = ("experiment", "updated")
    list_select_related = ("experiment",)
    search_fields = ("experiment__name", "experiment__owner__email")


@admin.register(Charge)
class ChargeAdmin(ReadOnly):
    """What people spend on the operator's keys, and what their runs at work may still take."""

    list_display = ("owner", "model", "amount", "created", "settled", "run")
    list_filter = ("created", "model")
    list_select_related = ("owner",)
    search_fields = ("owner__email", "run")
    date_hierarchy = "created"


@admin.register(Webhook)
class WebhookAdmin(ReadOnly):
    list_display = ("url", "owner", "experiment", "failing_since", "disabled_by", "created")
    list_filter = ("disabled_by", "created")
    list_select_related = ("owner", "experiment")
    search_fields = ("url", "owner__email")
    exclude = ("secret", "old_secret")


@admin.register(WebhookDelivery)
class WebhookDeliveryAdmin(ReadOnly):
    list_display = ("id", "webhook", "event", "status", "attempt", "due", "created")
    list_filter = ("status", "event", "created")
    list_select_related = ("webhook",)
    search_fields = ("id", "webhook__url", "webhook__owner__email")


@admin.register(WebhookAttempt)
class WebhookAttemptAdmin(ReadOnly):
    list_display = ("delivery", "number", "started", "milliseconds", "status", "error")
    list_filter = ("error", "status", "started")
    list_select_related = ("delivery",)
    search_fields = ("delivery__id",)
    exclude = ("answer",)  # what a receiver says is for the owner alone

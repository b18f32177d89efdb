"""Webhooks for operators; secrets and answers are for the owner alone."""

from __future__ import annotations

from django.contrib import admin

from core.admin import ReadOnly
from generation.webhooks.models import Webhook, WebhookAttempt, WebhookDelivery


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

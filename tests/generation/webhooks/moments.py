"""Time that passes in the database: what waits comes due, leases and rests end."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from generation.models import Webhook, WebhookDelivery


def come_due() -> None:
    """As if the longest delay had passed."""
    past = timezone.now() - timedelta(seconds=1)
    WebhookDelivery.objects.waiting().update(due=past)
    Webhook.objects.exclude(rest_until=None).update(rest_until=past)
    Webhook.objects.exclude(lease_until=None).update(lease_until=past)
    Webhook.objects.update(sent=timezone.now() - timedelta(hours=1))

"""The log of deliveries: kept for a month."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from generation.models import WebhookDelivery

KEPT = timedelta(days=30)


def forget() -> int:
    """Remove what is older; what still waits is younger than that. Gives the number of deliveries removed."""
    old = WebhookDelivery.objects.filter(created__lt=timezone.now() - KEPT)
    return old.delete()[1].get("generation.WebhookDelivery", 0)

"""What is forgotten: deliveries after a month, secrets after their last day."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from generation.webhooks.models import Webhook, WebhookDelivery

KEPT = timedelta(days=30)


def forget() -> int:
    """Remove what is older; what still waits is younger than that. Gives the number of deliveries removed."""
    now = timezone.now()
    Webhook.objects.filter(old_secret_until__lt=now).update(old_secret="", old_secret_until=None)
    old = WebhookDelivery.objects.filter(created__lt=now - KEPT)
    return old.delete()[1].get("generation.WebhookDelivery", 0)

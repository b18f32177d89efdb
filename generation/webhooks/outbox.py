"""The outbox: an event and its deliveries are written in one transaction; neither is there without the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from generation.webhooks import payloads, tasks
from generation.webhooks.models import Webhook, WebhookDelivery

if TYPE_CHECKING:
    from generation.runs.models import RunEvent

PROGRESS = "generation.progress"


def record(event: RunEvent) -> None:
    """Write what is to be delivered of this event; the caller holds the transaction that wrote the event."""
    wanting = [hook for hook in Webhook.objects.concerning(event.run.experiment) if event.type in hook.events]
    if not wanting or (event.type == PROGRESS and not _begins_a_step(event)):
        return
    payload = payloads.of_event(event)
    WebhookDelivery.objects.bulk_create(
        WebhookDelivery(webhook=hook, event=event.type, payload=payload) for hook in wanting
    )
    send(wanting)


def send(webhooks: list[Webhook]) -> None:
    """Tell workers that something is due, once the transaction has ended well."""
    Webhook.objects.filter(pk__in=[hook.pk for hook in webhooks]).update(sent=timezone.now())
    for hook in webhooks:
        tasks.send_webhook.delay_on_commit(str(hook.pk))


def _begins_a_step(event: RunEvent) -> bool:
    """Progress is written twice a second for pages; programs hear of each step once."""
    earlier = event.run.events.filter(type=PROGRESS, number__lt=event.number)
    return not earlier.filter(payload__stage=event.payload["stage"]).exists()

"""Tasks: send what is due for one webhook, find what nobody sends, tell the owner of an end. They may run twice."""

from __future__ import annotations

from smtplib import SMTPException

from celery import shared_task
from django.core.cache import cache
from django.urls import reverse

from core.links import absolute
from core.mail import send_text
from generation.webhooks import log, sending
from generation.webhooks.models import Webhook

HOUR = 3600


@shared_task(name="generation.send_webhook")
def send_webhook(webhook_id: str) -> None:
    """Take the turn of this webhook, unless another worker has it or nothing is due."""
    if (webhook := Webhook.objects.claim(webhook_id)) is None:
        return
    match sending.take_turn(webhook):
        case sending.Turn.MORE:
            send_webhook.delay(webhook_id)
        case sending.Turn.STOPPED:
            tell_owner_of_webhook.delay(webhook_id)


@shared_task(name="generation.sweep_webhooks")
def sweep_webhooks() -> None:
    """Send what has come due or what the broker lost; once an hour forget what is old."""
    for webhook in Webhook.objects.take_unheard():
        send_webhook.delay(str(webhook.pk))
    if cache.add("generation.webhook-history", True, HOUR):
        log.forget()


@shared_task(
    name="generation.tell_owner_of_webhook",
    autoretry_for=(SMTPException, OSError),
    retry_backoff=30,
    retry_kwargs={"max_retries": 5},
)
def tell_owner_of_webhook(webhook_id: str) -> None:
    """Mail the owner why nothing is sent to this webhook any more, and where to turn it on again."""
    webhook = Webhook.objects.select_related("owner").get(pk=webhook_id)
    context = {"webhook": webhook, "address": absolute(reverse("generation:webhook", args=(webhook.pk,)))}
    send_text("generation/mail/webhook_disabled.txt", context, webhook.owner.email)

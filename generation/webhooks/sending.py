"""Sending: one worker takes the turn of a webhook and tries what is due, one message after the other."""

from __future__ import annotations

import time
from datetime import timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone

from core import shutdown
from core.security.encryption import Undecryptable
from generation.webhooks import schedule, signing
from generation.webhooks.answers import Answer, Trouble
from generation.webhooks.models import Webhook, WebhookAttempt, WebhookDelivery

if TYPE_CHECKING:
    from datetime import datetime

    from generation.webhooks.models import WebhookDeliveryQuerySet

PATIENCE = timedelta(days=5)
TURN_SECONDS = 30  # then others have their turn
AGENT = "Persona-Webhooks/1"


class Turn(Enum):
    """How it stands after a try, and at the end of a turn."""

    DONE = auto()  # nothing is due any more
    MORE = auto()  # something is left
    REST = auto()  # the receiver is to be left alone, or another worker has the turn
    STOPPED = auto()  # nothing is sent there any more, and the owner does not know yet


def take_turn(webhook: Webhook) -> Turn:
    """Send what is due, oldest first."""
    end = time.monotonic() + TURN_SECONDS
    try:
        while (delivery := _next(webhook)) is not None:
            if time.monotonic() > end or shutdown.asked.is_set():
                return Turn.MORE
            if not Webhook.objects.renew(webhook):
                return Turn.REST
            if WebhookDelivery.objects.claim(delivery) and (turn := _deliver(delivery)) is not Turn.MORE:
                return turn
    finally:
        Webhook.objects.release(webhook)
    # What was committed while we held the turn, its own message could not start.
    return Turn.MORE if Webhook.objects.free().filter(pk=webhook.pk).exists() else Turn.DONE


def _next(webhook: Webhook) -> WebhookDelivery | None:
    due = WebhookDelivery.objects.due().filter(webhook=webhook)
    return due.select_related("webhook__owner").order_by("created", "pk").first()


def _deliver(delivery: WebhookDelivery) -> Turn:
    """One try, and what comes of it."""
    now = timezone.now()
    # Written before the request: a worker that dies on it leaves its trace.
    tried = WebhookAttempt.objects.create(delivery=delivery, number=delivery.attempt, started=now)
    answer = _answer(delivery, now)
    with transaction.atomic():
        WebhookAttempt.objects.filter(pk=tried.pk).update(
            milliseconds=answer.milliseconds, status=answer.status, error=answer.trouble or "", answer=answer.text
        )
        return _delivered(delivery) if answer.is_success else _failed(delivery, answer, now)


def _answer(delivery: WebhookDelivery, now: datetime) -> Answer:
    from generation.webhooks import posting  # an HTTP client, which only workers need

    try:
        signed = signing.headers(delivery, now)
    except Undecryptable:  # the operator has taken its key away
        return Answer(0, trouble=Trouble.SECRET)
    headers = {"content-type": "application/json", "user-agent": AGENT, **signed}
    return posting.post(delivery.webhook.url, delivery.payload.encode(), headers)


def _delivered(delivery: WebhookDelivery) -> Turn:
    _held(delivery).update(status=WebhookDelivery.Status.DELIVERED, finished=timezone.now())
    Webhook.objects.filter(pk=delivery.webhook_id).update(failing_since=None, rest_until=None)
    return Turn.MORE


def _failed(delivery: WebhookDelivery, answer: Answer, started: datetime) -> Turn:
    if due := schedule.next_try(delivery.step, answer.wait):
        _held(delivery).update(due=due)
    else:
        _held(delivery).update(status=WebhookDelivery.Status.FAILED, finished=timezone.now())
    rest = _rest(delivery, answer)
    webhook = Webhook.objects.filter(pk=delivery.webhook_id)
    webhook.update(failing_since=Coalesce(F("failing_since"), started), rest_until=rest)
    if answer.is_gone:
        return disable(delivery.webhook, Webhook.Stop.GONE)
    if webhook.filter(failing_since__lt=timezone.now() - PATIENCE).exists():
        return disable(delivery.webhook, Webhook.Stop.FAILING)
    return Turn.REST if rest else Turn.MORE


def _held(delivery: WebhookDelivery) -> WebhookDeliveryQuerySet:
    return WebhookDelivery.objects.held_by(delivery)


def _rest(delivery: WebhookDelivery, answer: Answer) -> datetime | None:
    """Until when nothing else is sent there either: it asked for it, or it let us wait in vain."""
    if answer.wait:
        return timezone.now() + min(answer.wait, schedule.LONGEST)
    return schedule.rest(delivery.step) if answer.trouble is Trouble.TIME else None


@transaction.atomic
def disable(webhook: Webhook, reason: Webhook.Stop) -> Turn:
    """Send nothing more there; what waits is given up."""
    now = timezone.now()
    if not Webhook.objects.working().filter(pk=webhook.pk).update(disabled=now, disabled_by=reason):
        return Turn.REST
    waiting = WebhookDelivery.objects.waiting().filter(webhook=webhook)
    waiting.update(status=WebhookDelivery.Status.FAILED, finished=now)
    return Turn.STOPPED

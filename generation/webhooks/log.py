"""The log of deliveries: in words for their owner, and forgotten after a month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from generation.webhooks import catalogue
from generation.webhooks.answers import Trouble
from generation.webhooks.models import Webhook, WebhookDelivery

if TYPE_CHECKING:
    from generation.webhooks.models import WebhookAttempt

PAGE = 30
RECENT = 3
KEPT = timedelta(days=30)
Status = WebhookDelivery.Status


def trouble(attempt: WebhookAttempt) -> str:
    """Why a try had no answer, or what the answer began with."""
    if attempt.milliseconds is None:
        return "Sending was interrupted."
    words: dict[str, str] = {
        Trouble.TIME: f"No answer within {settings.ENV.webhook_seconds:g} seconds.",
        Trouble.CONNECTION: "No connection could be made, or it was cut.",
        Trouble.NAME: "The name has no address.",
        Trouble.TLS: "The certificate is not valid, or the receiver does not speak https.",
        Trouble.GARBAGE: "The answer was not HTTP.",
        Trouble.SECRET: "The secret cannot be read any more. Make a new one.",
    }
    return words.get(attempt.error, attempt.answer)


@dataclass(frozen=True)
class Look:
    """A chip: its colour, its few letters, and what they mean."""

    kind: str
    text: str
    meaning: str


@dataclass(frozen=True)
class DeliveryEntry:
    """A delivery as a line of the list."""

    delivery: WebhookDelivery
    attempts: list[WebhookAttempt]

    @property
    def event(self) -> str:
        return catalogue.words(self.delivery.event)

    @property
    def last(self) -> WebhookAttempt | None:
        return self.attempts[-1] if self.attempts else None

    @property
    def look(self) -> Look:
        meaning = self.delivery.get_status_display()
        if self.last is None:
            return Look("", "…", meaning)
        kind = "ok" if self.delivery.status == Status.DELIVERED else "bad"
        return Look(kind, str(self.last.status or "–"), meaning)

    @property
    def state(self) -> str:
        """Colour of what has become of it."""
        if self.delivery.status == Status.WAITING:
            return "warn" if self.attempts else ""
        return "ok" if self.delivery.status == Status.DELIVERED else "bad"

    @property
    def took(self) -> str:
        """How long the one try took, or how many there were."""
        if len(self.attempts) > 1:
            return f"Tried {len(self.attempts)} times"
        if self.last is None or self.last.milliseconds is None:
            return self.delivery.get_status_display()
        return f"{self.last.milliseconds:,} ms"


def entries(webhook: Webhook, start: int = 0, count: int = RECENT) -> list[DeliveryEntry]:
    """Lines of the log, newest first."""
    found = webhook.deliveries.prefetch_related("attempts")[start : start + count]
    return [DeliveryEntry(delivery, list(delivery.attempts.all())) for delivery in found]


@dataclass(frozen=True)
class Hook:
    """A webhook as a card."""

    webhook: Webhook
    recent: list[DeliveryEntry]

    @property
    def events(self) -> list[str]:
        return [catalogue.words(name) for name in self.webhook.events]

    @property
    def look(self) -> Look:
        if not self.webhook.is_working:
            return Look("bad", "Off", self.webhook.get_disabled_by_display())
        if self.webhook.is_failing:
            return Look("warn", "Failing", "The last message was not taken.")
        return Look("ok", "Working", "")


def forget() -> int:
    """Remove deliveries older than `KEPT` and secrets after their last day; what still waits is younger than that.

    Gives the number of deliveries removed.
    """
    now = timezone.now()
    Webhook.objects.filter(old_secret_until__lt=now).update(old_secret="", old_secret_until=None)
    old = WebhookDelivery.objects.filter(created__lt=now - KEPT)
    return old.delete()[1].get("generation.WebhookDelivery", 0)

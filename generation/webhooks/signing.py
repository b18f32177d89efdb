"""Signatures of Standard Webhooks: a receiver can tell that a message is ours, whole and new."""

from __future__ import annotations

import base64
import secrets
from typing import TYPE_CHECKING

from standardwebhooks import Webhook as Signer

from core.security.encryption import decrypt

if TYPE_CHECKING:
    from datetime import datetime

    from generation.webhooks.models import Webhook, WebhookDelivery

SECRET_BYTES = 32


def new_secret() -> str:
    """A fresh secret as receivers enter it: `whsec_` and base64."""
    return f"whsec_{base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()}"


def headers(delivery: WebhookDelivery, now: datetime) -> dict[str, str]:
    """The three headers of a try: the id stays the same over all of them, the time is that of this one.

    `now` must be UTC: the signer takes any time for UTC.
    """
    message = str(delivery.pk)
    signed = [Signer(secret).sign(message, now, delivery.payload) for secret in secrets_at(delivery.webhook, now)]
    return {
        "webhook-id": message,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": " ".join(signed),
    }


def secrets_at(webhook: Webhook, now: datetime) -> list[str]:
    """The secrets that sign now: for a day after a change also the old one."""
    found = [decrypt(webhook.secret)]
    if webhook.old_secret_until is not None and webhook.old_secret_until > now:
        found.append(decrypt(webhook.old_secret))
    return found

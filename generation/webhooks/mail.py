"""Mail to owners: a webhook was turned off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from core.links import absolute

if TYPE_CHECKING:
    from generation.webhooks.models import Webhook


def send_disabled(webhook: Webhook) -> None:
    """Say why it was turned off, and where to turn it on again."""
    address = absolute(reverse("generation:webhook", args=(webhook.pk,)))
    text = render_to_string("generation/mail/webhook_disabled.txt", {"webhook": webhook, "address": address})
    subject, _, body = text.partition("\n\n")
    send_mail(" ".join(subject.split()), body.strip() + "\n", None, [webhook.owner.email])

"""Runs and what they found: settings, events, personas, statements and the words behind them; and who is told."""

from generation.models.charges import Charge
from generation.models.drafts import Draft
from generation.models.groupings import Grouping
from generation.models.personas import Evidence, Persona, Statement
from generation.models.runs import Run, RunEvent
from generation.models.webhooks import Webhook, WebhookAttempt, WebhookDelivery

__all__ = (
    "Charge",
    "Draft",
    "Evidence",
    "Grouping",
    "Persona",
    "Run",
    "RunEvent",
    "Statement",
    "Webhook",
    "WebhookAttempt",
    "WebhookDelivery",
)

"""Runs and what they found: settings, events, personas, statements, the words behind them, edits; and who is told."""

from generation.billing.models import BudgetEntry
from generation.edits.models import EditEntry
from generation.personas.models import Evidence, OwnPicture, Persona, Statement
from generation.provenance.asking.models import SavedQuestion
from generation.runs.models import Draft, Run, RunEvent
from generation.segments.models import SegmentDraft
from generation.shares.models import Comment, Feedback, ShareLink
from generation.webhooks.models import Webhook, WebhookAttempt, WebhookDelivery

__all__ = (
    "BudgetEntry",
    "Comment",
    "Draft",
    "EditEntry",
    "Evidence",
    "Feedback",
    "OwnPicture",
    "Persona",
    "Run",
    "RunEvent",
    "SavedQuestion",
    "SegmentDraft",
    "ShareLink",
    "Statement",
    "Webhook",
    "WebhookAttempt",
    "WebhookDelivery",
)

"""What operators see of runs, personas, money and webhooks: one table. No column holds people's words or a secret."""

from core.admin import View, register
from generation.models import (
    BudgetEntry,
    Draft,
    EditEntry,
    Evidence,
    Persona,
    Run,
    RunEvent,
    SegmentDraft,
    Statement,
    Webhook,
    WebhookAttempt,
    WebhookDelivery,
)

OWNER = "experiment__owner__email"

VIEWS = (
    View(
        Run,
        ("id", "experiment", "number", OWNER, "status", "stage", "percent", "attempt", "rows", "created"),
        filters=("status", "stage", "created"),
        search=("id", "experiment__name", OWNER),
        by_date="created",
    ),
    View(
        RunEvent,
        ("run_id", "number", "type", "created"),
        filters=("type", "created"),
        search=("run__id", "run__experiment__name"),
    ),
    View(Draft, ("experiment", OWNER, "updated"), search=("experiment__name", OWNER)),
    View(
        SegmentDraft,
        ("id", "experiment", OWNER, "status", "attempt", "lease_until", "created"),
        filters=("status", "created"),
        search=("id", "experiment__name", OWNER),
    ),
    View(
        Persona,
        ("id", "run_id", "position", "size", "share"),
        filters=("position", "run__status"),
        search=("id", "run__id", "run__experiment__name"),
    ),
    View(
        Statement,
        ("id", "persona_id", "kind", "origin", "strength", "support", "base"),
        filters=("kind", "strength", "origin"),
        search=("id", "persona__id", "persona__run__id"),
    ),
    View(
        Evidence,
        ("id", "statement_id", "row", "start", "end", "strength", "counted"),
        filters=("strength", "counted"),
        search=("statement__id", "statement__persona__run__id"),
    ),
    View(
        EditEntry,
        ("id", "run_id", "sequence", "persona", "kind", "state", "created"),
        filters=("kind", "state", "created"),
        search=("id", "run__id", "run__experiment__name"),
    ),
    View(
        BudgetEntry,
        ("owner", "owner__email", "model", "amount", "created", "settled", "run"),
        filters=("created", "model"),
        search=("owner__email", "run"),
        by_date="created",
    ),
    View(
        Webhook,
        ("url", "owner__email", "experiment", "failing_since", "disabled_by", "created"),
        filters=("disabled_by", "created"),
        search=("url", "owner__email"),
    ),
    View(
        WebhookDelivery,
        ("id", "webhook__url", "event", "status", "attempt", "due", "created"),
        filters=("status", "event", "created"),
        search=("id", "webhook__url", "webhook__owner__email"),
    ),
    View(
        WebhookAttempt,
        ("delivery", "number", "started", "milliseconds", "status", "error"),
        filters=("error", "status", "started"),
        search=("delivery__id",),
    ),
)

register(VIEWS)

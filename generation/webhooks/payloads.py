"""Payloads: what a message says, by ids: who may read the rest fetches it with a token."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from generation.webhooks.catalogue import TEST, kept

if TYPE_CHECKING:
    from datetime import datetime

    from generation.runs.models import RunEvent
    from generation.webhooks.models import Webhook


def of_event(event: RunEvent) -> str:
    """The message for an event of a run; `number` puts the events of a run in order."""
    run = event.run
    data: dict[str, Any] = {"run": str(run.pk), "experiment": str(run.experiment_id), "number": event.number}
    data |= {name: event.payload[name] for name in kept(event.type) if name in event.payload}
    if event.type == "persona.created":
        persona = run.personas.filter(position=event.payload["position"]).values_list("pk", flat=True).first()
        data["persona"] = str(persona)
    return _body(event.type, event.created, data)


def of_test(webhook: Webhook) -> str:
    """A message that tells nothing but that the way is open."""
    return _body(TEST, timezone.now(), {"webhook": str(webhook.pk)})


def _body(kind: str, when: datetime, data: dict[str, Any]) -> str:
    return json.dumps({"type": kind, "timestamp": when.isoformat(), "data": data}, separators=(",", ":"))

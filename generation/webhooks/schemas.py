"""What goes in and comes out of the API of webhooks; every field is listed by hand."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from core.lengths import longest
from experiments.api.schemas import Change
from generation.runs.schemas import Strict
from generation.webhooks.catalogue import EVENTS, USUAL, EventName
from generation.webhooks.models import Webhook, WebhookDelivery

Url = Annotated[
    str,
    Field(
        min_length=1,
        max_length=longest(Webhook, "url"),
        description="The public address of your receiver; JSON is posted there.",
        examples=["https://hooks.example.com/persona"],
    ),
]
Events = Annotated[
    list[EventName],
    Field(
        min_length=1,
        max_length=len(EVENTS),
        description="What is told.",
        examples=[list(USUAL)],
    ),
]
Scope = Annotated[UUID | None, Field(description="Only runs of this experiment; null: of all.")]


class WebhookIn(Strict):
    url: Url
    events: Events
    experiment: Scope = None


class WebhookChange(Change):
    url: Url = ""
    events: Events = Field(default_factory=list)
    experiment: Scope = None
    is_on: bool = Field(True, description="Off: nothing is sent, and what waits is given up.")


class WebhookOut(Schema):
    id: UUID
    url: str
    events: list[EventName]
    experiment: UUID | None = Field(alias="experiment_id")
    is_on: bool = Field(alias="is_working")
    turned_off_by: Literal["", "owner", "gone", "failing"] = Field(
        alias="disabled_by", description="gone: the receiver answered 410; failing: nothing was taken for five days."
    )
    failing_since: datetime | None
    hint: str = Field(description="The last letters of the secret.")
    created: datetime


class SecretOut(Schema):
    """A secret is told once."""

    secret: str = Field(examples=["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw3kTXLX3yNqE="])


class WebhookMade(WebhookOut, SecretOut):
    """A new webhook with its secret."""


class AttemptOut(Schema):
    number: int
    started: datetime
    milliseconds: int | None = Field(description="Null: it was interrupted, or is at work.")
    status: int | None = Field(description="What the receiver answered.")
    error: Literal["", "refused", "name", "connection", "tls", "time", "garbage", "secret"] = Field(
        description="Why there was no answer."
    )
    answer: str = Field(description="How the answer began.")


class DeliveryOut(Schema):
    """One message for one webhook; `id` is what the receiver gets as `webhook-id`."""

    id: UUID
    webhook: UUID = Field(alias="webhook_id")
    event: str
    status: Literal["waiting", "delivered", "failed"]
    tries: int = Field(alias="attempt")
    due: datetime = Field(description="While it waits: when it is tried next.")
    created: datetime
    finished: datetime | None
    payload: dict[str, Any]
    attempts: list[AttemptOut]

    @staticmethod
    def resolve_payload(delivery: WebhookDelivery) -> Any:
        return json.loads(delivery.payload)

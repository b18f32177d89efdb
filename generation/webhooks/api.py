"""Webhooks over HTTP: make, change, test; what was delivered, and send it again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Query, Router, Status

from accounts.api.authentication import Call, needs
from accounts.api.idempotency import key_of, once
from accounts.teams.models import Role
from core.http.paging import Page, Paging, page_of
from experiments.models import Experiment
from generation.runs.lookup import experiment_of
from generation.webhooks import services
from generation.webhooks.models import Webhook, WebhookDelivery
from generation.webhooks.schemas import DeliveryOut, SecretOut, WebhookChange, WebhookIn, WebhookMade, WebhookOut

router = Router()


@router.get(
    "/webhooks",
    response=Page[WebhookOut],
    auth=needs("read", Role.EDITOR),
    operation_id="list_webhooks",
    summary="List webhooks",
)
def list_webhooks(request: Call, wanted: Query[Paging]) -> object:
    """Newest first."""
    return page_of(Webhook.objects.visible_to(request.user), wanted)


@router.post(
    "/webhooks",
    response={201: WebhookMade},
    auth=needs("admin"),
    operation_id="create_webhook",
    summary="Create a webhook",
)
@once
def create_webhook(request: Call, new: WebhookIn, response: HttpResponse) -> object:
    """With the secret that signs its messages; keep it, nobody is told again."""
    experiment = _experiment(request, new.experiment)
    made, secret = services.create_webhook(
        owner=request.user, url=new.url, events=new.events, experiment=experiment, key=key_of(request)
    )
    response["Location"] = f"/api/v1/webhooks/{made.pk}"
    response["Cache-Control"] = "no-store"
    told = WebhookOut.from_orm(made).model_dump(by_alias=True)
    return Status(201, {**told, "secret": secret})


@router.get(
    "/webhooks/{uuid:webhook_id}",
    response=WebhookOut,
    auth=needs("read", Role.EDITOR),
    operation_id="get_webhook",
    summary="Get a webhook",
)
def get_webhook(request: Call, webhook_id: UUID) -> object:
    """Where it leads, what is told there, and whether that works."""
    return _webhook(request, webhook_id)


@router.patch(
    "/webhooks/{uuid:webhook_id}",
    response=WebhookOut,
    auth=needs("admin"),
    operation_id="change_webhook",
    summary="Change a webhook, turn it on or off",
)
def change_webhook(request: Call, webhook_id: UUID, change: WebhookChange) -> object:
    """What is left out stays as it is."""
    found = _webhook(request, webhook_id)
    wanted = change.model_dump(exclude_unset=True)
    is_on = wanted.pop("is_on", found.is_working)
    if wanted:
        now = {"url": found.url, "events": found.events, "experiment": found.experiment}
        if "experiment" in wanted:
            wanted["experiment"] = _experiment(request, wanted["experiment"])
        found = services.change_webhook(webhook=found, **{**now, **wanted})
    if is_on != found.is_working:
        (services.turn_on if is_on else services.turn_off)(webhook=found)
    return _webhook(request, webhook_id)


@router.delete(
    "/webhooks/{uuid:webhook_id}",
    response={204: None},
    auth=needs("admin"),
    operation_id="delete_webhook",
    summary="Remove a webhook",
)
def delete_webhook(request: Call, webhook_id: UUID) -> object:
    """With the log of its deliveries."""
    services.remove_webhook(webhook=_webhook(request, webhook_id))
    return Status(204, None)


@router.post(
    "/webhooks/{uuid:webhook_id}/secret",
    response={201: SecretOut},
    auth=needs("admin"),
    operation_id="rotate_secret",
    summary="Make a new secret",
)
@once
def rotate_secret(request: Call, webhook_id: UUID, response: HttpResponse) -> object:
    """For 24 hours messages are signed with the old one too."""
    response["Cache-Control"] = "no-store"
    return Status(201, {"secret": services.rotate_secret(webhook=_webhook(request, webhook_id))})


@router.post(
    "/webhooks/{uuid:webhook_id}/test",
    response={202: DeliveryOut},
    auth=needs("admin"),
    operation_id="test_webhook",
    summary="Send a test",
)
@once
def test_webhook(request: Call, webhook_id: UUID, response: HttpResponse) -> object:
    """A message of the type `webhook.test`; follow it at `Location`."""
    return _accepted(services.send_test(webhook=_webhook(request, webhook_id)), response)


@router.get(
    "/webhooks/{uuid:webhook_id}/deliveries",
    response=Page[DeliveryOut],
    auth=needs("read", Role.EDITOR),
    operation_id="list_deliveries",
    summary="List deliveries",
)
def list_deliveries(request: Call, webhook_id: UUID, wanted: Query[Paging]) -> object:
    """Newest first, with every try; kept for 30 days."""
    return page_of(_webhook(request, webhook_id).deliveries.prefetch_related("attempts"), wanted)


@router.get(
    "/deliveries/{uuid:delivery_id}",
    response=DeliveryOut,
    auth=needs("read", Role.EDITOR),
    operation_id="get_delivery",
    summary="Get a delivery",
)
def get_delivery(request: Call, delivery_id: UUID) -> object:
    """What the message says, and every try to deliver it."""
    return _delivery(request, delivery_id)


@router.post(
    "/deliveries/{uuid:delivery_id}/redeliver",
    response={202: DeliveryOut},
    auth=needs("admin"),
    operation_id="redeliver",
    summary="Send a message again",
)
@once
def redeliver(request: Call, delivery_id: UUID, response: HttpResponse) -> object:
    """Now, under the same id, with the whole schedule of tries before it."""
    found = _delivery(request, delivery_id)
    services.redeliver(delivery=found)
    return _accepted(_delivery(request, delivery_id), response)


def _experiment(request: Call, experiment_id: UUID | None) -> Experiment | None:
    return experiment_of(request, experiment_id) if experiment_id else None


def _webhook(request: Call, webhook_id: UUID) -> Webhook:
    return get_object_or_404(Webhook.objects.visible_to(request.user).select_related("experiment"), pk=webhook_id)


def _delivery(request: Call, delivery_id: UUID) -> WebhookDelivery:
    found = WebhookDelivery.objects.visible_to(request.user).select_related("webhook").prefetch_related("attempts")
    return get_object_or_404(found, pk=delivery_id)


def _accepted(delivery: WebhookDelivery, response: HttpResponse) -> Any:
    response["Location"] = f"/api/v1/deliveries/{delivery.pk}"
    return Status(202, delivery)

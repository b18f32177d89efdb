"""Webhooks: make, change and remove them, see what was delivered, send it again."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.people.confirmation import confirmed_address_required
from accounts.teams.access import for_roles
from accounts.teams.models import Role
from generation.webhooks import log, services
from generation.webhooks.forms import WebhookForm
from generation.webhooks.models import Webhook, WebhookDelivery
from persona.exceptions import PersonaError

if TYPE_CHECKING:
    from django.http import HttpResponse

    from accounts.people.requests import Request


@for_roles(read=Role.EDITOR)
@never_cache
@require_http_methods(["GET", "POST"])
@confirmed_address_required
def create(request: Request) -> HttpResponse:
    """A new webhook; its secret is shown on the answer, once."""
    if request.method == "GET":
        return _form(request, WebhookForm(team=request.user.membership.team))
    form = WebhookForm(request.POST, team=request.user.membership.team)
    if not form.is_valid():
        return _form(request, form)
    if known := Webhook.objects.visible_to(request.user).filter(pk=form.cleaned_data["key"]).first():
        return redirect("generation:webhook", known.pk)
    try:
        made, secret = services.create_webhook(owner=request.user, key=form.cleaned_data["key"], **form.chosen)
    except (services.BadWebhook, services.TooManyWebhooks) as error:
        return _refused(request, form, error)
    return render(request, "generation/webhook_secret.html", {"webhook": made, "secret": secret})


@for_roles(read=Role.EDITOR)
@require_GET
def webhook(request: Request, webhook_id: UUID) -> HttpResponse:
    """One webhook with the log of its deliveries."""
    found = _webhook(request, webhook_id)
    page = Paginator(found.deliveries.prefetch_related("attempts"), log.PAGE).get_page(request.GET.get("page"))
    lines = [log.DeliveryEntry(delivery, list(delivery.attempts.all())) for delivery in page]
    return render(request, "generation/webhook.html", {"hook": log.Hook(found, lines), "page": page})


@for_roles(read=Role.EDITOR)
@require_http_methods(["GET", "POST"])
def change(request: Request, webhook_id: UUID) -> HttpResponse:
    """Other address, events or experiment."""
    found = _webhook(request, webhook_id)
    if request.method == "GET":
        return _form(request, WebhookForm.showing(found), found)
    form = WebhookForm(request.POST, team=found.team)
    if not form.is_valid():
        return _form(request, form, found)
    try:
        services.change_webhook(webhook=found, **form.chosen)
    except services.BadWebhook as error:
        return _refused(request, form, error, found)
    messages.success(request, "Saved.")
    return redirect("generation:webhook", found.pk)


@for_roles(read=Role.EDITOR)
@never_cache
@require_POST
def rotate(request: Request, webhook_id: UUID) -> HttpResponse:
    """A new secret, shown on the answer, once."""
    found = _webhook(request, webhook_id)
    secret = services.rotate_secret(webhook=found)
    return render(request, "generation/webhook_secret.html", {"webhook": found, "secret": secret, "is_new": True})


@for_roles(read=Role.EDITOR)
@require_POST
def test(request: Request, webhook_id: UUID) -> HttpResponse:
    """Send a message that tells nothing."""
    found = _webhook(request, webhook_id)
    try:
        services.send_test(webhook=found)
        messages.success(request, "A test is on its way. Its answer appears in the list in a moment.")
    except services.WebhookIsOff as error:
        messages.error(request, f"{error.message} {error.hint}")
    return redirect("generation:webhook", found.pk)


@for_roles(read=Role.EDITOR)
@require_POST
def turn(request: Request, webhook_id: UUID) -> HttpResponse:
    """On or off."""
    found = _webhook(request, webhook_id)
    if found.is_working:
        services.turn_off(webhook=found)
    else:
        services.turn_on(webhook=found)
    return redirect("generation:webhook", found.pk)


@for_roles(read=Role.EDITOR)
@require_http_methods(["GET", "POST"])
def remove(request: Request, webhook_id: UUID) -> HttpResponse:
    """Ask, then forget the webhook and its log."""
    found = _webhook(request, webhook_id)
    if request.method == "GET":
        return render(request, "generation/webhook_remove.html", {"webhook": found})
    services.remove_webhook(webhook=found)
    messages.success(request, "The webhook is gone.")
    return redirect("account_api")


@for_roles(read=Role.EDITOR)
@require_GET
def delivery(request: Request, delivery_id: UUID) -> HttpResponse:
    """One message: what it said, and every try to deliver it."""
    found = _delivery(request, delivery_id)
    context = {"entry": log.DeliveryEntry(found, list(found.attempts.all())), "webhook": found.webhook}
    return render(request, "generation/webhook_delivery.html", context)


@for_roles(read=Role.EDITOR)
@require_POST
def redeliver(request: Request, delivery_id: UUID) -> HttpResponse:
    """Send it again now, under the same id."""
    found = _delivery(request, delivery_id)
    try:
        services.redeliver(delivery=found)
        messages.success(request, "It is on its way again.")
    except services.WebhookIsOff as error:
        messages.error(request, f"{error.message} {error.hint}")
    return redirect("generation:webhook-delivery", found.pk)


def _webhook(request: Request, webhook_id: UUID) -> Webhook:
    found = Webhook.objects.visible_to(request.user).select_related("experiment", "owner", "team")
    return get_object_or_404(found, pk=webhook_id)


def _delivery(request: Request, delivery_id: UUID) -> WebhookDelivery:
    found = WebhookDelivery.objects.visible_to(request.user).select_related("webhook")
    return get_object_or_404(found, pk=delivery_id)


def _refused(request: Request, form: WebhookForm, error: PersonaError, webhook: Webhook | None = None) -> HttpResponse:
    form.add_error("url" if isinstance(error, services.BadWebhook) else None, f"{error.message} {error.hint}")
    return _form(request, form, webhook)


def _form(request: Request, form: WebhookForm, webhook: Webhook | None = None) -> HttpResponse:
    context = {"form": form, "webhook": webhook}
    return render(request, "generation/webhook_form.html", context, status=422 if form.errors else 200)

"""Services: what people do with webhooks. Each is one transaction, used by pages and API alike."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from accounts.people.notices import tell
from accounts.teams.models import Team
from core.links import absolute
from core.security import address_guard
from core.security.encryption import encrypt
from generation.webhooks import outbox, payloads, sending, signing
from generation.webhooks.catalogue import EVENTS, TEST
from generation.webhooks.models import Webhook, WebhookDelivery
from persona.exceptions import PersonaError
from persona.ids import uuid7

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from accounts.models import User
    from experiments.models import Experiment

MAX_WEBHOOKS = 20
ROTATION = timedelta(hours=24)
HINT = 4


class BadWebhook(PersonaError):
    """The address or the events cannot be used."""

    code = "bad_webhook"


class TooManyWebhooks(PersonaError):
    """The team has as many as one may have."""

    code = "too_many_webhooks"

    def __init__(self) -> None:
        super().__init__(f"Your team has {MAX_WEBHOOKS} webhooks, and no more are possible.", hint="Remove one first.")


class WebhookIsOff(PersonaError):
    """Nothing is sent to a webhook that is turned off."""

    code = "webhook_is_off"

    def __init__(self) -> None:
        super().__init__("This webhook is turned off.", hint="Turn it on first.")


@transaction.atomic
def create_webhook(
    *, owner: User, url: str, events: Sequence[str], experiment: Experiment | None = None, key: UUID | None = None
) -> tuple[Webhook, str]:
    """A new webhook, whose id `key` becomes, and its secret, which is shown this once.

    Raises:
        BadWebhook: the address leads inwards or cannot be used, or an event is unknown.
        TooManyWebhooks: one has to go first.
    """
    check(url, events)
    team = owner.membership.team
    Team.objects.select_for_update().get(pk=team.pk)  # one at a time, so that the limit holds
    if team.webhooks.count() >= MAX_WEBHOOKS:
        raise TooManyWebhooks
    secret = signing.new_secret()
    webhook = Webhook.objects.create(
        id=key or uuid7(),
        owner=owner,
        team=team,
        url=url,
        events=_ordered(events),
        experiment=experiment,
        secret=encrypt(secret),
        hint=_hint(secret),
    )
    context = {"webhook": webhook, "address": absolute(reverse("generation:webhook", args=(webhook.pk,)))}
    transaction.on_commit(partial(tell, owner, "account/email/webhook.txt", context))
    return webhook, secret


@transaction.atomic
def change_webhook(
    *, webhook: Webhook, url: str, events: Sequence[str], experiment: Experiment | None = None
) -> Webhook:
    """Other address, events or experiment; the secret stays, and so does what waits.

    Raises:
        BadWebhook: as when it is made.
    """
    check(url, events)
    Webhook.objects.filter(pk=webhook.pk).update(url=url, events=_ordered(events), experiment=experiment)
    webhook.refresh_from_db()
    return webhook


@transaction.atomic
def rotate_secret(*, webhook: Webhook) -> str:
    """A new secret, shown this once; for a day messages are signed with both."""
    locked = Webhook.objects.select_for_update().get(pk=webhook.pk)
    secret = signing.new_secret()
    locked.old_secret, locked.old_secret_until = locked.secret, timezone.now() + ROTATION
    locked.secret, locked.hint = encrypt(secret), _hint(secret)
    locked.save(update_fields=["secret", "old_secret", "old_secret_until", "hint"])
    return secret


def turn_off(*, webhook: Webhook) -> None:
    """Send nothing more there; what waits is given up and can be sent again by hand."""
    sending.disable(webhook, Webhook.Stop.OWNER)


def turn_off_all(user: User, team: Team | None = None, **_: object) -> None:
    """When the access of programs ends, or somebody leaves a team: no webhook of theirs (there) tells anything."""
    mine = Webhook.objects.filter(owner=user) if team is None else Webhook.objects.filter(owner=user, team=team)
    for webhook in mine.working():
        turn_off(webhook=webhook)


def forget_moved(experiment: Experiment, **_: object) -> None:
    """An experiment went to another team: webhooks for it alone tell nothing any more."""
    Webhook.objects.filter(experiment=experiment).exclude(team=experiment.team_id).delete()


@transaction.atomic
def turn_on(*, webhook: Webhook) -> None:
    """Tell it again of what happens from now on."""
    afresh = {"failing_since": None, "rest_until": None, "disabled": None, "disabled_by": ""}
    Webhook.objects.filter(pk=webhook.pk).update(**afresh)


@transaction.atomic
def send_test(*, webhook: Webhook) -> WebhookDelivery:
    """A message that tells nothing, to see whether the receiver hears.

    Raises:
        WebhookIsOff: turn it on first.
    """
    if not Webhook.objects.working().filter(pk=webhook.pk).update(rest_until=None):
        raise WebhookIsOff
    delivery = WebhookDelivery.objects.create(webhook=webhook, event=TEST, payload=payloads.of_test(webhook))
    outbox.send([webhook])
    return delivery


@transaction.atomic
def redeliver(*, delivery: WebhookDelivery) -> None:
    """Send it again now, under the same id, with the whole schedule of tries before it.

    Raises:
        WebhookIsOff: turn it on first.
    """
    if not Webhook.objects.working().filter(pk=delivery.webhook_id).update(rest_until=None):
        raise WebhookIsOff
    anew = {"status": WebhookDelivery.Status.WAITING, "step": 0, "due": timezone.now(), "finished": None}
    ended = WebhookDelivery.objects.exclude(status=WebhookDelivery.Status.WAITING)
    if not ended.filter(pk=delivery.pk).update(**anew):
        # Between two tries it keeps its place in the schedule; during one it is left alone.
        tried = {"attempts__number": F("attempt"), "attempts__milliseconds__isnull": False}
        WebhookDelivery.objects.waiting().filter(pk=delivery.pk, **tried).update(due=timezone.now())
    outbox.send([delivery.webhook])


def remove_webhook(*, webhook: Webhook) -> None:
    """Forget the webhook and its deliveries."""
    webhook.delete()


def check(url: str, events: Sequence[str]) -> None:
    """Whether a webhook can have this address and these events.

    Raises:
        BadWebhook: it cannot, and why.
    """
    try:
        address_guard.read(url)
    except address_guard.Refused as reason:
        raise BadWebhook(str(reason), hint="Give the public address of your receiver.") from None
    if not events or set(events) - EVENTS.keys():
        raise BadWebhook("Choose at least one event of the list.", hint=f"Known are {', '.join(EVENTS)}.")


def _ordered(events: Sequence[str]) -> list[str]:
    return [name for name in EVENTS if name in events]


def _hint(secret: str) -> str:
    return secret.rstrip("=")[-HINT:]

"""What people do with webhooks: make, change, rotate, test, turn off and on, send again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.security.encryption import decrypt
from generation.models import Webhook, WebhookAttempt, WebhookDelivery
from generation.webhooks import services
from tests.factories import ExperimentFactory, WebhookFactory

if TYPE_CHECKING:
    from accounts.models import User
    from tests.generation.conftest import Posted

pytestmark = pytest.mark.django_db

URL = "https://hooks.example.com/persona"


def delivered(hook: Webhook, **state: Any) -> WebhookDelivery:
    fields = {"event": "persona.created", "payload": "{}", "status": "delivered", "attempt": 4, "step": 4}
    return WebhookDelivery.objects.create(webhook=hook, **fields | state)


def test_secret_is_told_once_and_kept_sealed(alice: User) -> None:
    hook, secret = services.create_webhook(owner=alice, url=URL, events=["persona.created", "generation.started"])

    assert (decrypt(hook.secret), secret in hook.secret, hook.hint) == (secret, False, secret.rstrip("=")[-4:])
    assert hook.events == ["generation.started", "persona.created"]


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "https://user@hooks.example.com/", "ftp://hooks.example.com/"])
def test_hostile_address_makes_no_webhook(alice: User, url: str) -> None:
    with pytest.raises(services.BadWebhook):
        services.create_webhook(owner=alice, url=url, events=["persona.created"])
    hook = WebhookFactory(owner=alice)
    with pytest.raises(services.BadWebhook):
        services.change_webhook(webhook=hook, url=url, events=["persona.created"])

    assert list(Webhook.objects.values_list("url", flat=True)) == [hook.url]


@pytest.mark.parametrize("events", [[], ["generation.done"], ["persona.created", "webhook.test"]])
def test_unknown_events_make_no_webhook(alice: User, events: list[str]) -> None:
    with pytest.raises(services.BadWebhook, match="Choose at least one event"):
        services.create_webhook(owner=alice, url=URL, events=events)


def test_there_is_an_end_to_them(alice: User) -> None:
    WebhookFactory.create_batch(services.MAX_WEBHOOKS, owner=alice)

    with pytest.raises(services.TooManyWebhooks):
        services.create_webhook(owner=alice, url=URL, events=["persona.created"])


def test_change_keeps_the_secret(alice: User) -> None:
    hook = WebhookFactory(owner=alice)
    experiment = ExperimentFactory(owner=alice)

    changed = services.change_webhook(webhook=hook, url=f"{URL}/2", events=["usage.updated"], experiment=experiment)

    assert (changed.url, changed.events, changed.experiment) == (f"{URL}/2", ["usage.updated"], experiment)
    assert changed.secret == hook.secret


def test_a_test_is_sent_at_once(alice: User, posted: Posted) -> None:
    hook = WebhookFactory(owner=alice, rest_until=timezone.now() + timedelta(hours=1))

    with posted() as messages:
        delivery = services.send_test(webhook=hook)

    assert messages == [("generation.send_webhook", [str(hook.pk)])]
    assert (delivery.event, Webhook.objects.free().get()) == ("webhook.test", hook)


def test_sent_again_it_has_the_same_id_and_the_whole_schedule(alice: User, posted: Posted) -> None:
    hook = WebhookFactory(owner=alice)
    delivery = delivered(hook)

    with posted() as messages:
        services.redeliver(delivery=delivery)

    again = WebhookDelivery.objects.get()
    assert (again.pk, again.status, again.attempt, again.step) == (delivery.pk, "waiting", 4, 0)
    assert messages == [("generation.send_webhook", [str(hook.pk)])]


@pytest.mark.parametrize(("milliseconds", "is_due"), [(80, True), (None, False)])
def test_sent_again_between_two_tries_it_goes_out_now_but_not_during_one(
    alice: User, *, milliseconds: int | None, is_due: bool
) -> None:
    later = timezone.now() + timedelta(hours=1)
    delivery = delivered(WebhookFactory(owner=alice), status="waiting", due=later)
    for number, took in ((3, 70), (4, milliseconds)):
        WebhookAttempt.objects.create(delivery=delivery, number=number, started=later, milliseconds=took)

    services.redeliver(delivery=delivery)

    delivery.refresh_from_db()
    assert (WebhookDelivery.objects.due().exists(), delivery.step) == (is_due, 4)


def test_nothing_is_sent_to_one_that_is_off(alice: User) -> None:
    hook = WebhookFactory(owner=alice)
    waiting, done = delivered(hook, status="waiting"), delivered(hook)

    services.turn_off(webhook=hook)

    hook.refresh_from_db()
    waiting.refresh_from_db()
    assert (hook.disabled_by, waiting.status) == ("owner", "failed")
    for action in (lambda: services.send_test(webhook=hook), lambda: services.redeliver(delivery=done)):
        with pytest.raises(services.WebhookIsOff):
            action()


def test_turned_on_it_starts_afresh(alice: User) -> None:
    long_ago = timezone.now() - timedelta(days=6)
    hook = WebhookFactory(owner=alice, disabled=long_ago, disabled_by="failing", failing_since=long_ago)

    services.turn_on(webhook=hook)

    hook.refresh_from_db()
    assert (hook.is_working, hook.is_failing, hook.disabled_by) == (True, False, "")


def test_one_that_is_off_says_why() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        WebhookFactory(disabled=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        WebhookFactory(disabled_by="gone")


def test_they_belong_to_their_owner(alice: User, charlie: User) -> None:
    delivery = delivered(WebhookFactory(owner=alice))

    assert [
        (Webhook.objects.visible_to(person).count(), WebhookDelivery.objects.visible_to(person).count())
        for person in (alice, charlie)
    ] == [(1, 1), (0, 0)]
    services.remove_webhook(webhook=delivery.webhook)
    assert WebhookDelivery.objects.count() == 0

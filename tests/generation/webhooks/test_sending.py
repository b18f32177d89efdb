"""Sending: every try is made once, by one worker, in order; what comes of it stands in the database."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from cryptography.fernet import Fernet
from django.core import mail
from django.db import connection
from django.utils import timezone
from standardwebhooks import Webhook as Verifier

from generation.models import Webhook, WebhookAttempt, WebhookDelivery
from generation.webhooks import log, sending, services, tasks
from generation.webhooks.schedule import DELAYS
from tests.factories import SECRET, WebhookFactory
from tests.generation.webhooks.moments import come_due

if TYPE_CHECKING:
    from pytest_django import Settings

    from tests.generation.conftest import Posted
    from tests.generation.webhooks.conftest import Receive

pytestmark = pytest.mark.django_db(transaction=True)

Status = WebhookDelivery.Status


def deliveries(hook: Webhook, count: int = 1) -> list[WebhookDelivery]:
    return [
        WebhookDelivery.objects.create(webhook=hook, event="generation.completed", payload=f'{{"n":{n}}}')
        for n in range(count)
    ]


def states(hook: Webhook) -> list[tuple[str, int]]:
    return list(hook.deliveries.order_by("created", "pk").values_list("status", "attempt"))


def test_what_is_due_goes_out_in_order_signed_once_each(receive: Receive) -> None:
    receiver = receive()
    hook = WebhookFactory(url=receiver.url)
    sent = deliveries(hook, 20)

    tasks.send_webhook(str(hook.pk))

    assert [message.id for message in receiver.messages] == [str(delivery.pk) for delivery in sent]
    for message, delivery in zip(receiver.messages, sent, strict=True):
        Verifier(SECRET).verify(message.body, message.headers)
        assert message.body.decode() == delivery.payload
        assert message.headers["content-type"] == "application/json"
    assert states(hook) == [("delivered", 1)] * 20
    hook.refresh_from_db()
    assert (hook.lease_until, hook.failing_since) == (None, None)


def test_a_failed_try_is_repeated_under_the_same_id_with_a_new_time(receive: Receive) -> None:
    receiver = receive(way=lambda message, tries: "error" if tries < 3 else "ok")
    hook = WebhookFactory(url=receiver.url)
    (delivery,) = deliveries(hook)

    for tries in (1, 2, 3):
        tasks.send_webhook(str(hook.pk))
        tasks.send_webhook(str(hook.pk))  # not due yet
        assert len(receiver.messages) == tries
        come_due()

    delivery.refresh_from_db()
    assert (delivery.status, delivery.attempt) == (Status.DELIVERED, 3)
    assert {message.id for message in receiver.messages} == {str(delivery.pk)}
    assert [attempt.status for attempt in delivery.attempts.all()] == [500, 500, 200]
    assert [attempt.answer for attempt in delivery.attempts.all()] == ["busy", "busy", "thank"]
    hook.refresh_from_db()
    assert hook.failing_since is None


def test_the_whole_schedule_and_then_it_is_given_up(receive: Receive) -> None:
    receiver = receive(way=lambda message, tries: "error")
    hook = WebhookFactory(url=receiver.url)
    (delivery,) = deliveries(hook)
    waits = []

    for _ in range(len(DELAYS) + 1):
        tasks.send_webhook(str(hook.pk))
        delivery.refresh_from_db()
        waits.append(delivery.due - timezone.now())
        come_due()

    assert (delivery.status, delivery.attempt, len(receiver.messages)) == (Status.FAILED, 10, 10)
    slack = timedelta(seconds=5)
    assert all(delay - slack <= wait <= delay * 1.2 + slack for delay, wait in zip(DELAYS, waits[:-1], strict=True)), (
        waits
    )
    tasks.send_webhook(str(hook.pk))
    assert len(receiver.messages) == 10


def test_what_the_receiver_asks_for_holds_for_all_that_waits(receive: Receive) -> None:
    receiver = receive(way=lambda message, tries: "busy")
    hook = WebhookFactory(url=receiver.url)
    first, _ = deliveries(hook, 2)

    tasks.send_webhook(str(hook.pk))

    hook.refresh_from_db()
    first.refresh_from_db()
    assert len(receiver.messages) == 1
    assert 118 <= (hook.rest_until - timezone.now()).total_seconds() <= 120
    assert 118 <= (first.due - timezone.now()).total_seconds() <= 144


def test_a_silent_receiver_keeps_a_worker_for_one_try(receive: Receive) -> None:
    receiver = receive(way=lambda message, tries: "silent")
    hook = WebhookFactory(url=receiver.url)
    deliveries(hook, 5)

    tasks.send_webhook(str(hook.pk))
    tasks.send_webhook(str(hook.pk))

    assert (len(receiver.messages), Webhook.objects.free().exists()) == (1, False)
    attempt = WebhookAttempt.objects.get()
    assert (attempt.error, attempt.status) == ("time", None)


def test_a_receiver_that_is_gone_is_left_alone_and_its_owner_told(receive: Receive, posted: Posted) -> None:
    receiver = receive(way=lambda message, tries: "gone")
    hook = WebhookFactory(url=receiver.url, owner__email="ana@example.com")
    deliveries(hook, 3)

    with posted() as messages:
        tasks.send_webhook(str(hook.pk))

    hook.refresh_from_db()
    assert (hook.disabled_by, states(hook)) == ("gone", [("failed", 1), ("failed", 0), ("failed", 0)])
    assert len(receiver.messages) == 1
    assert messages == [("generation.tell_owner_of_webhook", [str(hook.pk)])]
    tasks.tell_owner_of_webhook(str(hook.pk))
    (message,) = mail.outbox
    assert (message.to, message.subject) == (["ana@example.com"], "We turned a webhook off")
    assert f"{receiver.url}\n\nThe receiver answered 410" in message.body
    assert message.body.endswith(f"/account/webhooks/{hook.pk}/\n")


@pytest.mark.parametrize(("days", "is_off"), [(4.9, False), (5.1, True)])
def test_five_days_of_failure_end_it(receive: Receive, posted: Posted, *, days: float, is_off: bool) -> None:
    receiver = receive(way=lambda message, tries: "error")
    hook = WebhookFactory(url=receiver.url, failing_since=timezone.now() - timedelta(days=days))
    deliveries(hook, 1)

    with posted() as messages:
        tasks.send_webhook(str(hook.pk))

    hook.refresh_from_db()
    assert (hook.disabled_by, len(messages)) == (("failing", 1) if is_off else ("", 0))


def test_two_workers_send_each_message_once(receive: Receive) -> None:
    receiver = receive()
    hook = WebhookFactory(url=receiver.url)
    deliveries(hook, 30)
    start = threading.Barrier(8)

    def work() -> None:
        start.wait()
        tasks.send_webhook(str(hook.pk))
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(receiver.messages), set(receiver.tries.values())) == (30, {1})
    assert states(hook) == [("delivered", 1)] * 30


def test_two_workers_with_the_same_row_in_hand_make_one_try() -> None:
    (delivery,) = deliveries(WebhookFactory())
    twin = WebhookDelivery.objects.get(pk=delivery.pk)

    assert [WebhookDelivery.objects.claim(delivery), WebhookDelivery.objects.claim(twin)] == [True, False]


def test_a_worker_that_died_on_a_try_is_followed_by_the_next(receive: Receive) -> None:
    receiver = receive()
    hook = WebhookFactory(url=receiver.url)
    (delivery,) = deliveries(hook)
    Webhook.objects.claim(str(hook.pk))
    WebhookDelivery.objects.claim(delivery)  # and then nothing more
    tasks.send_webhook(str(hook.pk))
    assert receiver.messages == []

    come_due()
    tasks.send_webhook(str(hook.pk))

    assert (len(receiver.messages), states(hook)) == (1, [("delivered", 2)])


def test_an_overtaken_worker_settles_nothing(receive: Receive) -> None:
    def overtake(message: Any, tries: int) -> str:
        WebhookDelivery.objects.update(attempt=7, due=timezone.now() + timedelta(minutes=1))
        connection.close()
        return "ok"

    hook = WebhookFactory(url=receive(way=overtake).url)
    deliveries(hook)

    tasks.send_webhook(str(hook.pk))

    assert states(hook) == [("waiting", 7)]


def test_what_is_written_during_a_turn_is_sent_after_it(receive: Receive, posted: Posted) -> None:
    hook = WebhookFactory(url=receive().url)
    deliveries(hook, 3)
    taken = Webhook.objects.claim(str(hook.pk))
    assert taken is not None
    sending.TURN_SECONDS, kept = 0, sending.TURN_SECONDS
    try:
        assert sending.take_turn(taken) is sending.Turn.MORE
    finally:
        sending.TURN_SECONDS = kept
    with posted() as messages:
        tasks.sweep_webhooks()
        tasks.sweep_webhooks()

    assert messages == [("generation.send_webhook", [str(hook.pk)])]


def test_sweep_sends_only_for_those_with_something_due(posted: Posted) -> None:
    now, soon = timezone.now(), timezone.now() + timedelta(minutes=1)
    long_ago = {"sent": now - timedelta(hours=1)}
    due = WebhookFactory(**long_ago)
    deliveries(due)
    for state in ({"lease_until": soon}, {"rest_until": soon}, {"sent": now}, {"disabled": now, "disabled_by": "gone"}):
        deliveries(WebhookFactory(**(long_ago | state)))
    deliveries(WebhookFactory(**long_ago))[0].webhook.deliveries.update(due=soon)
    WebhookFactory(**long_ago)

    with posted() as messages:
        tasks.sweep_webhooks()

    assert messages == [("generation.send_webhook", [str(due.pk)])]


def test_turned_off_in_the_middle_nothing_more_goes_out(receive: Receive) -> None:
    def stop(message: Any, tries: int) -> str:
        services.turn_off(webhook=Webhook.objects.get())
        connection.close()
        return "ok"

    receiver = receive(way=stop)
    hook = WebhookFactory(url=receiver.url)
    deliveries(hook, 3)

    tasks.send_webhook(str(hook.pk))

    assert len(receiver.messages) == 1
    assert {status for status, _ in states(hook)} == {"failed"}


def test_a_secret_that_cannot_be_read_any_more_is_a_failure(receive: Receive, settings: Settings) -> None:
    receiver = receive()
    hook = WebhookFactory(url=receiver.url)
    deliveries(hook)
    settings.ENCRYPTION_KEYS = [Fernet.generate_key().decode()]

    tasks.send_webhook(str(hook.pk))

    assert (receiver.messages, states(hook)) == ([], [("waiting", 1)])
    assert WebhookAttempt.objects.get().error == "secret"


def test_the_log_is_kept_for_a_month() -> None:
    old, new = deliveries(WebhookFactory(), 2)
    WebhookDelivery.objects.filter(pk=old.pk).update(created=timezone.now() - timedelta(days=30, minutes=1))

    assert log.forget() == 1
    assert list(WebhookDelivery.objects.all()) == [new]


def test_an_old_secret_is_kept_for_its_day() -> None:
    now = timezone.now()
    hooks = [WebhookFactory(old_secret="sealed", old_secret_until=now + timedelta(hours=hours)) for hours in (-1, 1)]

    log.forget()

    assert [Webhook.objects.get(pk=hook.pk).old_secret for hook in hooks] == ["", "sealed"]
    assert [Webhook.objects.get(pk=hook.pk).has_two_secrets for hook in hooks] == [False, True]

"""Webhooks against a receiver that fails in eleven ways: everything arrives in the end, signed, under one id.

    python benchmarks/deliveries.py [--events 100]

Time is moved in the database, not waited for. Exit 1 when anything is lost or a signature is wrong.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

if TYPE_CHECKING:
    from generation.models import Webhook
    from tests.generation.webhooks.receiver import Message, Receiver

SECONDS = 0.2  # the longest that a receiver may take here
FAILING_TRIES = 2
MIXED = "each its own"
IN_TURN = ("error", "ok", "reset", "huge", "ok", "redirect", "busy", "garbage")


@dataclass(frozen=True)
class Figures:
    """What came of the events of one way to fail."""

    way: str
    events: int
    delivered: int
    tries: int  # that the receiver saw whole; a closed port and a failed greeting of TLS are not seen
    wrong_signatures: int
    accepted_twice: int
    ids: int
    overtaken: int  # messages accepted after one that was written later
    seconds: float

    @property
    def is_good(self) -> bool:
        arrived = self.delivered == self.ids == self.events
        return arrived and not self.wrong_signatures and not self.accepted_twice


def measure(way: str, events: int) -> Figures:
    """Write events of a run, deliver them to a receiver that first fails in this way, and count."""
    from django.conf import settings

    from tests.generation.webhooks.receiver import Receiver
    from tests.services import free_port

    receiver = Receiver(way=lambda message, tries: _answer(way, message, tries), port=free_port())
    settings.ENV = settings.ENV.model_copy(
        update={"webhook_seconds": SECONDS, "webhook_hosts": f"127.0.0.1:{receiver.port}"}
    )
    begin = time.perf_counter()
    webhook = _write(way, receiver, events)
    with ExitStack() as stack:
        if way != "off":
            stack.enter_context(receiver)
        for round_ in range(10 + 3 * events):
            _deliver(webhook)
            if round_ == 0:
                _mend(way, webhook, receiver, stack)
            if not _pass_time(webhook):
                break
    return _count(way, events, webhook, receiver, time.perf_counter() - begin)


def _answer(way: str, message: Message, tries: int) -> str:
    # Those of the address are mended, one that is gone has been turned off after its first answer.
    failing = {"plain": 0, "off": 0, "gone": 1, "silent": 1, "drip": 1}.get(way, FAILING_TRIES)
    if tries > failing:
        return "ok"
    return IN_TURN[UUID(message.id).int % len(IN_TURN)] if way == MIXED else way


def _write(way: str, receiver: Receiver, events: int) -> Webhook:
    from generation.runs.recorder import Recorder
    from persona.events import UsageUpdated
    from persona.models import Usage
    from tests.factories import WebhookFactory
    from tests.generation.values import running_run

    run = running_run()
    url = receiver.url.replace("http:", "https:") if way == "plain" else receiver.url
    webhook = WebhookFactory(owner=run.experiment.owner, url=url, events=["usage.updated"])
    recorder = Recorder(run)
    for number in range(events):
        recorder.store(UsageUpdated(usage=Usage(requests=number)))
    return webhook


def _deliver(webhook: Webhook) -> None:
    """As a worker does."""
    from generation.models import Webhook
    from generation.webhooks import sending

    while (taken := Webhook.objects.claim(str(webhook.pk))) is not None:
        sending.take_turn(taken)


def _mend(way: str, webhook: Webhook, receiver: Receiver, stack: ExitStack) -> None:
    """What its owner does after the first failures, where only they can."""
    from generation.webhooks import services

    if way == "plain":
        services.change_webhook(webhook=webhook, url=receiver.url, events=webhook.events)
    elif way == "off":
        stack.enter_context(receiver)
    elif way == "gone":
        receiver.way = lambda _message, _tries: "ok"
        services.turn_on(webhook=webhook)
        for delivery in webhook.deliveries.all():
            services.redeliver(delivery=delivery)


def _pass_time(webhook: Webhook) -> bool:
    """Until everything that waits is due; False when nothing waits any more."""
    from tests.generation.webhooks.moments import come_due

    come_due()
    return webhook.deliveries.waiting().exists()


def _count(way: str, events: int, webhook: Webhook, receiver: Receiver, seconds: float) -> Figures:
    written = [str(pk) for pk in webhook.deliveries.order_by("created", "pk").values_list("pk", flat=True)]
    place = {pk: number for number, pk in enumerate(written)}
    accepted = [message.id for message in receiver.accepted]
    first_seen = [place[pk] for pk in dict.fromkeys(accepted)]
    return Figures(
        way=way,
        events=events,
        delivered=webhook.deliveries.filter(status="delivered").count(),
        tries=len(receiver.messages),
        wrong_signatures=sum(not _is_signed(message) for message in receiver.messages),
        accepted_twice=sum(times > 1 for times in Counter(accepted).values()),
        ids=len(set(accepted) & set(written)),
        overtaken=sum(number < max(first_seen[:at], default=-1) for at, number in enumerate(first_seen)),
        seconds=seconds,
    )


def _is_signed(message: Message) -> bool:
    from standardwebhooks import Webhook as Verifier
    from standardwebhooks import WebhookVerificationError

    from tests.factories import SECRET

    with suppress(WebhookVerificationError):
        Verifier(SECRET).verify(message.body, message.headers)
        return True
    return False


def _prepare(folder: str) -> None:
    os.environ.update(DATA_DIR=folder, DJANGO_SETTINGS_MODULE="persona_web.settings", LOG_LEVEL="ERROR")
    for name in ("DATABASE_URL", "REDIS_URL"):
        os.environ.pop(name, None)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100)
    events = parser.parse_args().events
    with tempfile.TemporaryDirectory() as folder:
        _prepare(folder)
        from tests.generation.webhooks.receiver import WAYS

        print("| way to fail | delivered | requests seen | wrong signatures | accepted twice | overtaken | s |")
        print("|---|---|---|---|---|---|---|")
        every = []
        for way in (*WAYS, MIXED):
            found = measure(way, events)
            every.append(found)
            print(
                f"| {way} | {found.delivered} of {events} | {found.tries} | {found.wrong_signatures}"
                f" | {found.accepted_twice} | {found.overtaken} | {found.seconds:.1f} |",
                flush=True,
            )
    if not all(found.is_good for found in every):
        sys.exit("Something was lost, sent twice or signed wrongly.")


if __name__ == "__main__":
    main()

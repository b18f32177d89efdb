"""kill -9 of the worker in the middle of sending, and a broker that forgets everything: all is delivered in the end."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
import redis
from standardwebhooks import Webhook as Verifier

from tests.generation.runs.test_kill import Installation, kill
from tests.generation.webhooks.receiver import Receiver
from tests.prepared import copy_of

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.chaos, pytest.mark.integration, pytest.mark.xdist_group("kill")]

EVENTS = 100
SECRET = "whsec_YSByZWNlaXZlcidzIHNlY3JldCBvZiB0aGlydHktdHdvIQ=="
# A hundred events as a run writes them, each in its own transaction, while the broker is away or forgetful.
WRITE = f"""
import sys, django
django.setup()
from generation.models import Webhook
from generation.runs.recorder import Recorder
from persona.events import Progress, UsageUpdated
from persona.models import Usage
from tests.factories import WebhookFactory
from tests.generation.values import running_run
run = running_run()
WebhookFactory(owner=run.experiment.owner, url=sys.argv[1], events=["usage.updated"])
recorder = Recorder(run)
for number in range({EVENTS}):
    recorder.store(UsageUpdated(usage=Usage(requests=number)))
"""
# What a day's waiting would do: what is between two tries comes due, and a dead worker's turn ends.
COME_DUE = (
    "UPDATE generation_webhookdelivery SET due = datetime('now', '-1 second') WHERE status = 'waiting'",
    "UPDATE generation_webhook SET lease_until = NULL, rest_until = NULL, sent = NULL",
)


@pytest.fixture
def installation(redis_url: str, tmp_path: Path, prepared: Path) -> Installation:
    settings = {
        "DJANGO_SETTINGS_MODULE": "persona_web.settings",
        "DATA_DIR": str(data := copy_of(prepared, tmp_path / "data")),
        "REDIS_URL": redis_url,
        "SWEEP_SECONDS": "0.5",
        "WEBHOOK_SECONDS": "5",
        "OMP_NUM_THREADS": "1",
    }
    kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")}
    return Installation(data, kept | settings)


def come_due(installation: Installation) -> None:
    with closing(sqlite3.connect(installation.data / "app.sqlite3", timeout=20)) as database, database:
        for sql in COME_DUE:
            database.execute(sql)


def delivered(installation: Installation) -> int:
    return int(installation.rows("SELECT count(*) FROM generation_webhookdelivery WHERE status = 'delivered'")[0][0])


def test_nothing_is_lost_when_worker_and_broker_die(installation: Installation, redis_url: str) -> None:
    with Receiver(way=lambda message, tries: "silent" if len(receiver.messages) == 30 else "ok") as receiver:
        installation.environment["WEBHOOK_HOSTS"] = receiver.name
        installation.python("-c", WRITE, receiver.url)
        with redis.Redis.from_url(redis_url) as broker:
            broker.flushall()

        with installation.worker() as worker:
            installation.wait(
                lambda: bool(installation.rows("SELECT 1 FROM generation_webhook WHERE sent IS NOT NULL"))
            )
            come_due(installation)  # its message is lost: the sweep sends another
            installation.wait(lambda: len(receiver.messages) == 30)  # one is on its way when the worker dies
            kill(worker)
        with redis.Redis.from_url(redis_url) as broker:
            broker.flushall()
        before = delivered(installation)
        come_due(installation)
        with installation.worker():
            installation.wait(lambda: delivered(installation) == EVENTS)

    assert before == 29
    ids = [message.id for message in receiver.accepted]
    assert (len(ids), len(set(ids))) == (EVENTS, EVENTS)
    numbers = [
        Verifier(SECRET).verify(message.body, message.headers)["data"]["requests"] for message in receiver.messages
    ]
    # In order, and the one that was on its way comes again under its id.
    assert numbers == [*range(30), *range(29, EVENTS)]
    interrupted = installation.rows("SELECT count(*) FROM generation_webhookattempt WHERE milliseconds IS NULL")
    assert interrupted == [(1,)]

"""The receivers that the documentation shows: they believe us and nobody else, and deal with a message once."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from core.security.encryption import encrypt
from generation.models import Webhook, WebhookDelivery
from generation.webhooks import payloads, posting, signing
from generation.webhooks.catalogue import TEST
from tests.factories import SECRET
from tests.services import free_port, program, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import Settings

EXAMPLES = Path(__file__).resolve().parents[3] / "docs" / "examples"
OTHER = signing.new_secret()


def message(secret: str = SECRET, **more: str) -> WebhookDelivery:
    until = timezone.now() + timedelta(hours=1) if more else None
    hook = Webhook(secret=encrypt(secret), old_secret_until=until, **more)
    return WebhookDelivery(webhook=hook, event=TEST, payload=payloads.of_test(hook))


def headers(delivery: WebhookDelivery, now: datetime | None = None) -> dict[str, str]:
    return signing.headers(delivery, now or timezone.now())


@pytest.fixture(params=["receiver.py", "receiver.mjs"])
def example(request: pytest.FixtureRequest, settings: Settings, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Where the receiver listens, and the file with what it prints."""
    runs = sys.executable if request.param.endswith(".py") else program("node", package="nodejs")
    port, log = free_port(), tmp_path / "log"
    settings.ENV = settings.ENV.model_copy(update={"webhook_hosts": f"127.0.0.1:{port}"})

    def listens() -> bool:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return True
        return False

    environment = {**os.environ, "WEBHOOK_SECRET": SECRET, "PORT": str(port)}
    with served([runs, str(EXAMPLES / request.param)], listens, environment=environment, log=log):
        yield f"http://127.0.0.1:{port}/", log


def test_receiver_believes_us_and_nobody_else(example: tuple[str, Path]) -> None:
    url, log = example
    delivery = message()
    body, now = delivery.payload.encode(), timezone.now()
    both = message(OTHER, old_secret=encrypt(SECRET))

    statuses = {
        "right": posting.post(url, body, headers(delivery)).status,
        "again": posting.post(url, body, headers(delivery)).status,
        "while the secret changes": posting.post(url, both.payload.encode(), headers(both)).status,
        "changed on the way": posting.post(url, body + b" ", headers(delivery)).status,
        "another id": posting.post(url, body, headers(delivery) | {"webhook-id": "m2"}).status,
        "signed by another": posting.post(url, body, headers(message(OTHER))).status,
        "old": posting.post(url, body, headers(delivery, now - timedelta(minutes=6))).status,
        "of tomorrow": posting.post(url, body, headers(delivery, now + timedelta(minutes=6))).status,
        "without a signature": posting.post(url, body, {}).status,
    }

    accepted = {"right", "again", "while the secret changes"}
    assert statuses == {name: 204 if name in accepted else 401 for name in statuses}
    printed = [line.split() for line in log.read_text(encoding="utf-8").splitlines()]
    assert [line[0] for line in printed] == [TEST, TEST]
    assert [str(each.webhook.pk) in line[-1] for each, line in zip((delivery, both), printed, strict=True)] == [
        True
    ] * 2


@pytest.mark.parametrize(("change", "words"), [("", "It is ours."), (" ", "It is not ours.")])
def test_signature_by_hand(change: str, words: str) -> None:
    program("openssl", package="openssl")
    delivery = message(OTHER, old_secret=encrypt(SECRET))
    command = ["sh", str(EXAMPLES / "verify.sh"), *headers(delivery).values()]

    done = subprocess.run(
        command,
        input=delivery.payload + change,
        env={**os.environ, "WEBHOOK_SECRET": SECRET},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stdout, done.stderr, done.returncode) == (f"{words}\n", "", int(bool(change)))

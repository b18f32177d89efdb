"""What the documentation shows for a server runs against one."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from standardwebhooks import Webhook as Verifier

from tests.generation.webhooks.receiver import Receiver
from tests.services import program

if TYPE_CHECKING:
    from tests.persona.client.conftest import Server

DOCS = Path(__file__).resolve().parents[3] / "docs"


def test_webhook_is_made_and_tried_from_a_shell(server: Server) -> None:
    for name in ("curl", "jq"):
        program(name, package=name)
    environment = {**os.environ, "PERSONA_URL": server.url, "PERSONA_TOKEN": server.token}
    with Receiver(port=server.receiver) as receiver:
        command = ["sh", str(DOCS / "examples" / "webhook.sh"), receiver.url]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert (done.stderr, done.returncode) == ("", 0)
    first, *tries, last = done.stdout.splitlines()
    assert (tries[-1], last) == ("try 1: 200 thank", "The test is delivered.")
    (message,) = receiver.messages
    secret = first.removeprefix("WEBHOOK_SECRET=")
    assert Verifier(secret).verify(message.body, message.headers)["type"] == "webhook.test"

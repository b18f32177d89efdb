"""Sixteen slow senders at a time: everybody else is answered meanwhile. `make drip` does it for a minute each."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from persona_web import env as environment
from persona_web.__main__ import is_healthy, web
from tests.persona_web.intake.drips import BODY, HEADERS, HOST, Health, dripping
from tests.services import free_port, served

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.integration
SECONDS = float(os.environ.get("DRIP_SECONDS", "18"))
CLIENTS = 16
LONGEST = 5.0  # seconds that /healthz may take
PACE = 30_000  # bytes a second of somebody far away: a quarter of 1 Mbit/s


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The web server as `make run` starts it, without a worker."""
    found = {"PORT": str(free_port()), "DATA_DIR": str(tmp_path_factory.mktemp("data"))}
    variables = {**os.environ, **found, "DJANGO_SETTINGS_MODULE": "persona_web.settings"}
    subprocess.run([sys.executable, "-m", "persona_web.prepare"], env=variables, check=True)
    settings = environment.Env(port=int(found["PORT"]))
    with served(web(settings).command, lambda: is_healthy(settings), environment=variables):
        yield settings.port


@pytest.mark.parametrize(("beginning", "answer"), [(BODY, b"HTTP/1.1 408 "), (HEADERS, b"")], ids=["bodies", "headers"])
def test_slow_senders_stop_nobody_and_are_ended(port: int, beginning: bytes, answer: bytes) -> None:
    health = Health(port)

    with dripping(port, beginning, CLIENTS) as drips:
        health.watch(SECONDS)

    assert max(health.seconds) < LONGEST
    assert all(0 < drip.seconds < 18 for drip in drips), [drip.seconds for drip in drips]
    assert {drip.answer[: len(answer)] for drip in drips} == {answer}


def test_an_honest_slow_line_is_heard_to_the_end(port: int) -> None:
    """Longer than a body may take that does not keep the pace."""
    body = b"email=" + b"x" * int(PACE * 17)
    head = BODY.replace(b"100000", str(len(body)).encode())
    with socket.create_connection((HOST, port), timeout=30) as line:
        line.sendall(head)
        for start in range(0, len(body), PACE // 2):
            line.sendall(body[start : start + PACE // 2])
            time.sleep(0.5)
        answer = line.recv(100)

    assert answer.startswith(b"HTTP/1.1 403 ")  # the form had no token: it was read

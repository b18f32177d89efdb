"""Sixteen slow senders at a time: everybody else is answered meanwhile. `make drip` does it for a minute each."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from persona_web import env as environment
from persona_web.intake.bodies import GRACE
from persona_web.processes import is_healthy, web
from tests.persona_web.intake.drips import BODY, HEADERS, Health, SlowLine, dripping
from tests.prepared import copy_of
from tests.services import free_port, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.integration
LEAST = float(os.environ.get("DRIP_SECONDS", "0"))
PATIENCE = max(60.0, 2 * LEAST)  # on a busy machine all takes longer
CLIENTS = 16
LONGEST = 5.0  # seconds that /healthz may take


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory, prepared: Path) -> Iterator[int]:
    """The web server as `make run` starts it, without a worker."""
    found = {"PORT": str(free_port()), "DATA_DIR": str(copy_of(prepared, tmp_path_factory.mktemp("slow") / "data"))}
    variables = {**os.environ, **found, "DJANGO_SETTINGS_MODULE": "persona_web.settings"}
    settings = environment.Env(port=int(found["PORT"]))
    with served(web(settings).command, lambda: is_healthy(settings), environment=variables):
        yield settings.port


def test_slow_senders_stop_nobody_and_are_ended(port: int) -> None:
    health, honest = Health(port), SlowLine(port)

    with dripping(port, BODY, CLIENTS) as bodies, dripping(port, HEADERS, CLIENTS) as headers, honest.sending():
        slow = [*bodies, *headers]
        health.watch(lambda: all(drip.seconds for drip in slow) and honest.seconds > 0, least=LEAST, patience=PATIENCE)

    assert max(health.seconds) < LONGEST
    assert [drip.seconds for drip in slow if not 0 < drip.seconds < PATIENCE] == []
    assert {drip.answer.partition(b"\r\n")[0] for drip in bodies} == {b"HTTP/1.1 408 Request Timeout"}
    assert {drip.answer for drip in headers} == {b""}
    assert honest.answer.startswith(b"HTTP/1.1 403 ")  # the form had no token: it was read to its end
    assert honest.seconds > GRACE

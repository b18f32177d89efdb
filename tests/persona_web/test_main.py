"""`python -m persona_web`: the whole of it, as `make run` starts it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from persona_web.__main__ import trouble_with_port
from tests.processes import PATIENCE, family, parents
from tests.services import free_port

ROOT = Path(__file__).resolve().parent.parent.parent


class Started:
    """A running `python -m persona_web` and what it says."""

    def __init__(self, data: Path, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.log = (data.parent / "log").open("w+")
        self.began = time.monotonic()
        environment = {**os.environ, "DATA_DIR": str(data), "PORT": str(port), "WEB_WORKERS": "1", "LOG_LEVEL": "INFO"}
        environment["DJANGO_SETTINGS_MODULE"] = "persona_web.settings"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "persona_web"], cwd=ROOT, env=environment, stdout=self.log, stderr=self.log
        )

    def said(self) -> str:
        return Path(self.log.name).read_text()

    def wait_for(self, pattern: str, count: int = 1) -> None:
        deadline = time.monotonic() + PATIENCE
        while len(re.findall(pattern, self.said())) < count:
            if self.process.poll() is not None or time.monotonic() > deadline:
                pytest.fail(f"{pattern} was not said:\n{self.said()}")
            time.sleep(0.05)

    def worker(self) -> int:
        commands = {pid: Path(f"/proc/{pid}/cmdline").read_text().split("\0") for pid in family(self.process.pid)}
        return min(pid for pid, command in commands.items() if "persona_web.worker" in command)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[], Started]]:
    port, started = free_port(), []

    def begin() -> Started:
        started.append(Started(tmp_path / "data", port))
        return started[-1]

    yield begin
    for each in started:
        if each.process.poll() is None:
            each.process.send_signal(signal.SIGTERM)
            each.process.wait(PATIENCE)
        each.log.close()


@pytest.mark.integration
@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_start_survive_stop_and_start_again(start: Callable[[], Started]) -> None:
    first = start()
    first.wait_for(r"Persona is running at http://127\.0\.0\.1:\d+ — stop with Ctrl-C\n")
    first.wait_for(r"celery@\S+ ready")
    with urllib.request.urlopen(f"{first.url}/account/login/") as page:
        html = page.read().decode()
        [style] = re.findall(r'href="(/static/css/app\.[0-9a-f]{12}\.css)"', html)
    with urllib.request.urlopen(first.url + style) as answer:
        assert answer.headers["Cache-Control"] == "max-age=315360000, public, immutable"

    os.kill(first.worker(), signal.SIGKILL)
    first.wait_for(r"celery@\S+ ready", count=2)
    assert "The worker has stopped (-9). Starting it again in 0.5 s.\n" in first.said()

    started = family(first.process.pid)
    first.process.send_signal(signal.SIGINT)
    first.process.wait(PATIENCE)
    assert (first.process.returncode, len(started) >= 4) == (0, True)
    assert started & parents().keys() == set()

    second = start()
    second.wait_for("Persona is running")
    assert "Preparing" not in second.said()


@pytest.mark.integration
def test_a_busy_port_is_one_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        environment = {**os.environ, "DATA_DIR": str(tmp_path), "PORT": str(port)}
        done = subprocess.run(
            [sys.executable, "-m", "persona_web"],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    sentence = f"Port {port} is in use. Stop what uses it, or choose another one: PORT={port + 1}.\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", sentence)


def test_a_free_port_is_no_trouble() -> None:
    assert trouble_with_port("127.0.0.1", free_port()) is None


def test_an_address_of_another_machine_is_one_sentence() -> None:
    assert trouble_with_port("203.0.113.1", free_port()) == (
        "HOST=203.0.113.1 is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of them."
    )

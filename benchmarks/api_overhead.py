"""From POST to done, beside what the library alone takes for the same: what queue, database and following cost.

    python -m benchmarks api_overhead [ROUNDS]

An installation as `make run` starts it, embedded (SQLite, a folder as queue) and with Redis. The library's own time is
what the worker's run took from its first event to its last, as the run's rows say; the rest of the time until a program
that asks every 50 ms is told "done" is overhead. Exit 1 when the median is over 1.5 s embedded or 0.5 s with Redis.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.report import section

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
ROUNDS, PORT, ASK = 5, 8881, 0.05
LIMITS = {"embedded": 1.5, "with Redis": 0.5}
ISSUE = """
import django
django.setup()
from accounts.models import ApiToken, User
owner = User.objects.create_user("ana@supper.example", "a-long-enough-pass-phrase")
print(ApiToken.objects.issue(owner, name="overhead", scopes=["read", "write", "run"])[1])
"""


def main() -> None:
    from tests.services import redis_running

    rounds, good = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS, True
    with section("api_overhead", save=len(sys.argv) == 1) as report:
        report.head("queue", "runs", "POST to done s", "library s", "overhead s, median", "worst", "of")
        for name, running in (("embedded", nullcontext("")), ("with Redis", redis_running())):
            with running as redis, installation(redis) as program:
                found = [measure(program) for _ in range(rounds + 1)][1:]  # the first one warms up
            overheads = [whole - own for whole, own in found]
            middle = statistics.median(overheads)
            cells = (statistics.median(column) for column in zip(*found, strict=True))
            report.row(
                name, rounds, *(f"{c:.2f}" for c in cells), f"{middle:.2f}", f"{max(overheads):.2f}", LIMITS[name]
            )
            good &= middle <= LIMITS[name]
        report.end()
    sys.exit(not good)


class Program:
    """Calls the installation's API."""

    def __init__(self, token: str) -> None:
        self.token = token

    def __call__(self, method: str, path: str, body: bytes | None = None, media: str = "application/json") -> Any:
        request = urllib.request.Request(f"http://127.0.0.1:{PORT}/api/v1{path}", method=method, data=body)
        request.add_header("Authorization", f"Bearer {self.token}")
        if body is not None:
            request.add_header("Content-Type", media)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)


@contextmanager
def installation(redis: str) -> Iterator[Program]:
    """Web and worker, and somebody's program for them."""
    from tests.services import served

    with tempfile.TemporaryDirectory(prefix="persona-overhead-") as folder:
        environment = {**os.environ, "DATA_DIR": folder, "PORT": str(PORT), "REDIS_URL": redis, "DATABASE_URL": ""}
        environment |= {"DJANGO_SETTINGS_MODULE": "persona_web.settings", "API_READS_PER_MINUTE": "1000000"}
        command = [sys.executable, "-m", "persona_web"]
        with served(command, _is_well, environment=environment, log=Path(folder, "log.txt")):
            issue = [sys.executable, "-c", ISSUE]
            done = subprocess.run(issue, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True)
            yield Program(done.stdout.strip())


def _is_well() -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/healthz", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def measure(program: Program) -> tuple[float, float]:
    """Seconds from POST to done, and those of the library in it."""
    experiment = program("POST", "/samples", b'{"sample": "planning-invented"}')["id"]
    _until(lambda: program("GET", f"/experiments/{experiment}")["state"] == "check")
    began = time.perf_counter()
    run = program("POST", f"/experiments/{experiment}/runs", b'{"count": 3}')["id"]
    _until(lambda: program("GET", f"/runs/{run}")["status"] not in ("queued", "running"))
    whole = time.perf_counter() - began
    told = program("GET", f"/runs/{run}")
    if told["status"] != "done":
        raise SystemExit(f"The run is {told['status']}: {told['error']}")
    return whole, _library(run, program)


def _library(run: str, program: Program) -> float:
    """From the library's first event to its last."""
    events = program("GET", f"/runs/{run}/events?limit=500")["items"]
    first, last = (datetime.fromisoformat(events[at]["created"]) for at in (0, -1))
    return (last - first).total_seconds()


def _until(holds: Any) -> None:
    while not holds():
        time.sleep(ASK)


if __name__ == "__main__":
    main()

"""Reading over HTTP at 50 connections: requests a second and how long they take, on SQLite and on PostgreSQL.

    python -m benchmarks api_load [SECONDS]

The server is granian as `make run` starts it (2 workers of 4 threads), the data one owner's 10,000 experiments and a
real run; the callers share the machine with it. The list of samples is asked for first: it costs its token and nothing
more, so the last column says how much more than that a reading works. Exit 1 when a persona comes fewer than 300 times
a second, or when p95 of any reading is over 150 ms.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.report import section

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
CONNECTIONS, SECONDS, EXPERIMENTS = 50, 5.0, 10_000
ENOUGH, SOON = 300, 150
UNLIMITED = {"API_READS_PER_MINUTE": "100000000", "API_WRITES_PER_MINUTE": "100000000"}
PERSONA = "a persona with evidence"
BARE = "the list of samples: a token and no more"


def main() -> None:
    if sys.argv[1:2] == ["--seed"]:
        print(json.dumps(seed()))
        return
    from tests.services import postgres

    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    good = True
    with section("api_load", save=len(sys.argv) == 1) as report, postgres() as address:
        report.head("database and reading", "requests/s", "p50 ms", "p95 ms", "kB", "server CPU ms", "× the token")
        for database, url in (("SQLite", ""), ("PostgreSQL", address)):
            measured = measure(url, seconds)
            for name, found in measured.items():
                cells = (f"{found[key]:.{digits}f}" for key, digits in DIGITS.items())
                report.row(f"{database}, {name}", *cells, f"{found['cpu'] / measured[BARE]['cpu']:.1f}")
                good &= found["p95"] <= SOON and (name != PERSONA or found["rate"] >= ENOUGH)
        report.end()
    sys.exit(not good)


DIGITS = {"rate": 0, "p50": 0, "p95": 0, "kB": 1, "cpu": 2}


def measure(url: str, seconds: float) -> dict[str, dict[str, float]]:
    """Each reading in turn, on a fresh installation."""
    with tempfile.TemporaryDirectory(prefix="persona-load-") as folder:
        environment = {**os.environ, **UNLIMITED, "DATABASE_URL": url, "DATA_DIR": folder}
        environment["DJANGO_SETTINGS_MODULE"] = "persona_web.settings"
        command = [sys.executable, "-m", "benchmarks.api_load", "--seed"]
        done = subprocess.run(command, check=True, env=environment, stdout=subprocess.PIPE, text=True)
        seeded = json.loads(done.stdout.splitlines()[-1])
        with server(environment) as (pid, port):
            found = readings(seeded).items()
            return {name: load(pid, port, paths, seeded["token"], seconds) for name, paths in found}


def readings(seeded: dict[str, Any]) -> dict[str, list[tuple[str, dict[str, str]]]]:
    """What is asked for; several paths are asked for in turn."""
    ids = seeded["ids"]
    experiment, run = f"/experiments/{ids['experiment_id']}", f"/runs/{ids['run_id']}"
    personas = [f"/personas/{persona}" for persona in seeded["personas"]]
    plain = {
        BARE: ["/samples"],
        PERSONA: personas,
        "a statement with evidence": [f"/statements/{ids['statement_id']}"],
        "a run": [run],
        "a run's personas": [f"{run}/personas"],
        "a run's events": [f"{run}/events"],
        "an experiment": [experiment],
        "50 of 10,000 experiments": ["/experiments"],
        "50 rows of data": [f"{experiment}/rows"],
    }
    asked = {name: [(path, {}) for path in paths] for name, paths in plain.items()}
    asked["a persona not changed (304)"] = [(path, {"If-None-Match": "*"}) for path in personas]
    return asked


def seed() -> dict[str, Any]:
    """The tables, one owner's data and a token."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", interactive=False, verbosity=0)
    from accounts.models import ApiToken
    from experiments.models import Experiment
    from generation.models import Persona, Run, RunEvent
    from tests.api.world import make_world
    from tests.factories import UserFactory

    owner = UserFactory()
    team = owner.membership.team
    studies = [Experiment(owner=owner, team=team, name=f"Study {number}") for number in range(EXPERIMENTS - 1)]
    Experiment.objects.bulk_create(studies, batch_size=1_000)
    world = make_world(owner)
    run = Run.objects.get(pk=world.ids["run_id"])
    RunEvent.objects.bulk_create(
        RunEvent(run=run, number=number, type="generation.progress", payload={"stage": "write", "done": number})
        for number in range(1, 10)
    )
    _, token = ApiToken.objects.issue(owner, name="load", scopes=["read"])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # so many rows at once: PostgreSQL does so itself within a minute
    personas = [str(pk) for pk in Persona.objects.filter(run=run).values_list("pk", flat=True)]
    return {"ids": world.ids, "personas": personas, "token": token}


@contextmanager
def server(environment: dict[str, str]) -> Iterator[tuple[int, int]]:
    """The web server as `make run` starts it; its process id and its port."""
    from persona_web.env import Env
    from persona_web.processes import web
    from tests.services import free_port

    port = free_port()
    command = web(Env(port=port, data_dir=Path(environment["DATA_DIR"]))).command
    with (Path(environment["DATA_DIR"]) / "server.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    try:
        _wait(process, port)
        yield process.pid, port
    finally:
        process.terminate()
        process.wait(30)


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    while True:
        if process.poll() is not None:
            raise SystemExit("The server does not start.")
        with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz") as answer:
            if answer.status == 200:
                return
        time.sleep(0.1)


def load(pid: int, port: int, asked: list[tuple[str, dict[str, str]]], token: str, seconds: float) -> dict[str, float]:
    """Ask without a pause over `CONNECTIONS` connections; what the first second found is left out."""
    requests = [_request(path, {"Authorization": f"Bearer {token}", **headers}) for path, headers in asked]
    asyncio.run(_ask(port, requests, 1.0))
    cpu = _cpu(pid)
    times, size, took = asyncio.run(_ask(port, requests, seconds))
    cpu = _cpu(pid) - cpu
    times.sort()
    return {
        "rate": len(times) / took,
        "p50": 1000 * times[len(times) // 2],
        "p95": 1000 * times[int(len(times) * 0.95)],
        "kB": size / len(times) / 1000,
        "cpu": 1000 * cpu / len(times),
    }


def _request(path: str, headers: dict[str, str]) -> bytes:
    lines = [f"GET /api/v1{path} HTTP/1.1", "Host: localhost", *(f"{name}: {value}" for name, value in headers.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


async def _ask(port: int, requests: list[bytes], seconds: float) -> tuple[list[float], int, float]:
    began = time.perf_counter()
    asking = (_connection(port, requests, number, began + seconds) for number in range(CONNECTIONS))
    found = await asyncio.gather(*asking)
    took = time.perf_counter() - began
    return [each for times, _ in found for each in times], sum(size for _, size in found), took


async def _connection(port: int, requests: list[bytes], number: int, end: float) -> tuple[list[float], int]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    times, size = [], 0
    while (began := time.perf_counter()) < end:
        writer.write(requests[(number + len(times)) % len(requests)])
        head = await reader.readuntil(b"\r\n\r\n")
        status = int(head.split(b" ", 2)[1])
        if status not in (200, 304):
            raise SystemExit(f"{status}: {head.decode()}")
        length = next(
            (int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
        )
        await reader.readexactly(length)
        times.append(time.perf_counter() - began)
        size += length
    writer.close()
    return times, size


def _cpu(pid: int) -> float:
    """Seconds that the server and its workers have worked."""
    from tests.processes import family

    ticks = os.sysconf("SC_CLK_TCK")
    found = 0
    for each in {pid, *family(pid)}:
        with suppress(FileNotFoundError):
            fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
            found += int(fields[11]) + int(fields[12])
    return found / ticks


if __name__ == "__main__":
    main()

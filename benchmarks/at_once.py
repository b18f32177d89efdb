"""Forty runs by a model at once on one worker, beside the best that this machine could do.

    python -m benchmarks.at_once --runs 40 --latency 2

A web installation of its own: people with keys, two runs each (more are not allowed), one worker as `make run` starts
it, and a language model's server in this process. First one run alone, warm, three times: its seconds and its processor
seconds, the least of each, since whatever else the machine does adds to both. The best for all of them is then the
larger of that time (the waiting overlaps) and their processor seconds on one core, which is about what the threads of
one Python process get.
"""

from __future__ import annotations

import argparse
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.fake_llm import FakeLLM

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 1.5
PERSONAS = 4
ALONE = 3  # runs one after the other, before all the others
ROWS = 300
WORKER = [
    sys.executable,
    "-W",
    "ignore",
    "-m",
    "celery",
    "--quiet",
    "--app",
    "persona_web",
    "worker",
    "--without-gossip",
]
PREPARE = """
import django, sys
django.setup()
from pydantic import SecretStr
from accounts.provider_keys.worker import keep_key
from persona.writers.llm import Access, Price
from persona.providers import PROVIDERS
from tests.factories import DataSourceFactory, ExperimentFactory, UserFactory
from tests.invented import invented_answers
address, runs, rows = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
for number in range(runs):
    if number % 2 == 0:
        owner = UserFactory()
        access = Access(api_key=SecretStr("sk-test-0123456789abcdef"), base_url=address)
        keep_key(user=owner, provider=PROVIDERS["openai"], access=access, model="fake", price=Price(input=1, output=1))
    DataSourceFactory(experiment=ExperimentFactory(owner=owner), content=invented_answers(rows))
"""
START = """
import django, sys
django.setup()
from experiments.models import Experiment
from generation.runs import services
from persona.models import PersonaConfig
config = PersonaConfig(count=int(sys.argv[3]), model="openai:fake", budget_usd=5)
for experiment in Experiment.objects.order_by("created")[int(sys.argv[1]):int(sys.argv[2])]:
    services.start_run(experiment=experiment, config=config)
"""


class Installation:
    """One data folder, its database and what is started over it."""

    def __init__(self, data: Path, threads: int) -> None:
        self.data = data
        own = {"DATA_DIR": str(data), "WORKER_THREADS": str(threads), "SWEEP_SECONDS": "3600", "OMP_NUM_THREADS": "1"}
        self.environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "persona_web.settings", **own}

    def python(self, *arguments: str) -> None:
        subprocess.run([sys.executable, *arguments], cwd=ROOT, env=self.environment, check=True)

    @contextmanager
    def worker(self) -> Iterator[subprocess.Popen[bytes]]:
        process = subprocess.Popen(WORKER, cwd=ROOT, env=self.environment, start_new_session=True)
        try:
            yield process
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(f"file:{self.data / 'app.sqlite3'}?mode=ro", uri=True)) as database:
            return database.execute(sql).fetchall()

    def wait_for(self, done: int) -> None:
        while (states := dict(self.ask("SELECT status, COUNT(*) FROM generation_run GROUP BY status"))).get(
            "done"
        ) != done:
            if "failed" in states:
                sys.exit(f"A run failed: {self.ask('SELECT error FROM generation_run WHERE error IS NOT NULL')[0][0]}")
            time.sleep(0.05)


def processor_seconds(pid: int) -> float:
    """User and system time of one process with all its threads (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measured(installation: Installation, worker: int, first: int, last: int) -> tuple[float, float]:
    """Seconds and processor seconds from the first click to the last result."""
    used = processor_seconds(worker)
    installation.python("-c", START, str(first), str(last), str(PERSONAS))
    installation.wait_for(last)
    rows = installation.ask(f"SELECT created, finished FROM generation_run ORDER BY created LIMIT -1 OFFSET {first}")
    begun, ended = min(row[0] for row in rows), max(row[1] for row in rows)
    seconds = (datetime.fromisoformat(ended) - datetime.fromisoformat(begun)).total_seconds()
    return seconds, processor_seconds(worker) - used


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=40)
    parser.add_argument("--latency", type=float, default=2.0)
    parser.add_argument("--threads", type=int, default=None, help="of the worker; else one a run")
    options = parser.parse_args()
    with FakeLLM() as fake, tempfile.TemporaryDirectory() as folder:
        installation = Installation(Path(folder), options.threads or options.runs)
        installation.python("manage.py", "migrate", "--verbosity", "0")
        first, last = 1 + ALONE, 1 + ALONE + options.runs
        installation.python("-c", PREPARE, fake.base_url, str(last), str(ROWS))
        fake.reset(latency=options.latency)
        with installation.worker() as worker:
            measured(installation, worker.pid, 0, 1)  # warms it up
            single = [measured(installation, worker.pid, each, each + 1) for each in range(1, first)]
            alone, work = (min(values) for values in zip(*single, strict=True))
            fake.reset(latency=options.latency)
            wall, used = measured(installation, worker.pid, first, last)
        asked = len(fake.records)
    best = max(alone, options.runs * work)
    print(f"one run alone {alone:.2f} s, of them {work:.2f} s of the processor")
    print(
        f"{options.runs} at once {wall:.2f} s, {used:.2f} s of the processor; {asked} calls, {fake.state.peak} a time"
    )
    print(f"best {best:.2f} s, ratio {wall / best:.2f} (limit {LIMIT})")
    sys.exit(wall > LIMIT * best)


if __name__ == "__main__":
    main()

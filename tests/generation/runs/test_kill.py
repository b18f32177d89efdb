"""kill -9 in the middle of a run: the next worker goes on, nothing is lost and nothing is there twice."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from persona.models import GenerationResult
from tests.prepared import copy_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = [pytest.mark.chaos, pytest.mark.integration, pytest.mark.xdist_group("kill")]

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 120
PERSONAS = 12
# As `make run` starts it. Workers of the test are told apart by nothing but their process.
WORKER = [sys.executable, "-m", "persona_web.worker"]
START = f"""
import django
django.setup()
from generation.runs import services
from persona.models import PersonaConfig
from tests.factories import DataSourceFactory
from tests.invented import invented_answers
experiment = DataSourceFactory(content=invented_answers(3000)).experiment
run = services.start_run(experiment=experiment, config=PersonaConfig(count={PERSONAS}))
print(experiment.pk, run.pk)
"""


@dataclass
class Installation:
    """A whole installation of its own, looked at from outside: its files, its processes."""

    data: Path
    environment: dict[str, str]

    def python(self, *arguments: str) -> str:
        command = [sys.executable, *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, check=True, capture_output=True, text=True)
        return done.stdout

    @contextmanager
    def worker(self) -> Iterator[subprocess.Popen[bytes]]:
        """A worker with all its children in one group; whatever is left of it is killed at the end."""
        with (self.data / "worker.log").open("ab") as log:
            process = subprocess.Popen(
                WORKER, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        try:
            yield process
        finally:
            kill(process)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(f"file:{self.data / 'app.sqlite3'}?mode=ro", uri=True)) as database:
            return database.execute(sql).fetchall()

    def personas(self) -> dict[int, str]:
        return dict(self.rows("SELECT position, id FROM generation_persona"))

    def status(self) -> str:
        return str(self.rows("SELECT status FROM generation_run")[0][0])

    def wait(self, true: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not true():
            if time.monotonic() > deadline:
                pytest.fail((self.data / "worker.log").read_text(encoding="utf-8"))
            time.sleep(0.02)


def kill(process: subprocess.Popen[bytes]) -> None:
    """The whole group at once, as a power cut would."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait()


@pytest.fixture(params=["folder", "redis"])
def installation(request: pytest.FixtureRequest, tmp_path: Path, prepared: Path) -> Installation:
    settings = {
        "DJANGO_SETTINGS_MODULE": "persona_web.settings",
        "DATA_DIR": str(data := copy_of(prepared, tmp_path / "data")),
        "LEASE_SECONDS": "4",
        "SWEEP_SECONDS": "0.5",
        "OMP_NUM_THREADS": "1",
    }
    if request.param == "redis":
        settings["REDIS_URL"] = request.getfixturevalue("redis_url")
    kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")}
    return Installation(data, kept | settings)


def test_a_run_whose_worker_was_killed_is_finished_by_the_next(installation: Installation) -> None:
    experiment, run = installation.python("-c", START).split()

    with installation.worker() as worker:
        installation.wait(lambda: bool(installation.personas()))
        kill(worker)
    before, status = installation.personas(), installation.status()
    with installation.worker():
        installation.wait(lambda: installation.status() not in ("queued", "running"))

    assert (1 <= len(before) < PERSONAS, status) == (True, "running")
    after = installation.personas()
    assert (installation.status(), sorted(after)) == ("done", list(range(1, PERSONAS + 1)))
    assert before.items() <= after.items()
    result = installation.data / "experiments" / experiment / "runs" / run / "result.json"
    assert stored(installation) == expected(GenerationResult.model_validate_json(result.read_bytes()))
    events = installation.rows("SELECT number, type FROM generation_runevent ORDER BY number")
    assert [number for number, _ in events] == list(range(1, len(events) + 1))
    assert [kind for _, kind in events].count("persona.created") == PERSONAS
    assert installation.rows("SELECT attempt FROM generation_run")[0][0] >= 2


def stored(installation: Installation) -> list[tuple[Any, ...]]:
    """Every passage with the statement and the persona it stands behind, as rows."""
    return installation.rows(
        "SELECT p.position, p.name, s.position, s.text, e.position, e.row, e.quote FROM generation_persona p"
        " JOIN generation_statement s ON s.persona_id = p.id JOIN generation_evidence e ON e.statement_id = s.id"
        " ORDER BY p.position, s.position, e.position"
    )


def expected(result: GenerationResult) -> list[tuple[Any, ...]]:
    """The same, as the library keeps it."""
    return [
        (persona.index, persona.name, s, statement.text, e, passage.row, passage.quote)
        for persona in result.personas
        for s, statement in enumerate(persona.statements, start=1)
        for e, passage in enumerate(statement.evidence, start=1)
    ]

"""Fair turns: one person's small file and run, alone and behind another's many, by real workers of their own queues.

    python benchmarks/fairness.py [--runs 100] [--files 30]

Exit 1 when the file takes longer than 5 s and twice its time alone, or the run longer than three times its time alone.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.report import section, verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

SHORT_FILE, LONGEST_FILE, LONGEST_RUN = 5.0, 2.0, 3.0  # seconds; times alone
ROWS, PATIENCE = 300, 900
WORKERS = {"reading": 1, "builtin": 2, "service": 1}  # of each queue, and how many things it does at a time


@dataclass(frozen=True)
class Took:
    """Seconds until her file was read and her run done."""

    file: float
    run: float


def main() -> None:
    """Print a table; exit 1 when a limit is broken."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=12)
    parser.add_argument("--files", type=int, default=10)
    parser.add_argument("--no-save", action="store_true", help="leave docs/benchmarks.md as it is")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        alone, behind = _measure(Path(folder), runs=given.runs, files=given.files)
    with section("fairness", save=not given.no_save) as told:
        told.say(
            f"Somebody else has {given.runs} runs and {given.files} files in line when she comes with {ROWS} rows; "
            "workers: one for reading, two for runs."
        )
        told.head("what", "alone", "behind them", "times")
        for name, before, after in (
            ("her file is read", alone.file, behind.file),
            ("her run ends", alone.run, behind.run),
        ):
            told.row(name, f"{before:.1f} s", f"{after:.1f} s", f"{after / before:.1f}")
        told.end()
        longest = max(SHORT_FILE, LONGEST_FILE * alone.file)
        times = behind.run / alone.run
        limits = [
            (f"her file within {longest:.1f} s", f"{behind.file:.1f} s", behind.file <= longest),
            (f"her run within {LONGEST_RUN:g} times its time alone", f"{times:.1f}", times <= LONGEST_RUN),
        ]
        held = verdict(limits, told)
    sys.exit(not held)


def _measure(folder: Path, *, runs: int, files: int) -> tuple[Took, Took]:
    os.environ |= {"DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "persona_web.settings", "SWEEP_SECONDS": "2"}
    for name in ("DATABASE_URL", "REDIS_URL", "PRODUCTION"):
        os.environ.pop(name, None)
    import django

    from persona_web.checks.start import read
    from persona_web.prepare import ensure_prepared

    ensure_prepared(read())
    django.setup()
    with _working():
        _her_turn("warm@example.com")
        alone = _her_turn("alice@example.com")
        _fill_the_line(runs, files)
        return alone, _her_turn("carol@example.com")


def _her_turn(email: str) -> Took:
    """How long a person waits who comes now."""
    experiment = _experiment(email)
    began = time.perf_counter()
    source = _upload(experiment)
    _until(lambda: _status(source) == "ready")
    read = time.perf_counter() - began
    run = _start(experiment)
    began = time.perf_counter()
    _until(lambda: _status(run) == "done")
    return Took(read, time.perf_counter() - began)


def _fill_the_line(runs: int, files: int) -> None:
    experiment = _experiment("bob@example.com")
    source = _upload(experiment)
    _until(lambda: _status(source) == "ready")
    for _ in range(runs):
        _start(experiment)
    for _ in range(files):
        _upload(_experiment("bob@example.com"))


def _experiment(email: str) -> Any:
    from accounts.models import User
    from tests.factories import ExperimentFactory, UserFactory

    return ExperimentFactory(owner=User.objects.filter(email=email).first() or UserFactory(email=email))


def _upload(experiment: Any) -> Any:
    from experiments import files, tasks
    from experiments.models import DataSource
    from tests.invented import invented_answers

    source = DataSource(experiment=experiment, name="answers.csv")
    files.upload(source.pk).write_text(invented_answers(ROWS))
    source.save()
    tasks.check_source.delay(str(source.pk))
    return source


def _start(experiment: Any) -> Any:
    from generation.runs import tasks
    from tests.factories import RunFactory

    run = RunFactory(experiment=experiment, rows=ROWS)
    tasks.send(run)
    return run


def _status(row: Any) -> str:
    row.refresh_from_db(fields=["status"])
    if row.status == "failed":
        sys.exit(f"It failed: {type(row).objects.get(pk=row.pk).error}")
    return str(row.status)


def _until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > deadline:
            sys.exit("Nothing came of it.")
        time.sleep(0.05)


@contextmanager
def _working() -> Iterator[None]:
    """Workers as in production, one for each queue; the last has the schedule."""
    started = [
        subprocess.Popen(
            [sys.executable, "-W", "ignore::UserWarning", "-m", "persona_web.worker", "WARNING", f"--queues={queue}"]
            + ([] if queue == "service" else ["--no-beat"]),
            env={**os.environ, "WORKER_THREADS": str(threads)},
            start_new_session=True,  # with the process of its schedule
        )
        for queue, threads in WORKERS.items()
    ]
    try:
        yield
    finally:
        for process in started:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


if __name__ == "__main__":
    main()

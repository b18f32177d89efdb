"""From a planted survey to personas as rows grow: seconds by step, memory, news and stopping.

    python -m benchmarks scale [--rows 1000000 …]

Each size is run in a process of its own, cold: the first run of a process also loads the libraries.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import threading
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.planted import make_survey
from benchmarks.report import Report, kept, section

SIZES = (1_000, 10_000, 100_000, 1_000_000)
PERSONAS, NOISE, SEED = 5, 0.40, 31
LIMITS = {1_000: 6.0, 100_000: 30.0, 1_000_000: 150.0}
MEGABYTES, GROWTH, STOP = 1024, 10.0, 2.0
STEPS = ("profile", "group", "write", "check")


def main() -> None:
    """Print one line a size; exit 1 when a limit is broken."""
    parser = argparse.ArgumentParser(prog="benchmarks scale")
    parser.add_argument("--rows", type=int, nargs="+", default=None)
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one)))
        return
    with section("scale", save=options.rows is None) as report, tempfile.TemporaryDirectory() as folder:
        found = _table(report, options.rows or SIZES, Path(folder))
        good = _growth(report, found)
    sys.exit(not (good and all(_is_kept(size, one) for size, one in found.items())))


def _table(report: Report, sizes: tuple[int, ...], folder: Path) -> dict[int, dict[str, Any]]:
    names = ("read", *STEPS, "all s", "CPU s", "limit s", "peak MB", "first s", "quiet s", "stop s", "kept")
    report.head("rows", "MB", "groups", *names)
    found = {}
    for rows in sizes:
        path = folder / f"planted-{rows}.csv"
        make_survey(path, rows=rows, personas=PERSONAS, noise=NOISE, seed=SEED)
        command = [sys.executable, "-m", "benchmarks.scale", "--one", str(path)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        found[rows] = one = json.loads(done.stdout)
        seconds = [f"{one[step]:.1f}" for step in ("read", *STEPS, "all", "processor")]
        rest = [f"{one['megabytes']:.0f}", *(f"{one[key]:.1f}" for key in ("first", "quiet", "stop"))]
        size, limit = f"{path.stat().st_size / 1e6:.1f}", f"{LIMITS[rows]:.0f}" if rows in LIMITS else "–"
        report.row(f"{rows:,}", size, one["groups"], *seconds, limit, *rest, kept(_is_kept(rows, one)))
        path.unlink()
    report.end()
    return found


def _is_kept(rows: int, one: dict[str, Any]) -> bool:
    return bool(one["all"] <= LIMITS.get(rows, 150.0) and one["megabytes"] <= MEGABYTES and one["stop"] <= STOP)


def _growth(report: Report, found: dict[int, dict[str, Any]]) -> bool:
    """Ten times the rows may take ten times as long."""
    if not {100_000, 1_000_000} <= set(found):
        return True
    ratio: float = found[1_000_000]["all"] / found[100_000]["all"]
    report.say(
        f"Time at 1,000,000 rows is {ratio:.1f} × that at 100,000 (limit {GROWTH:g} ×): {kept(ratio <= GROWTH)}."
        f" Peak memory may be {MEGABYTES} MB."
    )
    return ratio <= GROWTH


def measure(path: Path) -> dict[str, Any]:
    """One run in this process, then two that are stopped."""
    from persona import Experiment, PersonaGenerator

    with tempfile.TemporaryDirectory() as root:
        began, processor = time.perf_counter(), time.process_time()
        experiment = Experiment.create(path.stem, [path], root=root)
        times = {"read": time.perf_counter() - began}
        told: list[tuple[float, str]] = []
        result = PersonaGenerator(experiment).generate(
            on_event=lambda event: told.append((time.perf_counter(), event.type))
        )
        times["all"], times["processor"] = time.perf_counter() - began, time.process_time() - processor
        first = next(at for at, kind in told if kind == "persona.created")
        steps = experiment.runs()[0].manifest.seconds
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return {
            **steps,
            **times,
            "groups": len(result.personas),
            "first": first - told[0][0],
            "quiet": max(after - before for (before, _), (after, _) in pairwise(told)),
            "stop": max(_stopped(experiment, stage) for stage in ("group", "write")),
            "megabytes": memory,
        }


def _stopped(experiment: Any, stage: str) -> float:
    """Seconds from a wish to stop in the middle of a stage until nothing works on the run any more."""
    from persona import PersonaGenerator
    from persona.events import Progress
    from persona.exceptions import Cancelled

    asked: list[float] = []

    def note(event: object) -> None:
        if isinstance(event, Progress) and event.stage == stage and (event.done or event.part) and not asked:
            asked.append(time.perf_counter())

    try:
        PersonaGenerator(experiment).generate(on_event=note, should_stop=lambda: bool(asked))
    except Cancelled:
        for thread in threading.enumerate():
            if thread is not threading.current_thread() and not thread.daemon:
                thread.join()
    return time.perf_counter() - asked[0]


if __name__ == "__main__":
    main()

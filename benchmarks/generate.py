"""From a small file to personas: seconds by step, to the first persona and in all, beside the budgets.

    python -m benchmarks generate [FILE …]        (both samples, if no file is named; scale has the larger ones)

Each file is run in a process of its own, cold and then once more warm.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.report import Report, section
from persona.samples import SAMPLES

if TYPE_CHECKING:
    from persona.events import Event

BUDGET, FIRST_PERSONA, MEGABYTES = 6.0, 3.0, 1024  # of up to 1,000 rows
STEPS = ("profile", "group", "write", "check")


def main() -> None:
    """Print two lines a file; exit 1 when a warm run breaks a budget."""
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(Path(sys.argv[2]))))
        return
    files, good = [Path(name) for name in sys.argv[1:]], True
    with section("generate", save=not files) as report:
        names = ("rows", "read", *STEPS, "all s", "CPU s", "first s", "MB", "of 6 s", "first, of 3 s")
        report.head("file", *names)
        for path in files or [found.path for found in SAMPLES]:
            command = [sys.executable, "-m", "benchmarks.generate", "--one", str(path)]
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
            for name, found in json.loads(done.stdout).items():
                good &= show(report, f"{path.stem}, {name}", found) or name == "cold"
        report.end()
    sys.exit(not good)


def measure(path: Path) -> dict[str, dict[str, float]]:
    """Two runs in this process: the first also loads the libraries."""
    from persona import Experiment, PersonaGenerator

    found = {}
    for name in ("cold", "warm"):
        with tempfile.TemporaryDirectory() as root:
            began, processor = time.perf_counter(), time.process_time()
            experiment = Experiment.create(path.stem, [path], root=root)
            read = time.perf_counter() - began
            told: list[tuple[str, float]] = []
            result = PersonaGenerator(experiment).generate(on_event=_noted(told))
            times = {kind: at - began for kind, at in reversed(told)}  # the first of each kind
            seconds = experiment.runs()[0].manifest.seconds
        found[name] = {
            **seconds,
            "read": read,
            "rows": result.rows,
            "processor": time.process_time() - processor,
            "all": times["generation.completed"],
            "first": times["persona.created"] - times["generation.started"],
            "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }
    return found


def _noted(told: list[tuple[str, float]]) -> Callable[[Event], None]:
    return lambda event: told.append((event.type, time.perf_counter()))


def show(report: Report, name: str, found: dict[str, float]) -> bool:
    """One line; whether all budgets were kept."""
    share, first = found["all"] / BUDGET, found["first"] / FIRST_PERSONA
    report.row(
        name,
        f"{found['rows']:,.0f}",
        *(f"{found[step]:.1f}" for step in ("read", *STEPS, "all", "processor", "first")),
        f"{found['megabytes']:.0f}",
        f"{share:.0%}",
        f"{first:.0%}",
    )
    return share <= 1 and found["megabytes"] <= MEGABYTES and first <= 1


if __name__ == "__main__":
    main()

"""From a file to personas: seconds by step, to the first persona and in all, beside the budgets.

    python benchmarks/generate.py [FILE …]        (both samples, and 1 000 and 100 000 answers, if no file is named)

Each file is run in a process of its own, cold and then once more warm.
"""

from __future__ import annotations

import csv
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from persona.samples import SAMPLES, sample

FIRST_PERSONA = 3.0
# Seconds from CSV to personas by number of rows; between them the budget grows in proportion.
BUDGETS = ((0, 8.0), (300, 8.0), (1_000, 6.0), (100_000, 30.0), (1_000_000, 150.0), (10_000_000, 1_500.0))
MEGABYTES = 1024


def main() -> None:
    """Print two lines a file; exit 1 when a warm run breaks a budget."""
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(Path(sys.argv[2]))))
        return
    good = True
    print(f"{'file':<28}{'rows':>9}  read  prof group write check   all    cpu  first  MB   of budget (all, first)")
    with tempfile.TemporaryDirectory() as folder:
        for path in [Path(name) for name in sys.argv[1:]] or standard_files(Path(folder)):
            done = subprocess.run([sys.executable, __file__, "--one", path], check=True, capture_output=True, text=True)
            for name, found in json.loads(done.stdout).items():
                good &= show(f"{path.stem} {name}", found) or name == "cold"
    sys.exit(not good)


def standard_files(folder: Path) -> list[Path]:
    """Both samples as they are, and more answers drawn from the invented one."""
    with sample("planning-invented").path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    files = [found.path for found in SAMPLES]
    for count in (1_000, 100_000):
        path = folder / f"drawn-{count}.csv"
        drawn = random.Random(7).choices(rows, k=count)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *([f"R{i}", *row[1:]] for i, row in enumerate(drawn))])
        files.append(path)
    return files


def measure(path: Path) -> dict[str, dict[str, float]]:
    """Two runs in this process: the first also loads the libraries."""
    from persona import Experiment, PersonaGenerator

    found = {}
    for name in ("cold", "warm"):
        with tempfile.TemporaryDirectory() as root:
            began, times, processor = time.perf_counter(), {}, time.process_time()
            experiment = Experiment.create(path.stem, [path], root=root)
            read = time.perf_counter() - began
            result = PersonaGenerator(experiment).generate(
                on_event=lambda event, times=times, began=began: times.setdefault(
                    event.type, time.perf_counter() - began
                )
            )
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


def budget(rows: float) -> float:
    """The seconds that so many rows may take."""
    for (fewer, low), (more, high) in pairwise(BUDGETS):
        if rows <= more:
            return max(low, high) if more <= 1_000 else low + (high - low) * (rows - fewer) / (more - fewer)
    return BUDGETS[-1][1]


def show(name: str, found: dict[str, float]) -> bool:
    """One line; whether all budgets were kept."""
    steps = "".join(f"{found[step]:6.1f}" for step in ("read", "profile", "group", "write", "check"))
    share, first = found["all"] / budget(found["rows"]), found["first"] / FIRST_PERSONA
    early = f"{first:6.0%}" if found["rows"] <= 1_000 else "     –"
    rest = "".join(f"{found[key]:6.1f} " for key in ("all", "processor", "first"))
    rest += f"{found['megabytes']:4.0f} {share:7.0%} {early}"
    print(f"{name:<28}{found['rows']:>9,.0f}{steps}{rest}", flush=True)
    return share <= 1 and found["megabytes"] <= MEGABYTES and (first <= 1 or found["rows"] > 1_000)


if __name__ == "__main__":
    main()

"""How well groups are found: agreement with the truth, the number chosen, refusals, seconds.

    python benchmarks/grouping.py [FILE.csv …]

Each FILE has FILE.truth.csv beside it (columns row, persona). Without files: the planted sets of the tests. Surveys of
a second kind (second_survey.py) and surveys without any groups follow in both cases.
"""

from __future__ import annotations

import csv
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.second_survey import STRENGTHS, second_survey
from persona.grouping import group
from persona.grouping.replication import adjusted_rand
from persona.profiling import profile
from persona.reading import read_source
from persona.table import Table

PLANTED = Path(__file__).parent.parent / "tests" / "data" / "planted"
SEEDS = (81, 82)
NULL_SEEDS = range(91, 101)
LEAST_MEAN = 0.50  # over the second surveys, the number given


def main() -> None:
    """Print one line a set; exit 1 when the mean is too low or groups are invented."""
    print(f"{'set':<28}{'truth':>6}  ARI given  chosen  ARI chosen  strength  seconds")
    files = [Path(name) for name in sys.argv[1:]] or sorted(PLANTED.glob("*.csv.gz"))
    for path in files:
        truth = _truth(path.parent / f"{path.name.partition('.csv')[0]}.truth.csv")
        _show(path.name.partition(".csv")[0], path, truth)
    with tempfile.TemporaryDirectory() as folder:
        good = _second_surveys(Path(folder)) >= LEAST_MEAN
        good &= _invented(Path(folder)) == 0
    sys.exit(not good)


def _second_surveys(folder: Path) -> float:
    found = []
    for classes in (3, 5, 8):
        for name, strength in STRENGTHS.items():
            for seed in SEEDS:
                survey = second_survey(rows=1000, classes=classes, strength=strength, seed=seed)
                survey.write(path := folder / f"second_{classes}_{name}_{seed}.csv")
                found.append(_show(path.stem, path, survey.classes))
    mean = float(np.mean(found))
    print(f"second surveys, number given: mean ARI {mean:.3f}")
    return mean


def _invented(folder: Path) -> int:
    """Surveys without groups in which groups were found all the same."""
    invented = 0
    for seed in NULL_SEEDS:
        for rows in (300, 1000):
            second_survey(rows=rows, classes=4, strength=0.0, seed=seed).write(
                path := folder / f"none_{rows}_{seed}.csv"
            )
            table = _read(path)
            invented += group(table, profile(table)).summary.strength != "none"
    print(f"surveys without groups: {invented} of {2 * len(NULL_SEEDS)} were given some")
    return invented


def _show(name: str, path: Path, truth: np.ndarray) -> float:
    table = _read(path)
    columns, count = profile(table), len(set(truth.tolist()))
    given = adjusted_rand(truth, group(table, columns, count=count).assignments.astype(int) - 1)
    start = time.perf_counter()
    made = group(table, columns)
    seconds = time.perf_counter() - start
    chosen = adjusted_rand(truth, made.assignments.astype(int) - 1)
    print(
        f"{name:<28}{count:>6}{given:>11.3f}{len(made.summary.segments):>8}{chosen:>12.3f}"
        f"{made.summary.strength:>10}{seconds:>9.1f}",
        flush=True,
    )
    return given


def _read(path: Path) -> Table:
    folder = Path(tempfile.mkdtemp())
    read_source(path, folder)
    return Table.open([folder])


def _truth(path: Path) -> np.ndarray:
    with path.open(encoding="utf-8", newline="") as file:
        names = [line["persona"] for line in csv.DictReader(file)]
    numbers = {name: number for number, name in enumerate(sorted(set(names)))}
    return np.array([numbers[name] for name in names])


if __name__ == "__main__":
    main()

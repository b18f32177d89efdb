"""How well planted groups are found: agreement with the truth, with the number given and chosen, seconds.

python -m benchmarks grouping [--seeds 305 306 --personas 5 --noise 0.4]
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path
from statistics import fmean, pstdev
from typing import NamedTuple

from benchmarks.grid import BEFORE, SEEDS, Planted, cells, is_whole, parser, surveys
from benchmarks.report import Report, figure, section, verdict
from benchmarks.scores import adjusted_rand, mutual_information
from persona.grouping import group

SLACK = 0.02  # under the first design of this engine
RIGHT, NEAR = 17 / 18, 4 / 6


class Found(NamedTuple):
    """One survey, grouped twice."""

    given: float
    shared: float
    number: int
    chosen: float
    seconds: float
    choosing: float


def main() -> None:
    """Print one line a cell; exit 1 when a limit is broken."""
    options = parser("grouping").parse_args()
    with section("grouping", save=is_whole(options)) as report, tempfile.TemporaryDirectory() as folder:
        found = _table(report, options, Path(folder))
        good = verdict(_bars(found), report)
        report.say(f"Peak memory of all: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB.")
    sys.exit(not good)


def _table(report: Report, options: argparse.Namespace, folder: Path) -> dict[tuple[int, float], list[Found]]:
    seeds = tuple(options.seeds or SEEDS)
    report.say(f"Seeds {', '.join(map(str, seeds))}. Seconds of processor.")
    names = ("ARI given", "NMI given", "engine before", "em-mixed", "mfa10", "numbers chosen", "ARI chosen")
    report.head("personas, noise", *names, "s given", "s chosen")
    found = {}
    for count, noise in cells(options):
        found[count, noise] = cell = [look(survey, count) for survey in surveys(count, noise, seeds, folder)]
        given = [one.given for one in cell]
        before = BEFORE.get((count, noise))
        report.row(
            f"k{count}, {noise:.2f}",
            f"**{fmean(given):.2f}** ± {pstdev(given):.2f}",
            f"{fmean(one.shared for one in cell):.2f}",
            *(figure(value) for value in ((before.engine, before.em_mixed, before.mfa10) if before else [None] * 3)),
            " ".join(str(one.number) for one in cell),
            f"{fmean(one.chosen for one in cell):.2f}",
            f"{fmean(one.seconds for one in cell):.1f}",
            f"{fmean(one.choosing for one in cell):.1f}",
        )
    report.end()
    return found


def look(survey: Planted, count: int) -> Found:
    """Group with the number given, and again without."""
    start = time.process_time()
    given = group(survey.table, survey.columns, count=count).assignments.tolist()
    seconds, start = time.process_time() - start, time.process_time()
    made = group(survey.table, survey.columns)
    choosing, truth = time.process_time() - start, survey.members
    return Found(
        adjusted_rand(truth, given),
        mutual_information(truth, given),
        len(made.summary.segments),
        adjusted_rand(truth, made.assignments.tolist()),
        seconds,
        choosing,
    )


def _bars(found: dict[tuple[int, float], list[Found]]) -> list[tuple[str, str, bool]]:
    bars = []
    for cell, sets in found.items():
        if before := BEFORE.get(cell):
            least, mean = before.engine - SLACK, fmean(one.given for one in sets)
            name = f"k{cell[0]} at {cell[1]:.2f}: mean ARI ≥ {least:.2f}"
            bars.append((name, f"{mean:.3f}", round(mean, 3) >= round(least, 3)))
    clear = [one.number == count for (count, noise), sets in found.items() if noise < 0.5 for one in sets]
    if clear:
        name = f"number right at noise .15 and .40 in ≥ {RIGHT:.0%}"
        bars.append((name, f"{sum(clear)} of {len(clear)}", fmean(clear) >= RIGHT))
    weak = [abs(one.number - count) <= 1 for (count, noise), sets in found.items() if noise > 0.5 for one in sets]
    if weak:
        name = f"number within 1 at noise .60 in ≥ {NEAR:.0%}"
        bars.append((name, f"{sum(weak)} of {len(weak)}", fmean(weak) >= NEAR))
    return bars


if __name__ == "__main__":
    main()

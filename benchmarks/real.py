"""Real files: groups beside those that others found, and what is written about them.

    python -m benchmarks real [--data FOLDER] [--only mcdonalds …]

FOLDER (else the one that PERSONA_BENCH_DATA names) holds one folder a data set; what is not there is left out by name.
Each set is run in a process of its own.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

from benchmarks.report import Report, figure, section, verdict
from benchmarks.scores import adjusted_rand, mutual_information
from persona.samples import sample


class Set(NamedTuple):
    """A file below the folder; `truth` is a file and its column; `hidden` columns are kept from the run."""

    name: str
    file: str
    licence: str
    groups: int | None = None
    truth: tuple[str, str] | None = None
    hidden: tuple[str, ...] = ()
    before: str = ""
    bar: tuple[str, float] | None = None


SETS = (
    Set(
        "mcdonalds", "mcdonalds/mcdonalds.csv", "R package MSA, not shipped", 4,
        ("mcdonalds/segments_k4.csv", "segment"), (), "ARI: k-means of 10 starts .90, latent class .87", ("ARI", 0.95),
    ),
    Set(
        "polis football", "polis_football_concussions/votes_and_statements.csv", "CC BY 4.0", 2,
        ("polis_football_concussions/truth.csv", "opinion_group"), (), "ARI: k-means on votes .78",
        ("ARI", 0.80),
    ),
    Set(
        "banking77", "banking77/banking77_sample.csv", "CC BY 4.0", 10,
        ("banking77/banking77_sample.csv", "topic"), ("topic", "intent"),
        "NMI: TF-IDF and LSA .34, NMF .33, MiniLM .58", ("NMI", 0.50),
    ),
    Set("r_survey", "r_survey_2018/r_survey_2018.csv", "Apache-2.0"),
    Set("clothing", "clothing_reviews/clothing_reviews.csv", "CC0"),
    Set("interviews", "interviews_creatives/interviews_creatives.csv", "CC BY"),
)  # fmt: skip


def main() -> None:
    """Print one line a set; exit 1 when a limit is broken."""
    parser = argparse.ArgumentParser(prog="benchmarks real")
    parser.add_argument("--data", type=Path, default=os.environ.get("PERSONA_BENCH_DATA"))
    parser.add_argument("--only", nargs="+", choices=[one.name for one in SETS])
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        name, path = options.one
        print(json.dumps(measure(name, Path(path), next((one for one in SETS if one.name == name), None))))
        return
    with section("real", save=not options.only) as report:
        found = _table(report, options.data, options.only or [one.name for one in SETS])
        good = verdict(_bars(found), report)
    sys.exit(not good)


def _table(report: Report, data: Path | None, wanted: Sequence[str]) -> dict[str, dict[str, Any]]:
    names = ("rows", "groups", "ARI", "NMI", "before", "statements", "supported", "verbatim", "distinct", "CPU s", "MB")
    report.head("set", *names)
    found: dict[str, dict[str, Any]] = {}
    missing = [one for one in SETS if one.name in wanted and not (data and (Path(data) / one.file).exists())]
    places = [(one.name, Path(data or "") / one.file, one.before) for one in SETS if one.name in wanted]
    places = [place for place in places if place[0] not in {one.name for one in missing}]
    places.append(("r_users (the sample)", sample("r-users").path, ""))
    for name, path, before in places:
        command = [sys.executable, "-m", "benchmarks.real", "--one", name, str(path)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        found[name] = one = json.loads(done.stdout)
        asked = "" if one["given"] else " (chosen)"
        report.row(
            name, f"{one['rows']:,}", f"{one['groups']}{asked}", figure(one["ARI"]), figure(one["NMI"]), before or "–",
            one["statements"], f"{one['supported']:.2f}", figure(one["verbatim"], 3), figure(one["distinct"]),
            f"{one['seconds']:.1f}", f"{one['megabytes']:.0f}",
        )  # fmt: skip
    report.end()
    if missing:
        report.say(f"Not there, left out: {', '.join(f'{one.name} ({one.licence})' for one in missing)}.")
    report.say("`supported`: statements that two people or more say. `groups` are as many as asked for, or chosen.")
    return found


def _bars(found: dict[str, dict[str, Any]]) -> list[tuple[str, str, bool]]:
    bars = []
    for one in SETS:
        if one.name in found and one.bar:
            measure_name, least = one.bar
            value = found[one.name][measure_name]
            bars.append((f"{one.name}: {measure_name} ≥ {least:.2f}", f"{value:.3f}", value >= least))
    worst = min((one["verbatim"] for one in found.values()), default=1.0)
    return [*bars, ("verbatim 1.000 on every set", f"{worst:.3f}", worst == 1.0)]


def measure(name: str, path: Path, one: Set | None) -> dict[str, Any]:
    """One set from its file to personas, in this process."""
    from persona import Experiment, PersonaConfig, PersonaGenerator

    with tempfile.TemporaryDirectory() as folder:
        file = _without(path, one.hidden if one else (), Path(folder))
        started = time.process_time()
        experiment = Experiment.create(name, [file], root=Path(folder) / "root")
        result = PersonaGenerator(experiment).generate(PersonaConfig(count=one.groups if one else None))
        seconds = time.process_time() - started
        run = experiment.runs()[0]
        segmentation = run.segmentation()
        assert segmentation is not None
        statements = [statement for persona in result.personas for statement in persona.statements]
        truth = _truth(path, one) if one and one.truth else {}
        placed = [(label, int(segmentation.assignments[row - 1])) for row, label in truth.items()]
        pairs = [(label, own) for label, own in placed if own]  # tests and empty rows are no respondents
        ours, theirs = [own for _, own in pairs], [label for label, _ in pairs]
        return {
            "rows": result.rows,
            "given": bool(one and one.groups),
            "groups": len(result.personas),
            "ARI": adjusted_rand(theirs, ours) if pairs else None,
            "NMI": mutual_information(theirs, ours) if pairs else None,
            "statements": len(statements),
            "supported": fmean(statement.support >= 2 for statement in statements) if statements else 0.0,
            "verbatim": result.quality.verbatim,
            "distinct": result.quality.distinctiveness,
            "seconds": seconds,
            "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }


def _without(path: Path, hidden: Sequence[str], folder: Path) -> Path:
    """The file without the columns that hold the truth."""
    if not hidden:
        return path
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    kept = [place for place, name in enumerate(header) if name not in hidden]
    with (bare := folder / path.name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[row[place] for place in kept] for row in (header, *rows)])
    return bare


def _truth(path: Path, one: Set) -> dict[int, str]:
    """Row from 1 -> group, for those that have one."""
    assert one.truth is not None
    file, column = one.truth
    with (path.parent.parent / file).open(encoding="utf-8-sig", newline="") as opened:
        lines = list(csv.DictReader(opened))
    return {number: line[column] for number, line in enumerate(lines, 1) if line[column].strip()}


if __name__ == "__main__":
    main()

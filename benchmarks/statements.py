"""What is written about files that nobody tuned on: how much, how shared, how often twice, and who is heard.

    python -m benchmarks.statements [--data FOLDER] [--only NAME …] [--show]

FOLDER (else the one that PERSONA_BENCH_DATA names) is searched for tables, in it and one folder below; those without
written answers are left out. Each is cut to its first rows, so that a whole table takes a few minutes, and run in a
process of its own. `--show` prints the statements as well, to be read.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.report import figure, section

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from persona.models import GenerationResult, Statement

ROWS = 1_500
SHARED_BY = 3
SAME = 0.8
"""Cosine of two statements' meaning from which a reader says that the second is nothing new."""
FEW_WRITERS = 30


def main() -> None:
    """Print a line a set, and the means."""
    parser = argparse.ArgumentParser(prog="benchmarks statements")
    parser.add_argument("--data", type=Path, default=os.environ.get("PERSONA_BENCH_DATA"))
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one, show=options.show)))
        return
    if options.data is None:
        parser.error("name a folder of data sets")
    with section("statements", save=not options.only) as report:
        names = ("people", "wrote", "personas", "quoted each", "3 people", "heard", "twice", "verbatim", "CPU s")
        report.head("set", *names)
        found = [one for path in _files(Path(options.data), options.only) if (one := _asked(path, options.show))]
        for one in found:
            report.row(*_line(one))
        if found:
            report.row(*_line(_mean(found)))
        report.end()
        report.say(
            "`quoted each`: quoted statements a persona. `3 people`: share of them that three people or more say."
            " `heard`: of those who wrote, people behind a quoted statement or topic. `twice`: statements whose meaning"
            f" lies nearer than {SAME} to an earlier one of the same persona."
        )


def _files(data: Path, only: Sequence[str]) -> Iterable[Path]:
    found = sorted([*data.glob("*.csv"), *data.glob("*/*.csv")])
    kept = [path for path in found if ".truth" not in path.name and path.name != "truth.csv"]
    return [path for path in kept if not only or path.stem in only]


def _asked(path: Path, show: bool) -> dict[str, Any] | None:
    command = [sys.executable, "-m", "benchmarks.statements", "--one", str(path), *(["--show"] if show else [])]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        print(f"{path.name}: could not be run", file=sys.stderr)
        return None
    *shown, last = done.stdout.splitlines()
    print("\n".join(shown), end="\n" if shown else "")
    one: dict[str, Any] = json.loads(last)
    return one if one["wrote"] >= FEW_WRITERS else None


def _line(one: dict[str, Any]) -> list[str]:
    shares = [figure(one[name]) for name in ("shared", "heard", "twice", "verbatim")]
    counts = [one["name"], f"{one['people']:,}", f"{one['wrote']:,}", str(one["personas"]), f"{one['each']:.1f}"]
    return [*counts, *shares, f"{one['seconds']:.1f}"]


def _mean(found: Sequence[dict[str, Any]]) -> dict[str, Any]:
    def mean(name: str) -> Any:
        known = [one[name] for one in found if one[name] is not None]
        return sum(known) / len(known) if known else None

    rest = {name: mean(name) for name in ("shared", "heard", "twice", "verbatim", "each", "seconds")}
    return {"name": "mean", **{name: round(mean(name)) for name in ("people", "wrote", "personas")}, **rest}


def measure(path: Path, *, show: bool = False) -> dict[str, Any]:
    """One table from its file to personas, in this process."""
    from persona import Experiment, PersonaConfig, PersonaGenerator

    with tempfile.TemporaryDirectory() as folder:
        experiment = Experiment.create(path.stem, [_cut(path, Path(folder))], root=Path(folder) / "root")
        started = time.process_time()
        result = PersonaGenerator(experiment).generate(PersonaConfig())
        seconds = time.process_time() - started
    quoted = [[s for s in persona.statements if s.origin == "quoted"] for persona in result.personas]
    every = [statement for some in quoted for statement in some]
    wrote = sum(persona.wrote for persona in result.personas)
    if show:
        _show(path.stem, result)
    return {
        "name": path.stem,
        "people": result.rows,
        "wrote": wrote,
        "personas": len(result.personas),
        "each": len(every) / len(quoted),
        "shared": sum(s.support >= SHARED_BY for s in every) / len(every) if every else None,
        "heard": sum(persona.heard for persona in result.personas) / wrote if wrote else None,
        "twice": sum(map(_twice, quoted)) / len(every) if every else None,
        "verbatim": result.quality.verbatim,
        "seconds": seconds,
    }


def _twice(statements: Sequence[Statement]) -> int:
    """How many say again what an earlier one says."""
    from persona.text.embedding import default_embedder

    if len(statements) < 2:
        return 0
    rows = default_embedder().encode([statement.text for statement in statements])
    near = rows @ rows.T
    return sum(bool((near[place, :place] >= SAME).any()) for place in range(1, len(statements)))


def _cut(path: Path, folder: Path) -> Path:
    """The first rows of a table, as they are."""
    with path.open(encoding="latin-1", newline="") as file:  # any bytes: they are written back as they were
        rows = list(islice(csv.reader(file), ROWS + 1))
    with (cut := folder / path.name).open("w", encoding="latin-1", newline="") as file:
        csv.writer(file).writerows(rows)
    return cut


def _show(name: str, result: GenerationResult) -> None:
    print(f"\n## {name}")
    for persona in result.personas:
        print(f"\n{persona.tagline} ({persona.size}; {persona.heard} of {persona.wrote} heard)\n  {persona.summary}")
        for statement in persona.statements:
            print(f"  {statement.kind:14} {statement.origin:8} {statement.text}  [{statement.note}]")


if __name__ == "__main__":
    main()

"""How long people wait on the page of groups: each change to the groups of 5,000 planted people, by the library alone.

    python -m benchmarks groups

The first groups are found before; then each change is made as a worker makes it, with all that the page shows. Another
number and a question left out are timed as if nobody had found them while the page was read.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.planted import make_survey
from benchmarks.report import section, verdict
from persona import Experiment, PersonaGenerator
from persona.models import Merge, PersonaConfig, QuestionChoice, Rename, Split

if TYPE_CHECKING:
    from collections.abc import Callable

    from persona.segments import SegmentationPreview

ROWS, PERSONAS, NOISE, SEED = 5_000, 5, 0.4, 301
LIMIT = 2.0
"""Seconds from a click to the answer."""


class Waited(NamedTuple):
    """One change: what became of the groups, and how long it took."""

    sizes: tuple[int, ...]
    seconds: float
    processor: float


def main() -> None:
    """Print one line a change; exit 1 when one takes longer than its limit."""
    with section("groups", save=True) as report, tempfile.TemporaryDirectory() as folder:
        first, changes = _changes(Path(folder))
        report.say(f"{ROWS:,} people in {PERSONAS} planted groups. The first groups took {first.seconds:.1f} s.")
        report.head("change", "groups then", "seconds", "of processor")
        found = {}
        for name, change in changes.items():
            found[name] = waited = _timed(change)
            report.row(name, len(waited.sizes), f"{waited.seconds:.2f}", f"{waited.processor:.2f}")
        report.end()
        bars = [(f"{name} ≤ {LIMIT:.0f} s", f"{w.seconds:.2f} s", w.seconds <= LIMIT) for name, w in found.items()]
        good = verdict(bars, report)
    sys.exit(not good)


def _changes(folder: Path) -> tuple[Waited, dict[str, Callable[[], SegmentationPreview]]]:
    path = folder / "answers.csv"
    make_survey(path, rows=ROWS, personas=PERSONAS, noise=NOISE, seed=SEED)
    experiment = Experiment.create("groups", [path], root=folder / "experiments")
    generator = PersonaGenerator(experiment)
    made: list[SegmentationPreview] = []
    first = _timed(lambda: made.append(generator.group(PersonaConfig())) or made[0])  # type: ignore[func-returns-value]
    run, number = made[0].run, len(first.sizes)
    used = {use.name for use in made[0].summary.columns if use.used}
    asked = next(q.id for q in experiment.questionnaire().questions if used & {q.text, *q.names})
    left_out = {asked: QuestionChoice(use="describe")}
    return first, {
        "rename": lambda: generator.group(resume=run, edits=[Rename(segment=1, name="The planners")]),
        "merge": lambda: generator.group(resume=run, edits=[Merge(segments=(1, 2))]),
        "split": lambda: generator.group(resume=run, edits=[Split(segment=1)]),
        "another number": lambda: generator.group(PersonaConfig(count=number - 1)),
        "describe only": lambda: generator.group(PersonaConfig(count=number, questions=left_out)),
    }


def _timed(change: Callable[[], SegmentationPreview]) -> Waited:
    clock, processor = time.perf_counter(), time.process_time()
    found = change()
    sizes = tuple(segment.size for segment in found.segments)
    return Waited(sizes, time.perf_counter() - clock, time.process_time() - processor)


if __name__ == "__main__":
    main()

"""Exports: what each format costs for six personas, and whether the sheets of real files are full and whole.

    python -m benchmarks exporting [--data FOLDER]

FOLDER (else the one that PERSONA_BENCH_DATA names) holds the sets; what is not there is left out by name. A sheet
overflows where a part of it is higher than its place; what is blank of it is its largest empty rectangle, the coloured
panel and the white page alike.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from benchmarks.report import Report, section, verdict
from persona import Experiment, PersonaConfig, PersonaGenerator
from persona.exporting.formats import FORMATS, export_run
from persona.exporting.paper import typeset
from persona.exporting.paper.pdf import contents
from persona.outputs import Output
from persona.samples import sample

if TYPE_CHECKING:
    from persona.models import GenerationResult

SETS = {
    "r_survey_2018": "r_survey_2018/r_survey_2018.csv",
    "clothing_reviews": "clothing_reviews/clothing_reviews.csv",
    "interviews_creatives": "interviews_creatives/interviews_creatives.csv",
    "polis": "polis_football_concussions/votes_and_statements.csv",
    "mcdonalds": "mcdonalds/mcdonalds.csv",
}
SIX, SECONDS = 6, 2.0
BOUND = ("pdf", "pptx")
"""Formats whose processor time has a limit."""
BLANK = 0.25
SCALE, PPI = 4, 20


class Sheets(NamedTuple):
    """The sheets of one set: how many personas, how many overflow, the blank share of the emptiest."""

    personas: int
    over: int
    blank: float


def main() -> None:
    """Print two tables; exit 1 when a limit is broken."""
    parser = argparse.ArgumentParser(prog="benchmarks exporting", description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("PERSONA_BENCH_DATA"))
    options = parser.parse_args()
    with section("exporting", save=True) as report:
        bars = [*_seconds(report), *_sheets(report, options.data)]
        good = verdict(bars, report)
    sys.exit(not good)


def _seconds(report: Report) -> list[tuple[str, str, bool]]:
    """Each format of six personas of the sample, made a second time: fonts and modules are loaded once a process."""
    report.head("format", "bytes", "processor, first", "again")
    bars = []
    with tempfile.TemporaryDirectory() as folder:
        run = _made(sample("r-users").path, Path(folder), SIX)
        for kind, about in FORMATS.items():
            first, _ = _timed(run, kind)
            again, size = _timed(run, kind)
            report.row(
                about.title if not about.stem else f"{about.title}, {about.stem}",
                f"{size:,}",
                *map(_told, (first, again)),
            )
            if kind in BOUND:
                bars.append((f"{about.title} of six personas ≤ {SECONDS:g} s", _told(first), first <= SECONDS))
    report.end()
    return bars


def _timed(run: Output, kind: str) -> tuple[float, int]:
    before = time.process_time()
    made = export_run(run, kind)
    return time.process_time() - before, len(made)


def _told(seconds: float) -> str:
    return f"{seconds:.2f} s"


def _sheets(report: Report, data: Path | None) -> list[tuple[str, str, bool]]:
    report.head("set", "sheets", "overflow", "emptiest")
    found: dict[str, Sheets] = {}
    for name, file in SETS.items():
        if data and (Path(data) / file).is_file():
            with tempfile.TemporaryDirectory() as folder:
                found[name] = sheets_of(_made(Path(data) / file, Path(folder)).result())
            report.row(name, found[name].personas, found[name].over, f"{found[name].blank:.0%}")
    report.end()
    if missing := SETS.keys() - found.keys():
        report.say(f"Not there, left out: {', '.join(sorted(missing))}.")
    over, emptiest = sum(one.over for one in found.values()), max((one.blank for one in found.values()), default=0.0)
    return [
        ("no sheet overflows", str(over), over == 0),
        (f"no sheet is more than {BLANK:.0%} blank", f"{emptiest:.0%}", emptiest <= BLANK),
    ]


def _made(path: Path, folder: Path, count: int | None = None) -> Output:
    experiment = Experiment.create("Exports", [path], root=folder)
    run = experiment.new_run(PersonaConfig(count=count))
    PersonaGenerator(experiment).generate(resume=run)
    return Output.open(run.path)


def sheets_of(result: GenerationResult) -> Sheets:
    """The sheets of a result, as typst measures and as they are drawn."""
    *drawn, _ = typeset.typeset("sheets.typ", contents(result, None), kind="png", day=None, ppi=PPI)
    return Sheets(len(result.personas), sum(overflows(result)), max(map(blank, drawn), default=0.0))


def overflows(result: GenerationResult) -> list[bool]:
    """Whether anything is higher than its column, as typst measured each sheet."""
    return [found["over"] for found in typeset.measured("sheets.typ", contents(result, None), "fill")]


def blank(picture: bytes) -> float:
    """The share of a sheet that its largest empty rectangle takes, white and panel alike."""
    from PIL import Image

    paint = np.asarray(Image.open(BytesIO(picture)).convert("RGB")).astype(int)
    empty = (np.abs(paint - 255).sum(2) < 12) | (np.abs(paint - paint[2, 2]).sum(2) < 12)
    heights, largest = np.zeros(empty.shape[1], int), 0
    for row in empty:
        heights = np.where(row, heights + 1, 0)
        open_ends: list[tuple[int, int]] = []
        for at, height in enumerate([*heights.tolist(), 0]):
            start = at
            while open_ends and open_ends[-1][1] >= height:
                start, before = open_ends.pop()
                largest = max(largest, before * (at - start))
            open_ends.append((start, height))
    return float(largest / empty.size)


if __name__ == "__main__":
    main()

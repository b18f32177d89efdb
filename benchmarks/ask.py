"""Ask: are right passages among the first five, and is what nobody wrote about told as absent?

A hundred questions of our own (`ask_questions.json`), with the rows that answer them, on sets that are read where they
lie: python -m benchmarks.ask --data FOLDER [--half dev]. Rows were marked by the words of their answers while reading,
before there was an engine; the sets' texts are not part of the project.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np

from persona import Experiment
from persona.asking import Study, answer
from persona.asking.index import build
from persona.grouping import Segmentation
from persona.models import PersonaConfig, SegmentationSummary
from persona.models.segmentation import Segment
from persona.recoding.table import RecodedTable

if TYPE_CHECKING:
    from persona.models.asking import AskedAnswer

FIRST = 5
RIGHT, ABSENT = 0.9, 0.95
"""The bars: right passages for so many questions, and so many absent ones told as such."""


def main() -> None:
    """Print a line a question and the shares; exit 1 where one is under its bar."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="the folder that the sets lie in")
    options.add_argument("--half", choices=("dev", "held", "both"), default="both")
    chosen = options.parse_args()
    asked = json.loads(Path(__file__).with_name("ask_questions.json").read_text(encoding="utf-8"))
    asked = [one for one in asked if chosen.half in (one["half"], "both") and (chosen.data / one["set"]).is_file()]
    hits: Counter[str] = Counter()
    total: Counter[str] = Counter()
    seconds: list[float] = []
    for name in dict.fromkeys(one["set"] for one in asked):
        with TemporaryDirectory() as folder:
            study = _study(chosen.data / name, Path(folder))
            for one in asked:
                if one["set"] == name:
                    begun = time.process_time()
                    found = answer(study, one["question"], limit=FIRST)
                    seconds.append(time.process_time() - begun)
                    is_right = not found.found if one["kind"] == "none" else _is_right(found, one["rows"])
                    total[one["kind"]] += 1
                    hits[one["kind"]] += is_right
                    print(f"{'ok  ' if is_right else 'MISS'} {one['kind']:6} {one['question']}")
    _report(hits, total, seconds)


def _study(path: Path, folder: Path) -> Study:
    """The set, read and understood; everybody in one group, for groups move no passage."""
    experiment = Experiment.create("set", [path], root=folder)
    table = RecodedTable(experiment.table(), experiment.understood(PersonaConfig()))
    summary = SegmentationSummary(
        segments=(Segment(index=1, size=table.rows, share=1),),
        strength="none",
        reason="",
        score=0,
        null_score=0,
        agreement=0,
        between=0,
    )
    everyone = Segmentation.of(summary, np.ones(table.rows, np.int16), np.ones(table.rows, np.float32))
    return Study(build(table), table, everyone, {})


def _is_right(found: AskedAnswer, rows: dict[str, str]) -> bool:
    """Whether a passage in a right row is shown, or the right closed question counted."""
    known = {_even(column): _rows(spans) for column, spans in rows.items()}
    if not found.found:
        return False
    shown = any(p.row in known.get(_even(p.evidence.column), ()) for p in found.passages)
    return shown or any(_even(counted.column) in known for counted in found.counts)


def _rows(spans: str) -> set[int]:
    found: set[int] = set()
    for span in spans.split():
        first, _, last = span.partition("-")
        found.update(range(int(first), int(last or first) + 1))
    return found


def _even(name: str) -> str:
    return " ".join(name.split())


def _report(hits: Counter[str], total: Counter[str], seconds: list[float]) -> None:
    asked = {kind: times for kind, times in total.items() if kind != "none"}
    right = sum(hits[kind] for kind in asked)
    for kind, times in sorted(total.items()):
        print(f"{kind:7} {hits[kind]} of {times}")
    shares: dict[str, Any] = {
        "right": right / max(1, sum(asked.values())),
        "absent": hits["none"] / max(1, total["none"]),
    }
    print(f"right passages {shares['right']:.0%}, absent {shares['absent']:.0%}")
    print(f"processor a question: middle {np.median(seconds):.2f} s, most {max(seconds):.2f} s")
    if shares["right"] < RIGHT or shares["absent"] < ABSENT:
        sys.exit(1)


if __name__ == "__main__":
    main()

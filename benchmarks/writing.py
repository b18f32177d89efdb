"""How true and how telling built-in personas are on planted answers, where it is known who meant what.

python -m benchmarks writing [--seeds 305 306 --personas 5 --noise 0.4]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from benchmarks.grid import SEEDS, Planted, cells, is_whole, parser, surveys
from benchmarks.report import Report, section, verdict
from benchmarks.scores import distinctiveness, keyword_recall, shown
from persona.checking import check
from persona.grouping import group
from persona.models import Persona, Statement
from persona.writing import Archive
from persona.writing.builtin import draft_of
from persona.writing.kinds import question_kind

THEMES = {"goal": "goal_theme", "frustration": "frustration_theme", "behaviour": "behaviour_theme"}
KINDS = {"goal": ("goal", "need"), "frustration": ("frustration",), "behaviour": ("behaviour",)}
MEASURES = ("verbatim", "coverage", "on", "kinds", "precision", "recall", "distinct")
LEAST = {"verbatim": 1.0, "coverage": 0.80, "kinds": 0.85, "precision": 0.97, "recall": 0.75}
ON = {(3, 0.40): 0.95, (5, 0.40): 0.95, (8, 0.40): 0.85}

Found = dict[str, list[float]]


class Written(NamedTuple):
    """What one survey gave, and how long writing took."""

    archive: Archive
    personas: tuple[Persona, ...]
    verbatim: float
    seconds: float


def main() -> None:
    """Print one line a cell; exit 1 when a limit is broken."""
    options = parser("writing").parse_args()
    with section("writing", save=is_whole(options)) as report, tempfile.TemporaryDirectory() as folder:
        found = _table(report, options, Path(folder))
        good = verdict(_bars(found), report)
    sys.exit(not good)


def _table(report: Report, options: argparse.Namespace, folder: Path) -> dict[tuple[int, float], Found]:
    seeds = tuple(options.seeds or SEEDS)
    report.say(f"Seeds {', '.join(map(str, seeds))}. Seconds of processor for archive, texts and check.")
    report.head("personas, noise", "statements", *MEASURES, "seconds")
    found: dict[tuple[int, float], Found] = {}
    for count, noise in cells(options):
        cell: Found = {name: [] for name in (*MEASURES, "said", "seconds")}
        for survey in surveys(count, noise, seeds, folder):
            for name, values in measure(write(survey, count), survey).items():
                cell[name] += values
        found[count, noise] = cell
        values = [f"{fmean(cell[name]):.2f}" if cell[name] else "–" for name in MEASURES]
        said, seconds = f"{fmean(cell['said']):.1f}", f"{fmean(cell['seconds']):.1f}"
        report.row(f"k{count}, {noise:.2f}", said, *values, seconds)
    report.end()
    return found


def _bars(found: dict[tuple[int, float], Found]) -> list[tuple[str, str, bool]]:
    bars = []
    for name, least in LEAST.items():
        values = [value for cell in found.values() for value in cell[name]]
        bars.append((f"{name} ≥ {least:.2f}, all cells", f"{fmean(values):.3f}", fmean(values) >= least))
    for key, least in ON.items():
        if key in found:
            mean = fmean(found[key]["on"])
            bars.append((f"on ≥ {least:.2f}, k{key[0]} at {key[1]:.2f}", f"{mean:.3f}", mean >= least))
    return bars


def write(survey: Planted, count: int) -> Written:
    """Personas of a survey, as many as were planted."""
    segmentation = group(survey.table, survey.columns, count=count)
    started = time.process_time()
    archive = Archive.build(survey.table, survey.columns, segmentation)
    indexes = [segment.index for segment in segmentation.summary.segments]
    personas = [archive.persona(index, draft_of(archive.brief(index))) for index in indexes]
    checked, quality = check(personas, survey.table, segmentation)
    return Written(archive, checked, quality.verbatim, time.process_time() - started)


def measure(written: Written, survey: Planted) -> Found:
    """Compare with what was planted: a value a survey, a persona or a statement."""
    truth, members = survey.truth.rows, written.archive.segmentation.assignments
    found: Found = {name: [] for name in (*MEASURES, "said", "seconds")}
    found["verbatim"], found["seconds"] = [written.verbatim], [written.seconds]
    found["distinct"] = [distinctiveness(written.personas)]
    for persona in written.personas:
        mine = [row for row, segment in enumerate(members) if segment == persona.index]
        planted = Counter(truth[row]["persona"] for row in mine).most_common(1)[0][0]
        found["said"].append(len(persona.statements))
        found["on"] += [truth[quote.row - 1]["persona"] == planted for quote in shown(persona)]
        found["coverage"].append(keyword_recall(persona, survey.truth.keywords[planted]))
        for statement in persona.statements:
            _judge(statement, written.archive, mine, truth, found)
    return found


def _judge(
    statement: Statement, archive: Archive, mine: Sequence[int], truth: Sequence[dict[str, str]], found: Found
) -> None:
    asked = question_kind(archive.corpus.questions[statement.evidence[0].column])
    if asked not in THEMES:
        return
    meant = _meant(truth[statement.evidence[0].row - 1], asked)
    found["kinds"].append(statement.kind in KINDS[asked])
    if len(meant) != 1 or meant == {"common"}:
        return  # two themes in one answer: it is not known which of them was quoted
    theirs = {row + 1 for row in mine if meant & _meant(truth[row], asked)}
    backing = {evidence.row for evidence in statement.evidence if evidence.counted}
    if backing:
        found["precision"].append(len(backing & theirs) / len(backing))
        found["recall"].append(min(1.0, statement.support / len(theirs)))


def _meant(row: dict[str, str], kind: str) -> set[str]:
    return set(row[THEMES[kind]].split("|")) - {""}


if __name__ == "__main__":
    main()

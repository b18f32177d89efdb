"""How true and how telling built-in personas are on planted answers, where it is known who meant what.

python -m benchmarks writing [--seeds 305 306 --personas 5 --noise 0.4]
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from benchmarks.grid import SEEDS, Planted, cells, is_whole, parser, surveys
from benchmarks.report import Report, figure, section, verdict
from benchmarks.scores import distinctiveness, keyword_recall, shown
from persona.checking import check
from persona.grouping import group
from persona.models import Persona, Statement
from persona.text.judging import KINDS as JUDGED
from persona.text.judging import judges
from persona.writing import Archive
from persona.writing.builtin import draft_of

THEMES = {"goal": "goal_theme", "frustration": "frustration_theme", "behaviour": "behaviour_theme"}
KINDS = {"goal": ("goal", "need"), "frustration": ("frustration",), "behaviour": ("behaviour",)}
MEASURES = ("verbatim", "coverage", "on", "kinds", "precision", "recall", "of keyword", "of theme", "distinct")
LEAST = {"verbatim": 1.0, "coverage": 0.80, "kinds": 0.85, "precision": 0.97, "recall": 0.75, "of keyword": 0.75}
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
        means = [figure(fmean(cell[name]) if cell[name] else None) for name in MEASURES]
        said, seconds = f"{fmean(cell['said']):.1f}", f"{fmean(cell['seconds']):.1f}"
        report.row(f"k{count}, {noise:.2f}", said, *means, seconds)
    report.end()
    return found


def _bars(found: dict[tuple[int, float], Found]) -> list[tuple[str, str, bool]]:
    bars = []
    for name, least in LEAST.items():
        mean = fmean(fmean(cell[name]) for cell in found.values())
        bars.append((f"{name} ≥ {least:.2f}, mean of all cells", f"{mean:.3f}", mean >= least))
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
    judge = _Judge(written.archive, survey, found)
    for persona in written.personas:
        mine = [row for row, segment in enumerate(members) if segment == persona.index]
        planted = Counter(truth[row]["persona"] for row in mine).most_common(1)[0][0]
        found["said"].append(len(persona.statements))
        found["on"] += [truth[quote.row - 1]["persona"] == planted for quote in shown(persona)]
        found["coverage"].append(keyword_recall(persona, survey.truth.keywords[planted]))
        for statement in persona.statements:
            judge.look(statement, mine)
        judge.close()
    return found


def _asked(question: str) -> str:
    """What a question most likely asks for."""
    return JUDGED[int(judges().question_chances([question])[0].argmax())]


class _Judge:
    """Statements beside what was planted in the answers that they rest on."""

    def __init__(self, archive: Archive, survey: Planted, found: Found) -> None:
        self._archive, self._survey, self._found = archive, survey, found
        self._texts = {name: survey.table.values(name) for name in archive.study.questions}
        self._told: defaultdict[tuple[str, ...], float] = defaultdict(float)

    def look(self, statement: Statement, mine: Sequence[int]) -> None:
        """Note the kind, and who was counted beside who meant the same and who used the same words."""
        quote = statement.evidence[0]
        asked = _asked(self._archive.study.questions[quote.column])
        if asked not in THEMES:
            return
        self._found["kinds"].append(statement.kind in KINDS[asked])
        backing = {evidence.row - 1 for evidence in statement.evidence if evidence.counted}
        truth = self._survey.truth
        meant = _meant(truth.rows[quote.row - 1], asked)
        if backing and len(meant) == 1 and meant != {"common"}:  # of two themes it is not known which was quoted
            theirs = {row for row in mine if meant & _meant(truth.rows[row], asked)}
            self._found["precision"].append(len(backing & theirs) / len(backing))
            self._found["of theme"].append(min(1.0, statement.support / len(theirs)))
        if words := next((words for words in truth.words[asked] if _holds(quote.quote, words)), None):
            texts = self._texts[quote.column]
            theirs = {row for row in mine if _holds(texts[row], words)}
            right = len(backing & theirs) / max(1, len(backing))  # at most fifty are named, all are counted
            counted = min(1.0, right * statement.support / len(theirs))
            self._found["recall"].append(counted)
            self._told[tuple(words)] += counted

    def close(self) -> None:
        """End a persona: who used the words of a theme and is counted under any of its statements."""
        self._found["of keyword"] += [min(1.0, share) for share in self._told.values()]
        self._told.clear()


def _holds(text: str, words: Sequence[str]) -> bool:
    return re.search(rf"\b(?:{'|'.join(map(re.escape, words))})", text, re.IGNORECASE) is not None


def _meant(row: dict[str, str], kind: str) -> set[str]:
    return set(row[THEMES[kind]].split("|")) - {""}


if __name__ == "__main__":
    main()

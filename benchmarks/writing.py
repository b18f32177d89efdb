"""How true and how telling built-in personas are on planted answers, where it is known who meant what.

    python benchmarks/writing.py [FILE …]        (the planted sets of the tests, if no file is named)

Beside each FILE stands its truth, FILE without ending + ".truth.csv": the persona of each row and, where known, the
themes of its answers (goal_theme, frustration_theme, behaviour_theme). Columns of the table:

    verbatim    quotes found character for character
    on          quotes by people of the persona's main planted group
    themes      planted goals and frustrations that are quoted
    kinds       statements that are filed under the kind they were planted as
    precision   supporters who meant the same theme
    recall      people of the theme who are counted; most themes have three wordings, of which one is quoted
"""

from __future__ import annotations

import csv
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from persona.checking import check
from persona.grouping import group
from persona.models import Persona, Statement
from persona.profiling import profile
from persona.reading import read_source
from persona.table import Table
from persona.writing import Archive
from persona.writing.builtin import draft_of
from persona.writing.kinds import question_kind

PLANTED = Path(__file__).parent.parent / "tests" / "data" / "planted"
THEMES = {"goal": "goal_theme", "frustration": "frustration_theme", "behaviour": "behaviour_theme"}
KINDS = {"goal": ("goal", "need"), "frustration": ("frustration",), "behaviour": ("behaviour",)}
MEASURES = ("verbatim", "on", "themes", "kinds", "precision", "recall")
LEAST = {"verbatim": 1.0, "on": 0.90, "kinds": 0.85, "precision": 0.97}


class Written(NamedTuple):
    """What one set gave, and how long writing took."""

    archive: Archive
    personas: tuple[Persona, ...]
    verbatim: float
    seconds: float


def main() -> None:
    """Print one line a set; exit 1 when a limit is broken."""
    files = [Path(name) for name in sys.argv[1:]] or sorted(PLANTED.glob("*.csv.gz"))
    good = True
    print(f"{'set':<24}{'said':>6}  verbatim     on  themes   kinds  precision  recall  seconds")
    for path in files:
        truth = _truth(path)
        written = write(path, len({row["persona"] for row in truth}))
        found = measure(written, truth)
        said = sum(len(persona.statements) for persona in written.personas)
        values = "".join(f"{found[name]:8.2f}" if name in found else f"{'–':>8}" for name in MEASURES)
        print(f"{path.name.split('.csv')[0]:<24}{said:>6}  {values}{written.seconds:9.1f}", flush=True)
        good &= all(found.get(name, 1.0) >= least for name, least in LEAST.items())
    sys.exit(not good)


def write(path: Path, count: int) -> Written:
    """Personas of a file, as many as were planted."""
    with tempfile.TemporaryDirectory() as folder:
        read_source(path, Path(folder) / "read")
        table = Table.open([Path(folder) / "read"])
        columns = profile(table)
        segmentation = group(table, columns, count=count)
        started = time.perf_counter()
        archive = Archive.build(table, columns, segmentation)
        segments = [segment.index for segment in segmentation.summary.segments]
        personas = [archive.persona(index, draft_of(archive.brief(index))) for index in segments]
        checked, quality = check(personas, table, segmentation)
        return Written(archive, checked, quality.verbatim, time.perf_counter() - started)


def measure(written: Written, truth: Sequence[dict[str, str]]) -> dict[str, float]:
    """Compare with what was planted."""
    members = written.archive.segmentation.assignments
    found: dict[str, list[float]] = {name: [] for name in MEASURES}
    for persona in written.personas:
        mine = [row for row, segment in enumerate(members) if segment == persona.index]
        planted = Counter(truth[row]["persona"] for row in mine).most_common(1)[0][0]
        quotes = [*(statement.evidence[0] for statement in persona.statements), *persona.quotes]
        found["on"] += [truth[quote.row - 1]["persona"] == planted for quote in quotes]
        if "goal_theme" in truth[0]:
            found["themes"].append(_themes_reached(written.archive, persona, planted, truth))
            for statement in persona.statements:
                _judge(statement, written.archive, mine, truth, found)
    return {"verbatim": written.verbatim} | {name: fmean(values) for name, values in found.items() if values}


def _judge(
    statement: Statement,
    archive: Archive,
    mine: Sequence[int],
    truth: Sequence[dict[str, str]],
    found: dict[str, list[float]],
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


def _themes_reached(archive: Archive, persona: Persona, planted: str, truth: Sequence[dict[str, str]]) -> float:
    """The share of the group's own goals and frustrations that a statement or lead quote speaks of."""
    own = {
        (kind, theme)
        for row in truth
        for kind in ("goal", "frustration")
        for theme in _meant(row, kind)
        if theme.startswith(f"{planted}:")
    }
    quotes = [*(statement.evidence[0] for statement in persona.statements), *persona.quotes]
    spoken = {
        (kind, theme)
        for quote in quotes
        if (kind := question_kind(archive.corpus.questions[quote.column])) in THEMES
        for theme in _meant(truth[quote.row - 1], kind)
    }
    return len(own & spoken) / len(own)


def _meant(row: dict[str, str], kind: str) -> set[str]:
    return set(row[THEMES[kind]].split("|")) - {""}


def _truth(path: Path) -> list[dict[str, str]]:
    with path.with_name(f"{path.name.split('.csv')[0]}.truth.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main()

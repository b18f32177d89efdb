"""Statements as a person rated them: draw some to be rated, or write the table of ratings into docs/benchmarks.md.

python -m benchmarks.fresh_eyes draw clothing out/result.json    twenty statements with empty ratings, as CSV
python -m benchmarks.fresh_eyes                                  the section of the page, from ratings.csv
"""

from __future__ import annotations

import csv
import random
import sys
from collections import defaultdict
from pathlib import Path

from benchmarks.report import Report, section, verdict
from persona.models import GenerationResult

RATINGS = Path(__file__).parent / "ratings.csv"
DRAWN, SEED = 20, 2026
RUBRIC = {
    "sentence": "it can be read by itself, as a sentence or a title; no fragment, no half of a conversation",
    "section": "it stands under the heading where a reader would look for it",
    "specific": "it says something about these people and this subject that a product decision could rest on",
    "new": "no earlier statement of the persona says it already, in these or in other words",
}
NAMES = ("set", "persona", "kind", "statement", "support", *RUBRIC, "note")
LEAST = {"planted": 0.85, "r_survey": 0.85, "clothing": 0.75, "interviews": 0.75, "banking77": 0.75}


def main() -> None:
    """Draw statements of one result, or tell how good the rated ones are; exit 1 when a set is below its bar."""
    if sys.argv[1:2] == ["draw"]:
        draw(sys.argv[2], Path(sys.argv[3]))
        return
    with section("fresh-eyes", save=True) as report:
        good = tell(report)
    sys.exit(not good)


def draw(name: str, result: Path) -> None:
    """Print statements of a result, chosen by chance and in the order of reading; all, where there are fewer."""
    found = GenerationResult.model_validate_json(result.read_bytes())
    every = [(persona.index, each) for persona in found.personas for each in persona.statements]
    chosen = sorted(random.Random(SEED).sample(range(len(every)), min(DRAWN, len(every))))
    sheet = csv.writer(sys.stdout, lineterminator="\n")
    for place in chosen:
        index, statement = every[place]
        sheet.writerow([name, index, statement.kind, statement.text, statement.note, *[""] * len(RUBRIC), ""])


def tell(report: Report) -> bool:
    """The rubric, the share of good statements by set, and every rating."""
    rated: dict[str, list[dict[str, str]]] = defaultdict(list)
    with RATINGS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rated[row["set"]].append(row)
    report.say(
        "Statements drawn by chance (all, where a set gives fewer than twenty) and rated by a reader who saw neither"
        " the code nor how they were made. A statement is good when all four hold:"
    )
    report.say("\n".join(f"- **{name}**: {meaning}" for name, meaning in RUBRIC.items()))
    bars = []
    for name, rows in rated.items():
        share = sum(map(is_good, rows)) / len(rows)
        bars.append((f"{name}: ≥ {LEAST[name]:.0%} good", f"{share:.0%} of {len(rows)}", share >= LEAST[name]))
    good = verdict(bars, report)
    for name, rows in rated.items():
        _every_rating(report, name, rows)
    return good


def is_good(row: dict[str, str]) -> bool:
    return all(row[name] == "y" for name in RUBRIC)


def _every_rating(report: Report, name: str, rows: list[dict[str, str]]) -> None:
    report.say(f"### {name}")
    report.head("statement", "kind", *RUBRIC, "note")
    for row in rows:
        marks = ["yes" if row[each] == "y" else "**no**" for each in RUBRIC]
        report.row(row["statement"].replace("|", "\\|"), row["kind"], *marks, row["note"].replace("|", "\\|"))
    report.end()


if __name__ == "__main__":
    main()

"""Surveys of a second kind with known groups, and surveys without any: what is found, what is invented.

python -m benchmarks second [--seeds 83 84]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

from benchmarks.report import Report, section, verdict
from benchmarks.scores import adjusted_rand
from benchmarks.second_survey import STRENGTHS, SecondSurvey, second_survey
from persona.grouping import Segmentation
from persona.grouping.respondents import group_respondents
from persona.reading import read_source
from persona.recoding.table import recode
from persona.table import Table

SEEDS, NULL_SEEDS = (81, 82), range(91, 101)
CLASSES, ROWS, NULL_ROWS = (3, 5, 8), 1_000, (300, 1_000)
LEAST_MEAN = 0.50
REFERENCE = 0.5  # of a classifier trained on the truth: from there on, groups must not be refused
# Mean ARI of a cell with the number given, measured before on seeds 4 and 5.
BEFORE = {
    (3, "high"): (0.82, 0.88), (3, "middle"): (0.61, 0.69), (3, "low"): (0.31, 0.16),
    (5, "high"): (0.60, 0.80), (5, "middle"): (0.29, 0.50), (5, "low"): (0.09, 0.06),
    (8, "high"): (0.30, 0.62), (8, "middle"): (0.15, 0.25), (8, "low"): (0.06, 0.06),
}  # fmt: skip


def main() -> None:
    """Print one line a cell; exit 1 when the mean is too low, groups are invented or clear ones refused."""
    parser = argparse.ArgumentParser(prog="benchmarks second")
    parser.add_argument("--seeds", type=int, nargs="+")
    options = parser.parse_args()
    with section("second", save=options.seeds is None) as report, tempfile.TemporaryDirectory() as folder:
        given, refused = _table(report, options.seeds or SEEDS, Path(folder))
        invented = [_is_invented(rows, seed, Path(folder)) for seed in NULL_SEEDS for rows in NULL_ROWS]
        bars = [
            (f"mean ARI ≥ {LEAST_MEAN:.2f}, number given", f"{fmean(given):.3f}", fmean(given) >= LEAST_MEAN),
            (f"surveys without groups refused, {len(invented)} of {len(invented)}",
             f"{invented.count(False)} of {len(invented)}", not any(invented)),
            (f"none refused where a trained classifier reaches {REFERENCE}", f"{len(refused)} refused", not refused),
        ]  # fmt: skip
        good = verdict(bars, report)
    sys.exit(not good)


def _table(report: Report, seeds: Sequence[int], folder: Path) -> tuple[list[float], list[str]]:
    report.say(f"Seeds {', '.join(map(str, seeds))}; without groups {NULL_SEEDS[0]} to {NULL_SEEDS[-1]}.")
    names = ("ARI given", "engine before", "mfa10", "trained classifier", "numbers chosen", "ARI chosen", "CPU s")
    report.head("classes, strength", *names)
    given, refused = [], []
    for classes in CLASSES:
        for name, strength in STRENGTHS.items():
            cell = [_look(second_survey(rows=ROWS, classes=classes, strength=strength, seed=s), folder) for s in seeds]
            mfa10, engine = BEFORE[classes, name]
            chosen = [len(made.summary.segments) for made in (one["made"] for one in cell)]
            report.row(
                f"{classes}, {name}",
                f"**{fmean(one['given'] for one in cell):.2f}**",
                f"{engine:.2f}",
                f"{mfa10:.2f}",
                f"{fmean(one['trained'] for one in cell):.2f}",
                " ".join(map(str, chosen)),
                f"{fmean(one['chosen'] for one in cell):.2f}",
                f"{fmean(one['seconds'] for one in cell):.1f}",
            )
            given += [one["given"] for one in cell]
            refused += [name for one in cell if one["trained"] > REFERENCE and one["made"].summary.strength == "none"]
    report.end()
    return given, refused


def _look(survey: SecondSurvey, folder: Path) -> dict[str, Any]:
    table, truth = _read(survey, folder), survey.classes.tolist()
    recoded = recode(table)
    given = group_respondents(recoded, count=len(set(truth))).assignments.tolist()
    start = time.process_time()
    made: Segmentation = group_respondents(recoded)
    return {
        "given": adjusted_rand(truth, given),
        "made": made,
        "chosen": adjusted_rand(truth, made.assignments.tolist()),
        "seconds": time.process_time() - start,
        "trained": _trained(survey),
    }


def _trained(survey: SecondSurvey) -> float:
    """What a classifier that is shown the truth reaches on people it was not shown: a reference, not a bound."""
    import numpy as np
    from scipy import sparse
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import cross_val_predict

    columns = list(zip(*survey.rows, strict=True))[1:]
    parts = []
    for cells in columns:
        values = CountVectorizer(binary=True, token_pattern=r"[^;. ]+", min_df=4).fit_transform(cells)
        parts.append(values * (1 / np.sqrt(max(values.mean(), 1e-9) * values.shape[1])))
    model = LogisticRegression(C=0.05, max_iter=400)
    found = cross_val_predict(model, sparse.hstack(parts, format="csr"), survey.classes, cv=5)
    return adjusted_rand(survey.classes.tolist(), found.tolist())


def _is_invented(rows: int, seed: int, folder: Path) -> bool:
    """Whether groups are found in a survey that has none."""
    table = _read(second_survey(rows=rows, classes=4, strength=0.0, seed=seed), folder)
    return group_respondents(recode(table)).summary.strength != "none"


def _read(survey: SecondSurvey, folder: Path) -> Table:
    read = Path(tempfile.mkdtemp(dir=folder))
    survey.write(path := read / "survey.csv")
    read_source(path, read / "read")
    return Table.open([read / "read"])


if __name__ == "__main__":
    main()

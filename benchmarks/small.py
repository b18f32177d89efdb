"""Small surveys in which few of many questions hold groups, and such without any: what is found, what is invented.

python -m benchmarks small [--seeds 5 6]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from itertools import product
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.report import section, verdict
from benchmarks.scores import adjusted_rand
from benchmarks.small_survey import KINDS, NULLS, SmallSurvey, null_survey, planted_survey
from persona.grouping.respondents import group_respondents
from persona.reading import read_source
from persona.recoding.table import recode
from persona.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.report import Report

SEEDS = (401,)
PEOPLE, NOISE = (60, 150, 600), (5, 15, 40)
GROUPS, INFORMATIVE = (2, 3, 4), (3, 6, 10)
NULL_QUESTIONS = (4, 9)
MOST_INVENTED = 0  # where 15 or more questions have nothing to do with the rest


class Found(NamedTuple):
    """One survey: how many groups were found, their agreement with the truth, seconds of processor."""

    number: int
    agreement: float
    seconds: float


def main() -> None:
    """Print one line a kind of survey; exit 1 when groups are invented among unrelated questions."""
    parser = argparse.ArgumentParser(prog="benchmarks small")
    parser.add_argument("--seeds", type=int, nargs="+")
    options = parser.parse_args()
    seeds = tuple(options.seeds or SEEDS)
    with section("small", save=options.seeds is None) as report, tempfile.TemporaryDirectory() as folder:
        report.say(f"Seeds {', '.join(map(str, seeds))}.")
        _table(report, "groups in", KINDS, lambda kind, noise: _planted(kind, noise, seeds), Path(folder))
        nulls = _table(report, "no groups in", NULLS, lambda null, noise: _nulls(null, noise, seeds), Path(folder))
        many = [one.number > 1 for (_, noise), cell in nulls.items() if noise >= 15 for one in cell]
        name = "no groups invented beside 15 or 40 unrelated questions"
        good = verdict([(name, f"{sum(many)} of {len(many)}", sum(many) <= MOST_INVENTED)], report)
    sys.exit(not good)


def _table(
    report: Report,
    title: str,
    kinds: tuple[str, ...],
    surveys: Callable[[str, int], Iterator[SmallSurvey]],
    folder: Path,
) -> dict[tuple[str, int], list[Found]]:
    report.head(f"{title}, unrelated questions", "surveys", "found", "right number", "mean ARI", "CPU s")
    cells: dict[tuple[str, int], list[Found]] = {}
    for kind, noise in product(kinds, NOISE):
        made = list(surveys(kind, noise))
        cells[kind, noise] = cell = [_look(survey, folder) for survey in made]
        right = [one.number == len(set(survey.groups.tolist())) for one, survey in zip(cell, made, strict=True)]
        report.row(
            f"{kind}, {noise}",
            len(cell),
            sum(one.number > 1 for one in cell),
            sum(right),
            f"{fmean(one.agreement for one in cell):.2f}",
            f"{fmean(one.seconds for one in cell):.1f}",
        )
    report.end()
    return cells


def _planted(kind: str, noise: int, seeds: tuple[int, ...]) -> Iterator[SmallSurvey]:
    """Every number of people, groups and questions; for each seed another third of them."""
    chosen = next(known for known in KINDS if known == kind)
    for seed in seeds:
        for at, (people, groups, informative) in enumerate(product(PEOPLE, GROUPS, INFORMATIVE)):
            if (at + at // 3 + seed) % 3 == 0:
                yield planted_survey(
                    people=people, groups=groups, kind=chosen, informative=informative, noise=noise, seed=seed
                )


def _nulls(null: str, noise: int, seeds: tuple[int, ...]) -> Iterator[SmallSurvey]:
    chosen = next(known for known in NULLS if known == null)
    for seed, people, informative in product(seeds, PEOPLE, NULL_QUESTIONS):
        yield null_survey(people=people, null=chosen, informative=informative, noise=noise, seed=seed)


def _look(survey: SmallSurvey, folder: Path) -> Found:
    own = Path(tempfile.mkdtemp(dir=folder))
    survey.write(path := own / "survey.csv")
    read_source(path, own / "read")
    recoded = recode(Table.open([own / "read"]))
    start = time.process_time()
    made = group_respondents(recoded)
    seconds = time.process_time() - start
    agreement = adjusted_rand(survey.groups.tolist(), made.assignments.tolist())
    return Found(len(made.summary.segments), agreement, seconds)


if __name__ == "__main__":
    main()

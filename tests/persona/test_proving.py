"""Facts and counted statements recomputed by a script that knows nothing of the library: none differs."""

from __future__ import annotations

import csv
import random
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from persona.counted.statements import Counts
from persona.models import GenerationResult, Persona
from persona.proving import Told, false_counts, told_in
from persona.questionnaire.understanding import understand
from persona.recoding.table import RecodedTable
from persona.writing.answer_counts import people_of_any
from persona.writing.differences import find_differences
from persona.writing.facts import facts
from persona.writing.phrasebooks import ENGLISH
from tests.answers import segmentation_of
from tests.tables import table_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from persona.grouping import Segmentation

GROUPS = [1 + n % 5 for n in range(300)]
TOOLS = ("Paper", "App", "Sheet", "Board")
AGREE = ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree")
HEADERS = {
    "choices": [*(f"Which colour of thing {n} do you like?" for n in range(8)), "How many trips do you make?"],
    "ratings": [f"Please rate item {n} (1-5)" for n in range(9)],
    "ticks": ["Which tools do you use?", "Which of them do you own?", "Do you cook?", "Do you drive?", "Do you sing?"],
    "views": [f"I am glad of part {n}" for n in range(6)],
}


def _cell(kind: str, question: int, group: int, chance: random.Random) -> str:
    if chance.random() < 0.1:
        return ""
    lean = (group + question) % 3
    if kind == "ratings":
        return str(min(5, max(1, round(chance.gauss(2 + lean, 1)))))
    if kind == "views":
        return AGREE[min(4, max(0, round(chance.gauss(1 + lean, 1))))]
    if kind == "choices":
        return (
            str(chance.randint(1, 4) * (1 + lean))
            if question == 8
            else chance.choice(["Red", "Blue", "Green"][: 1 + lean])
        )
    if question < 2:
        return ";".join(tool for n, tool in enumerate(TOOLS) if chance.random() < (0.7 if n % 3 == lean else 0.3))
    return "Yes" if chance.random() < 0.2 + 0.3 * lean else "No"


class Case:
    """One file, read by the library, with what the library tells of five groups."""

    def __init__(self, kind: str, seed: int, folder: Path) -> None:
        chance = random.Random(f"{kind} {seed}")
        rows = [[_cell(kind, n, group, chance) for n in range(len(HEADERS[kind]))] for group in GROUPS]
        table = table_of(folder, HEADERS[kind], rows)
        self.file = folder / "answers.csv"
        self.table = RecodedTable(table, understand(table))
        self.segmentation: Segmentation = segmentation_of(GROUPS)
        found = find_differences(self.table, self.table.columns, self.segmentation, [1, 2, 3, 4, 5])
        counts = Counts(found, ENGLISH, "deep", lambda items: people_of_any(self.table, items, self.segmentation))
        self.personas = [counts.added(_persona(n, facts(found[n]))) for n in range(1, 6)]
        self.told = list(told_in(GenerationResult.model_construct(personas=tuple(self.personas))))


def _persona(index: int, found: Sequence[object]) -> Persona:
    fields = {"index": index, "name": "A", "tagline": "", "summary": "", "size": 60, "share": 0.2, "quotes": ()}
    return Persona.model_validate(fields | {"facts": tuple(found), "statements": ()})


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    """Eight files of four kinds."""
    return [Case(kind, seed, tmp_path_factory.mktemp(kind)) for kind in HEADERS for seed in (1, 2)]


# -- the script: plain csv and counting ---------------------------------------------------------------
@lru_cache
def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def _recount(told: Told, file: Path, group: int | None) -> tuple[int | None, int, float]:
    mine = [row for row, other in zip(_rows(file), GROUPS, strict=True) if group in (None, other)]
    if told.option is None:
        numbers = [[float(row[name]) for row in mine if row[name]] for name in told.columns]
        everything = [number for of_one in numbers for number in of_one]
        return None, sum(any(row[name] for name in told.columns) for row in mine), sum(everything) / len(everything)
    answers = [row[told.columns[0]] for row in mine if row[told.columns[0]]]
    wanted = {"Agree", "Strongly agree"} if told.option == "agree" else set(told.option.split(" / "))
    gave = [answer for answer in answers if wanted & set(answer.split(";"))]
    return len(gave), len(answers), len(gave) / len(answers)


def test_every_number_is_that_of_its_file(cases: list[Case]) -> None:
    differ = [
        told
        for case in cases
        for told in case.told
        if (told.gave, told.base) != (own := _recount(told, case.file, told.persona))[:2]
        or (told.value, told.everyone) != pytest.approx((own[2], _recount(told, case.file, None)[2]))
    ]

    assert differ == []
    assert sum(len(case.told) for case in cases) >= 200


def test_the_library_proves_them_and_finds_each_that_is_changed(cases: list[Case]) -> None:
    for case in cases:
        columns, groups = case.table.columns, case.segmentation
        changed = [told._replace(base=told.base + 1) for told in case.told[:5]]
        changed += [told._replace(value=(told.value or 0) + 0.01) for told in case.told[5:10]]

        assert false_counts(case.told, case.table, columns, groups) == []
        assert false_counts(changed, case.table, columns, groups) == changed

"""Counted statements from the data and back: random groups have none that set them apart, false ones are dropped."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from persona.checking import check
from persona.counted.findings import find
from persona.counted.statements import Counts
from persona.models import Column, ColumnRole, Persona
from persona.writing.differences import find_differences
from persona.writing.phrasebooks import ENGLISH
from tests.answers import segmentation_of
from tests.persona.counted.values import column
from tests.tables import table_of

if TYPE_CHECKING:
    from persona.table import Table

QUESTIONS = [f"Do you own thing {n}?" for n in range(12)]
COLUMNS = (
    *(column(question, position=n, options=("Yes", "No")) for n, question in enumerate(QUESTIONS)),
    column("How many trips do you make?", ColumnRole.NUMBER, 12),
    column("How old are you?", ColumnRole.NUMBER, 13),
)
GROUPS = [1] * 60 + [2] * 60


def _rows(seed: int) -> list[list[str]]:
    """120 people; only the first thing and the trips have to do with the groups, and age."""
    chance = random.Random(seed)
    rows = []
    for group in GROUPS:
        things = [chance.choice(("Yes", "No")) for _ in QUESTIONS]
        things[0] = "Yes" if chance.random() < (0.9 if group == 1 else 0.2) else "No"
        rows.append([*things, str(chance.randint(1, 5) + 4 * group), str(20 + 20 * group)])
    return rows


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    return table_of(tmp_path_factory.mktemp("things"), [c.name for c in COLUMNS], _rows(7))


def _persona(index: int) -> Persona:
    return Persona(
        index=index, name="A", tagline="", summary="", size=60, share=0.5, facts=(), statements=(), quotes=()
    )


def _written(table: Table) -> tuple[Persona, ...]:
    found = find_differences(table, COLUMNS, segmentation_of(GROUPS), [1, 2])
    counts = Counts(found, ENGLISH, "standard")
    return tuple(counts.added(_persona(index)) for index in (1, 2))


def test_what_sets_apart_is_told_with_its_numbers_and_who_people_are_never(table: Table) -> None:
    rows = _rows(7)
    yes = [[row[0] for row, group in zip(rows, GROUPS, strict=True) if group == g].count("Yes") for g in (1, 2)]
    first = next(s for s in _written(table)[0].statements if s.option == "Yes" and s.question == QUESTIONS[0])

    assert (first.origin, first.kind, first.standing, first.support, first.base) == (
        "counted", "fact_about_self", "distinctive", yes[0], 60,
    )  # fmt: skip
    assert (first.share, first.everyone_share, first.everyone_base) == (yes[0] / 60, sum(yes) / 120, 120)
    assert [(g.persona, g.count, g.base) for g in first.groups] == [(1, yes[0], 60), (2, yes[1], 60)]
    told = {s.question for persona in _written(table) for s in persona.statements if s.standing == "distinctive"}
    assert told == {QUESTIONS[0], "How many trips do you make?"}


def test_true_counts_stay_and_changed_ones_are_dropped(table: Table) -> None:
    personas = _written(table)
    checked, quality = check(personas, table, segmentation_of(GROUPS), COLUMNS)
    assert (checked, quality.dropped) == (personas, 0)
    assert quality.counted == quality.statements == sum(len(p.statements) for p in personas) > 4

    first, *rest = personas[0].statements
    changed = {"share": 0.5} if first.share is not None else {"mean": 0.5}
    false = personas[0].model_copy(update={"statements": (first.model_copy(update=changed), *rest)})
    checked, quality = check((false, personas[1]), table, segmentation_of(GROUPS), COLUMNS)
    assert checked == (personas[0].model_copy(update={"statements": tuple(rest)}), personas[1])
    assert quality.dropped == 1


def test_random_groups_have_hardly_anything_that_sets_them_apart(table: Table) -> None:
    chance = random.Random(11)
    with_any = 0
    for _ in range(40):
        groups = chance.sample(GROUPS, len(GROUPS))
        found = find(find_differences(table, COLUMNS, segmentation_of(groups), [1, 2]))
        with_any += any(finding.standing == "distinctive" for mine in found.values() for finding in mine)

    assert with_any <= 3


def test_a_column_that_is_gone_proves_nothing(table: Table) -> None:
    kept: tuple[Column, ...] = COLUMNS[1:]
    checked, _ = check(_written(table), table, segmentation_of(GROUPS), kept)

    assert {s.question for persona in checked for s in persona.statements} & {QUESTIONS[0]} == set()

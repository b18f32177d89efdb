"""Personas from elsewhere: whom of a small study each describes, and what is told where they cannot be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from persona.assigning.brought import Known, place_among
from persona.exceptions import ConfigurationError
from persona.models.brought import BroughtPersona, BroughtPlaces
from tests.persona.asking.conftest import kitchen
from tests.persona.asking.studies import AGE, GROUPS, KITCHEN, LIKES, ROLE, TOOLS, WHY

if TYPE_CHECKING:
    from persona.asking import Study

__all__ = ["kitchen"]
CLOSED = (ROLE, TOOLS, LIKES, AGE)


@pytest.fixture
def known(kitchen: Study) -> Known:
    columns = [column for column in kitchen.table.columns if column.name in CLOSED]
    cells: dict[str, list[str]] = {name: [] for name in CLOSED}
    for _, found in kitchen.table.batches(CLOSED):
        for name in CLOSED:
            cells[name] += found[name]
    return Known(columns, cells, len(GROUPS))


def placed(study: Study, known: Known, *brought: BroughtPersona) -> BroughtPlaces:
    return place_among(brought, known, study.index, np.array(GROUPS, np.int16), [1, 2])


def people(found: BroughtPlaces) -> dict[int, int | None]:
    return {each.row: each.persona for each in found.assignments}


def test_people_are_placed_by_what_they_answered(kitchen: Study, known: Known) -> None:
    teachers = BroughtPersona(name="Teachers", answers={ROLE: "Teacher"})
    cooks = BroughtPersona(name="Cooks", answers={ROLE: ["Cook", "Chef"]})

    found = placed(kitchen, known, teachers, cooks)

    assert people(found) == {1: 1, 2: 1, 3: None, 4: 2, 5: 2, 6: 2, 7: 2}
    assert [(each.name, each.people, each.found) for each in found.personas] == [
        ("Teachers", 2, {1: 2, 2: 0}), ("Cooks", 4, {1: 0, 2: 4}),
    ]  # fmt: skip
    assert (found.people, found.placed, found.notes) == (7, 6, ())
    assert found.sentence == (
        "6 people of 7 (86 %) answer more like one of these personas than like everyone; in none: 1 person. Where "
        "they truly belong is known of nobody, so nobody can say how many of these places are right."
    )


def test_people_are_placed_by_what_they_wrote(kitchen: Study, known: Known) -> None:
    allergic = BroughtPersona(name="Allergic", says=("My allergies are forgotten",))
    buyers = BroughtPersona(name="Buyers", says=("The supplier delivers the wrong things",))

    found = people(placed(kitchen, known, allergic, buyers))

    assert (found[1], found[3], found[5]) == (1, 1, 2)
    assert set(found) == {1, 2, 3, 4, 5}, "who wrote nothing, or is in no group, is placed nowhere"


@pytest.mark.parametrize(
    ("answers", "first"),
    [
        ({LIKES: 5.0}, {3}),
        ({LIKES: "1"}, {1, 2}),
        ({AGE: "25"}, {1, 2}),
        ({TOOLS: ["Oven", "Scale"]}, {1}),
        ({"  which TOOLS": "Grill"}, {4, 5}),
    ],
    ids=["number", "word", "age", "several", "its text"],
)
def test_the_nearest_answers_speak_for_a_persona(
    kitchen: Study, known: Known, answers: dict[str, str | float | list[str]], first: set[int]
) -> None:
    found = people(placed(kitchen, known, BroughtPersona(name="A", answers=answers)))

    assert {row for row, persona in found.items() if persona == 1} >= first


def test_what_the_study_does_not_know_is_told(kitchen: Study, known: Known) -> None:
    brought = BroughtPersona(name="A", answers={ROLE: "Teacher", "Income": "high", TOOLS: "Wok"})

    assert placed(kitchen, known, brought).notes == (
        "The study does not know “Income”, “Which tools?: Wok”; it was passed over.",
    )


NOTHING = BroughtPersona(name="A", answers={"Income": "high"})
TEACHERS = BroughtPersona(name="Teachers", answers={ROLE: "Teacher"})


@pytest.mark.parametrize(
    ("brought", "code"),
    [
        ((), "brought_count"),
        ((TEACHERS,) * 13, "brought_count"),
        ((TEACHERS, TEACHERS.model_copy(update={"name": " TEACHERS"})), "brought_twice"),
        ((NOTHING,), "brought_nothing_shared"),
    ],
    ids=["none", "too many", "twice", "nothing shared"],
)
def test_what_cannot_be_compared_is_a_plain_sentence(
    kitchen: Study, known: Known, brought: tuple[BroughtPersona, ...], code: str
) -> None:
    with pytest.raises(ConfigurationError) as told:
        placed(kitchen, known, *brought)

    assert told.value.code == code


def test_the_study_is_as_the_tests_say() -> None:
    assert (list(KITCHEN), len(GROUPS)) == ([WHY, *CLOSED], 8)

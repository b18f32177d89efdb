"""Boxes of which everybody ticks exactly one are the answers of one question."""

from __future__ import annotations

import pytest

from persona.models import ColumnRole as Role
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.models import Recoding, Scale
from persona.recoding.variables import variables
from tests.questionnaires import Rows, counts, notes, read

FOOD = ["velmi spokojen", "spíše spokojen", "nevím", "spíše nespokojen", "velmi nespokojen"]
TOWNS = ["Brno", "Cheb", "Zlín"]
PEOPLE = 40


def _sheet(stem: str, options: list[str], ticked: list[list[int]], on: str = "x", off: str = "") -> Rows:
    rows = [
        [*(on if at in chosen else off for at in range(len(options))), note]
        for chosen, note in zip(ticked, notes(len(ticked)), strict=True)
    ]
    return Rows([*(f"{stem} - {option}" for option in options), "Why?"], rows)


@pytest.mark.parametrize(("on", "off"), [("x", ""), ("1", "0"), ("X", ""), ("ano", "ne")])
def test_steps_in_boxes_are_a_rating(on: str, off: str) -> None:
    ticked = [[at % 5] for at in range(PEOPLE)]
    found = read(_sheet("Jak jste spokojeni s jídlem?", FOOD, ticked, on, off))
    food = found.questions[0]

    assert (food.kind, food.use, food.columns, food.answered) == ("rating", "basis", (0, 1, 2, 3, 4), PEOPLE)
    words = ("velmi nespokojen", "spíše nespokojen", "spíše spokojen", "velmi spokojen")
    assert food.scale == Scale(low=1, high=4, low_label=words[0], high_label=words[3], higher_is="more", words=words)
    assert counts(food) == dict.fromkeys([*words, "nevím"], 8)
    assert [option.label for option in food.options if option.no_opinion] == ["nevím"]
    variable, _ = variables(found)
    assert variable.column.role is Role.RATING
    assert variable.make([["", on], [off, off], [on, ""], [off, ""], [off, ""]]) == ["nevím", "velmi spokojen"]


def test_things_in_boxes_are_a_single_choice() -> None:
    ticked = [[at % 3] if at else [] for at in range(PEOPLE)]
    found = read(_sheet("Kde bydlíte?", TOWNS, ticked, "1", "0"))
    home = found.questions[0]

    assert (home.kind, home.columns, home.scale) == ("single_choice", (0, 1, 2), None)
    assert counts(home) == {"Brno": 13, "Cheb": 13, "Zlín": 13}
    labels = {0: "Brno", 1: "Cheb", 2: "Zlín"}
    one, none = dict.fromkeys(range(3), ("1",)), dict.fromkeys(range(3), ("0",))
    assert home.recoding == Recoding(labels=labels, ticked=one, left=none)
    variable, _ = variables(found)
    assert (variable.column.role, variable.make([["0", "0"], ["1", "0"], ["0", "0"]])) == (Role.CATEGORY, ["Cheb", ""])


@pytest.mark.parametrize(
    "ticked",
    [
        pytest.param([[at % 3] for at in range(18)], id="few people"),
        pytest.param([[0, 1] if at == 30 else [at % 3] for at in range(PEOPLE)], id="two boxes once"),
        pytest.param([[at % 2] for at in range(PEOPLE)], id="two boxes in all"),
    ],
)
def test_boxes_that_may_meet_stay_a_multiple_choice(ticked: list[list[int]]) -> None:
    assert read(_sheet("Kde bydlíte?", TOWNS, ticked)).questions[0].kind is Kind.MULTIPLE

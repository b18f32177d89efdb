"""Rankings, however a tool writes them: in one cell, as codes in columns of places; never as ticks that all share."""

from __future__ import annotations

from itertools import permutations, product
from typing import TYPE_CHECKING

import pytest

from persona.questionnaire.kinds import QuestionKind as Kind
from persona.recoding.variables import variables
from tests.questionnaires import Rows, columns, counts, read

if TYPE_CHECKING:
    from persona.questionnaire.models import Question

ORDERS = [*permutations(["Price", "Speed", "Design"])] * 3


def questions(**cells: list[str]) -> list[Question]:
    return list(read(columns(**cells)).questions)


@pytest.mark.parametrize("mark", [";", ", ", " | "])
def test_order_within_a_cell_is_a_ranking_with_its_first_places(mark: str) -> None:
    (found,) = questions(Important=[mark.join(order) for order in ORDERS])
    assert (found.kind, counts(found)) == (
        Kind.RANKING,
        {"Price": 6, "Speed": 6, "Design": 6},
    )


def test_things_that_all_tick_in_one_order_are_no_ranking() -> None:
    cells = ["Price;Speed;Design"] * 15 + ["Price;Design"] * 3
    assert [question.kind for question in questions(Important=cells)] == [Kind.MULTIPLE]


def test_question_that_asks_for_an_order_is_a_ranking_of_some_of_the_things() -> None:
    cells = [f"{a};{b}" for a, b in product(["Price", "Speed", "Design", "Help"], repeat=2) if a != b] * 2
    (found,) = questions(**{"Rank your two most important": cells})
    assert (found.kind, sum(option.count for option in found.options)) == (Kind.RANKING, len(cells))


def test_codes_in_columns_of_places_are_a_ranking_where_all_are_named() -> None:
    coded = [["A1", "A2", "A3"], ["A2", "A3", "A1"], ["A3", "A1", "A2"]] * 6
    found = questions(**{f"q3[{place}]": [row[place - 1] for row in coded] for place in (1, 2, 3)})
    assert [(question.kind, question.names) for question in found] == [(Kind.RANKING, ("q3[1]", "q3[2]", "q3[3]"))]


def test_boxes_without_labels_are_called_by_their_codes() -> None:
    found = questions(**{"q2[SQ001]": ["Y", "", "Y", ""] * 5, "q2[SQ002]": ["", "Y", "Y", ""] * 5})
    assert [[option.label for option in question.options] for question in found] == [["SQ001", "SQ002"]]


def test_each_thing_of_a_cell_has_its_place_and_one_comes_first() -> None:
    cells = [";".join(order) for order in ORDERS]
    made = {each.column.name: each.make([cells])[:2] for each in variables(read(columns(Important=cells)))}
    assert made == {
        "Important: Price": ["1", "1"],
        "Important: Speed": ["2", "3"],
        "Important: Design": ["3", "2"],
        "Important (important)": ["Price", "Price"],
    }


WORDED = {
    "English": ("1st", "2nd", "3rd"),
    "words": ("First", "Second", "Third"),
    "German": ("Erster", "Zweiter", "Dritter"),
    "Swahili": ("Kwanza", "Pili", "Tatu"),
    "Vietnamese": ("Hạng 1", "Hạng 2", "Hạng 3"),
    "Japanese": ("第1位", "第2位", "第3位"),
    "French": ("1er choix", "2e choix", "3e choix"),
    "Arabic": ("المرتبة ١", "المرتبة ٢", "المرتبة ٣"),
}


@pytest.mark.parametrize("language", WORDED)
def test_places_in_words_are_the_ranks_of_the_things_that_name_the_columns(language: str) -> None:
    words, things = WORDED[language], ["Price", "Speed", "Design"]
    rows = [[words[order.index(thing)] for thing in things] for order in ORDERS]
    found = read(Rows([f"How important are they? [{thing}]" for thing in things], rows))
    (ranking,) = found.questions

    assert (ranking.kind, ranking.use, ranking.columns) == (Kind.RANKING, "basis", (0, 1, 2))
    assert counts(ranking) == {"Price": 6, "Speed": 6, "Design": 6}
    *ranks, first = variables(found)
    assert [rank.make([list(words)]) for rank in ranks] == [["1", "2", "3"]] * 3
    assert first.make([[words[1]], [words[0]], [words[2]]]) == ["Speed"]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["Level 1", "Level 2", "Level 1"], ["Level 3", "Level 2", "Level 2"]] * 9, id="some twice"),
        pytest.param(
            [[a, "Rank 2", "Third"] for a in ("First", "1st") for _ in range(9)], id="written in several ways"
        ),
    ],
)
def test_places_that_do_not_make_an_order_are_no_ranking(rows: list[list[str]]) -> None:
    found = read(Rows([f"How important are they? [{thing}]" for thing in ("Price", "Speed", "Design")], rows))
    assert Kind.RANKING not in {question.kind for question in found.questions}


def test_things_with_numbers_stay_things_where_the_columns_are_places() -> None:
    rows = [[f"Plan {place}" for place in order] for order in permutations("123")] * 3
    (found,) = read(Rows(["First choice", "Second choice", "Third choice"], rows)).questions
    assert (found.kind, counts(found)) == (Kind.RANKING, {"Plan 1": 18, "Plan 2": 18, "Plan 3": 18})

"""Columns of first, second and third places, and a joined column above its boxes, in any language."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.questionnaires import Rows, notes, read

THINGS = ("Price", "Speed and care", "Design", "Help")


def _places(heads: list[str], *, twice: bool = False) -> list[tuple[str, tuple[int, ...]]]:
    """The kinds and columns of a table in which everybody puts three of four things in order."""
    orders = [tuple(order) for order in permutations(THINGS, 3)]
    rows = [[str(at + 1), *(order[:2] + order[:1] if twice else order), text] for at, (order, text) in
            enumerate(zip(orders, notes(len(orders)), strict=True))]  # fmt: skip
    found = read(Rows(["id", *heads, "Why?"], rows))
    return [(question.kind.value, question.columns) for question in found.questions[1:]]


@pytest.mark.parametrize(
    "heads",
    [
        pytest.param(["1st choice", "2nd choice", "3rd choice"], id="English"),
        pytest.param(["1. helyen", "2. helyen", "3. helyen"], id="Hungarian"),
        pytest.param(["1er choix", "2e choix", "3e choix"], id="French"),
        pytest.param(["第1位", "第2位", "第3位"], id="Japanese"),
        pytest.param(["1º lugar", "2º lugar", "3º lugar"], id="Portuguese"),
    ],
)
def test_columns_that_count_up_before_the_same_words_are_places(heads: list[str]) -> None:
    assert _places(heads) == [("ranking", (1, 2, 3)), ("open_answer", (4,))]


@pytest.mark.parametrize(
    ("heads", "text"),
    [
        (["1st choice", "2nd choice", "3rd choice"], "choice"),
        (["1er choix", "2e choix", "3e choix"], "choix"),
        (["1. helyen", "2. helyen", "3. helyen"], "helyen"),
    ],
)
def test_the_question_is_what_stands_behind_the_place(heads: list[str], text: str) -> None:
    rows = [[str(at + 1), *order] for at, order in enumerate(permutations(THINGS, 3))]

    assert read(Rows(["id", *heads], rows)).questions[1].text == text


def test_columns_in_which_people_name_a_thing_twice_are_no_places() -> None:
    assert _places(["1. helyen", "2. helyen", "3. helyen"], twice=True)[0] == ("single_choice", (1,))


def test_numbered_questions_with_other_words_are_no_places() -> None:
    assert _places(["1. Which brand?", "2. Which shop?", "3. Which town?"])[0] == ("single_choice", (1,))


@pytest.mark.parametrize(("yes", "no"), [("TRUE", "FALSE"), ("Ναι", "Όχι"), ("Ya", "Tidak"), ("כן", "לא")])
@pytest.mark.parametrize("mark", [", ", ";", "\n"])
def test_a_joined_column_and_its_boxes_are_one_question(yes: str, no: str, mark: str) -> None:
    chosen = [order[: 1 + at % 3] for at, order in enumerate(permutations(THINGS, 3))]
    names = ["id", "Why leave?", *(f"Why leave? ({thing})" for thing in THINGS), "Text"]
    rows = [
        [str(at + 1), mark.join(things), *(yes if thing in things else no for thing in THINGS), text]
        for at, (things, text) in enumerate(zip(chosen, notes(len(chosen)), strict=True))
    ]
    found = read(Rows(names, rows)).questions[1]

    assert (found.kind, found.columns) == ("multiple_choice", (1, 2, 3, 4, 5))
    assert {option.label: option.count for option in found.options} == {
        thing: sum(thing in things for things in chosen) for thing in THINGS
    }

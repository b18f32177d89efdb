"""Rows by which somebody tried the questionnaire out: every written cell says so, in whichever language."""

from __future__ import annotations

import pytest

from persona.questionnaire.rows.trials import trials
from tests.questionnaires import Rows

HEAD = ["Age", "What did you like?", "What is missing?"]
TRIALS = """
test
Test 2
testing, testing
just a test
This is a test.
dies ist ein Test
nur ein Test
esto es una prueba
probando 123
c'est un essai
ceci est un test
isto é um teste
questo è una prova
dit is een test
to jest test
это тест
det är ett test
これはテストです
测试
اختبار
asdf
qwertz
lorem ipsum dolor
foo bar
test@example.com
asdf@asdf.de
"""
ANSWERS = """
The test was too long
taste
No tests please
protest
a tester of mine
contest
prova generale
Testament
asd
テストが多すぎる
I am testing it since May
"""


def _told(at: int) -> str:
    return f"The evening number {chr(97 + at)} was warm and good"


def _table(*last: list[str], people: int = 20) -> Rows:
    people_rows = [[str(20 + at), _told(at), f"Nothing but {_told(at).lower()}"] for at in range(people)]
    return Rows(HEAD, [*people_rows, *last])


@pytest.mark.parametrize("word", TRIALS.strip().splitlines())
def test_a_row_in_which_all_that_is_written_is_a_trial(word: str) -> None:
    assert trials(_table(["99", word, ""])) == {21: word}
    assert trials(_table(["99", f" {word} ", word.upper()])) == {21: word}


@pytest.mark.parametrize("text", ANSWERS.strip().splitlines())
def test_an_answer_that_only_holds_such_a_word(text: str) -> None:
    assert trials(_table(["99", text, ""])) == {}


@pytest.mark.parametrize(
    "row",
    [
        ["99", "test", "Longer opening hours"],
        ["99", "", ""],
        ["99", "test", "test " * 9],
        ["test", "Slow", "test"],
    ],
)
def test_one_cell_that_says_something_makes_an_answer_of_the_row(row: list[str]) -> None:
    assert trials(_table(row)) == {}


def test_what_a_tenth_of_all_write_is_a_way_to_answer() -> None:
    assert trials(_table(["9", "test", ""], ["9", "asdf", "x y z test"], people=18)) == {19: "test"}
    assert trials(_table(*[["9", "test", ""]] * 2, people=18)) == {19: "test", 20: "test"}
    assert trials(_table(*[["9", "test", ""]] * 3, people=18)) == {}


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ("Group", ["test", "control"] * 10),
        ("Code", [f"A{at}" for at in range(19)] + ["test"]),
        ("When", [f"2024-05-01 10:{at:02}" for at in range(19)] + ["test"]),
        ("Word", [chr(97 + at) * 4 for at in range(19)] + ["test"]),
    ],
)
def test_a_column_in_which_nobody_writes_is_not_looked_at(column: str, cells: list[str]) -> None:
    assert trials(Rows([column], [[cell] for cell in cells])) == {}


def test_addresses_tell_a_trial_where_nothing_else_is_written() -> None:
    cells = [f"person{chr(97 + at)}@example.org" for at in range(19)]

    assert trials(Rows(["Contact"], [[cell] for cell in [*cells, "test@example.org"]])) == {20: "test@example.org"}
    assert trials(Rows(["Contact"], [[cell] for cell in [*cells, "tessa@example.org"]])) == {}


def test_a_table_without_rows_has_no_trials() -> None:
    assert trials(Rows(HEAD, [])) == {}


CLOSED = ["Age", "Region", "Visits", "Rate us", "Again?"]


def _with_closed(*last: list[str]) -> Rows:
    people = [[str(20 + at), "North", "2", "4", "yes", _told(at), _told(at).lower()] for at in range(20)]
    return Rows([*CLOSED, "What did you like?", "What is missing?"], [*people, *last])


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (["31", "South", "3", "2", "no", "asdf", ""], {}),
        (["31", "South", "3", "2", "", "QWERTZ!", ""], {}),
        (["31", "", "", "", "", "asdf", ""], {21: "asdf"}),
        (["31", "South", "3", "2", "no", "asdf", "qwertz"], {21: "asdf"}),
        (["31", "South", "3", "2", "no", "test", ""], {21: "test"}),
    ],
)
def test_who_answers_all_but_one_box_is_a_person(row: list[str], found: dict[int, str]) -> None:
    assert trials(_with_closed(row)) == found

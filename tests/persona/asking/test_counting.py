"""Closed questions that a question is about: which, which of their options, and how they are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from persona.asking import counting
from persona.asking.counting import counted, meant
from persona.crosstables import cross_tables
from persona.models import ColumnRole
from persona.models.crosstables import Cell
from tests.persona.asking.studies import AGE, GROUPS, KITCHEN, LIKES, ROLE, SINGLE, TOOLS, column, study

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from persona.asking import Study
    from persona.models.asking import CountedAnswer


def asked(kitchen: Study, question: str) -> list[tuple[str, tuple[str, ...]]]:
    """The closed questions that are meant, with the options."""
    return [(one.column.name, one.options) for one in meant(kitchen.index, kitchen.table.columns, question)]


def told(kitchen: Study, question: str) -> tuple[CountedAnswer, ...]:
    return counted(kitchen.index, kitchen.table, kitchen.segmentation, question)


def cells(answer: CountedAnswer, option: str | None) -> list[tuple[int | None, int, int | None, float | None]]:
    line = next(line for line in answer.lines if line.option == option)
    return [(cell.persona, cell.base, cell.count, cell.share) for cell in line.cells]


# -- what is meant -------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("question", "first"),
    [
        pytest.param("How many are cooks?", (ROLE, ("Cook",)), id="an option, in another form"),
        pytest.param("How many teachers and nurses?", (ROLE, ("Teacher", "Nurse")), id="two options"),
        pytest.param("How many use a grill?", (TOOLS, ("Grill",)), id="one of several choices"),
        pytest.param("How old are they?", (AGE, ()), id="a question by what it means"),
        pytest.param("Which role do you have?", (ROLE, ()), id="a question word for word"),
        pytest.param("WELCHE WERKZEUGE?", (TOOLS, ()), id="in another language"),
    ],
)
def test_what_a_question_is_about(kitchen: Study, question: str, first: tuple[str, tuple[str, ...]]) -> None:
    assert asked(kitchen, question)[0] == first


@pytest.mark.parametrize("question", ["What do they say about fish?", "Who has allergies?", "?", "What do they think?"])
def test_other_questions_are_about_none(kitchen: Study, question: str) -> None:
    assert asked(kitchen, question) == []
    assert told(kitchen, question) == ()


@pytest.mark.parametrize(
    ("option", "topic", "named"),
    [
        ("Weekly (every 7 days)", ("weekly",), True),
        ("Weekly – every 7 days", ("weekly",), True),
        ("Weekly: often", ("weekly",), True),
        ("Part-time", ("part",), False),
        ("Part-time", ("part", "time"), True),
        ("Public transport", ("transport",), False),
        ("Public transport", ("transport", "public"), True),
        ("X", ("x",), False),
        ("5", ("5",), False),
        ("", ("weekly",), False),
        ("(none)", ("none",), False),
        ("of the", ("of",), False),
    ],
)
def test_an_option_is_named_by_all_that_it_says_but_what_it_explains(
    option: str, topic: tuple[str, ...], named: bool
) -> None:
    assert counting._is_named(option, topic) is named


def lines(*cosines: tuple[str, float, float]) -> list[tuple[str, np.ndarray]]:
    return [(option, np.array([question, subject])) for option, question, subject in cosines]


DEGREE = column("q1", "What is your highest degree?", ColumnRole.CATEGORY, options=("PhD", "Master"))


@pytest.mark.parametrize(
    ("cosines", "topic", "options"),
    [
        pytest.param([("", 0.1, 0.1), ("PhD", 0.1, 0.78)], ("doctorate",), ("PhD",), id="an option means it"),
        pytest.param([("", 0.1, 0.1), ("PhD", 0.1, 0.77)], ("doctorate",), None, id="not quite"),
        pytest.param(
            [("", 0.1, 0.1), ("PhD", 0.1, 0.8), ("Master", 0.1, 0.9)], ("school",), ("Master",), id="the nearer"
        ),
        pytest.param([("", 0.62, 0.1), ("PhD", 0.1, 0.1)], ("school",), (), id="the question means it"),
        pytest.param([("", 0.1, 0.62)], ("school",), (), id="its subject means it"),
        pytest.param([("", 0.61, 0.61)], ("school",), None, id="neither quite"),
        pytest.param([("", 0.31, 0.1)], ("highest", "degree"), (), id="all its words, and a little meaning"),
        pytest.param([("", 0.30, 0.1)], ("highest", "degree"), None, id="all its words in another meaning"),
        pytest.param([("", 0.31, 0.1)], ("highest", "mountain"), None, id="half its words"),
        pytest.param([("", 0.1, 0.1), ("P", 0.1, 0.9)], ("doctorate",), None, id="too short to mean something"),
    ],
)
def test_what_is_near_enough_is_meant(
    cosines: Sequence[tuple[str, float, float]], topic: tuple[str, ...], options: tuple[str, ...] | None
) -> None:
    found = counting._meant(DEGREE, lines(*cosines), topic)

    assert (None if found is None else found.options) == options


def test_an_option_that_is_named_is_surer_than_one_that_is_near_and_that_than_the_question() -> None:
    named = counting._meant(DEGREE, lines(("", 0.0, 0.0), ("PhD", 0.0, 0.0)), ("phd",))
    near = counting._meant(DEGREE, lines(("", 0.9, 0.9), ("PhD", 0.0, 0.8)), ("doctorate",))
    whole = counting._meant(DEGREE, lines(("", 0.7, 0.0)), ("school",))

    assert [one.score for one in (named, near, whole) if one] == [2.0, 1.8, 0.7]


def test_of_two_questions_with_the_option_the_one_that_is_spoken_of_comes_first(tmp_path: Path) -> None:
    columns = {"Do you own a car?": (SINGLE, ("Yes", "No", "Yes")), "Do you own a bike?": (SINGLE, ("No", "Yes", "No"))}
    found = asked(study(tmp_path, columns), "How many said yes, they own a bike?")

    assert found[0] == ("Do you own a bike?", ("Yes",))


def test_a_question_that_the_run_left_out_is_not_meant(kitchen: Study) -> None:
    columns = [each for each in kitchen.table.columns if each.name != ROLE]

    assert meant(kitchen.index, columns, "How many are cooks?") == []


# -- how it is counted ---------------------------------------------------------------------------------------
def test_an_option_is_counted_by_persona_and_for_all_who_are_in_one(kitchen: Study) -> None:
    [answer] = told(kitchen, "How many are cooks?")

    assert (answer.question, answer.column) == (ROLE, ROLE)
    assert cells(answer, "Cook") == [(1, 3, 0, 0.0), (2, 4, 2, 0.5), (None, 7, 2, 2 / 7)]


def test_each_choice_counts_once_a_person(kitchen: Study) -> None:
    """One has ticked the oven twice."""
    [answer] = told(kitchen, "How many use an oven?")

    assert cells(answer, "Oven") == [(1, 3, 3, 1.0), (2, 2, 1, 0.5), (None, 5, 4, 0.8)]


def test_the_whole_of_a_question_are_its_commonest_options(kitchen: Study) -> None:
    [answer] = told(kitchen, "Which role do you have?")

    assert [line.option for line in answer.lines] == ["Chef", "Cook", "Teacher", "Nurse"]


def test_a_scale_has_its_mean_first_and_a_number_nothing_else(kitchen: Study) -> None:
    [likes] = told(kitchen, LIKES)
    [age] = told(kitchen, "How old are they?")

    assert [line.option for line in likes.lines] == [None, "4", "1", "2", "3", "5"]
    assert [line.option for line in age.lines] == [None]
    assert age.lines[0].cells == (
        Cell(persona=1, base=3, mean=100 / 3),
        Cell(persona=2, base=3, mean=151 / 3),
        Cell(persona=None, base=6, mean=251 / 6),
    )


def test_only_so_many_options_are_told(tmp_path: Path) -> None:
    towns = [f"{name}{side}" for name in ("Aba", "Bobo", "Cici", "Dodo", "Efe", "Fafa") for side in ("ville", "town")]
    made = study(tmp_path, {"Which town?": (SINGLE, [*towns, towns[-1]]), ROLE: (SINGLE, ["Cook"] * 13)})
    [answer] = told(made, "Which town?")

    assert [line.option for line in answer.lines] == [towns[-1], *sorted(towns)[: counting.OPTIONS_TOLD - 1]]


def test_its_lines_are_those_of_the_cross_tables(kitchen: Study) -> None:
    tables = {table.column: table for table in cross_tables(kitchen.table, kitchen.table.columns, kitchen.segmentation)}
    for question in (ROLE, TOOLS, LIKES, AGE):
        answer = told(kitchen, question)[0]
        assert set(answer.lines) <= set(tables[answer.column].lines)


def test_a_question_that_nobody_answered_is_not_counted(tmp_path: Path) -> None:
    columns = {name: KITCHEN[name] for name in (ROLE, TOOLS)}
    nobody = [1] * 6 + [0] * 2
    made = study(tmp_path, {**columns, "Do you own a car?": (SINGLE, [""] * 6 + ["Yes", "No"])}, nobody)

    assert asked(made, "How many own a car? Yes")[0][0] == "Do you own a car?"
    assert told(made, "How many own a car? Yes") == ()


def test_a_person_with_several_rows_counts_once(tmp_path: Path) -> None:
    made = study(tmp_path, KITCHEN, [1, 1, 1, 2, 2, 2, 2, 2], people=[0, 1, 2, 3, 3, 4, 4, 4])
    [answer] = told(made, "How many are cooks?")

    assert cells(answer, "Cook") == [(1, 3, 0, 0.0), (2, 2, 1, 0.5), (None, 5, 1, 0.2)]


def test_a_persona_of_whom_nobody_answered_has_no_share(tmp_path: Path) -> None:
    columns = {ROLE: (SINGLE, ["Cook", "Chef", "Cook", "", "", "", "", ""]), TOOLS: KITCHEN[TOOLS]}
    [answer] = told(study(tmp_path, columns, GROUPS), "How many are cooks?")

    assert cells(answer, "Cook") == [(1, 3, 2, 2 / 3), (2, 0, 0, None), (None, 3, 2, 2 / 3)]


def test_weights_move_shares_and_leave_people(kitchen: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(vars(kitchen.table), "weights", np.array([1.0, 1, 2, 6, 1, 1, 0, 5]))
    [answer] = told(kitchen, "How many are cooks?")

    assert cells(answer, "Cook") == [(1, 3, 0, 0.0), (2, 4, 2, 7 / 8), (None, 7, 2, 7 / 12)]


def test_where_nobody_weighs_anything_there_is_no_mean(kitchen: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(vars(kitchen.table), "weights", np.zeros(8))
    [answer] = told(kitchen, "How old are they?")

    assert [(cell.base, cell.mean) for cell in answer.lines[0].cells] == [(3, None), (3, None), (6, None)]

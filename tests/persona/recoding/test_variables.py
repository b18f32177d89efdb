"""Variables of each kind of question: their columns, what they are made from, and how cells become values."""

from __future__ import annotations

from typing import Any

import pytest

from persona.models import Column
from persona.models import ColumnRole as Role
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.models import Item, NumberRange, Question, Questionnaire, Recoding, Scale
from persona.recoding.cells import SEPARATOR
from persona.recoding.variables import ROLES, USABLE, Variable, columns_of, role_of, variables
from tests.persona.recoding.questions import options, question


def made(*questions: Question) -> list[Variable]:
    return variables(Questionnaire.model_construct(questions=questions))


def values(variable: Variable, rows: list[tuple[str, ...]]) -> list[str]:
    """What a variable is in each row of the columns that it is made from."""
    return variable.make([list(column) for column in zip(*rows, strict=True)])


def both(*labels: str) -> str:
    return SEPARATOR.join(labels)


KINDS = {
    Kind.OPEN: (Role.OPEN, [" It is slow "], [" It is slow "]),
    Kind.SINGLE: (Role.CATEGORY, ["a", "B ", ""], ["A", "B", ""]),
    Kind.RATING: (Role.RATING, ["1", "3", "x"], ["1", "3", ""]),
    Kind.NUMBER: (Role.NUMBER, ["34", "1,5", ""], ["34", "1.5", ""]),
    Kind.DATE: (Role.DATE, ["2024-05-01"], ["2024-05-01"]),
    Kind.IDENTIFIER: (Role.ID, ["P1"], ["P1"]),
    Kind.PERSONAL: (Role.PERSONAL, ["Ann"], ["Ann"]),
    Kind.ADMINISTRATION: (Role.IGNORE, ["x"], ["x"]),
    Kind.UNUSED: (Role.IGNORE, ["x"], ["x"]),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_of_one_column_is_one_variable_under_its_name(kind: Kind) -> None:
    role, cells, wanted = KINDS[kind]
    (variable,) = made(question(kind, "Q1", text="What is it?", options=options("A", "B")))
    assert (variable.column.name, variable.column.role, variable.names) == ("Q1", role, ("Q1",))
    assert (variable.column.question, variable.make([cells])) == ("What is it?", wanted)


@pytest.mark.parametrize("kind", [Kind.OPEN, Kind.SINGLE, Kind.MULTIPLE, Kind.RATING, Kind.NUMBER, Kind.RANKING])
def test_a_question_that_takes_no_part_is_left_out_and_stays_as_it_is(kind: Kind) -> None:
    asked = question(kind, "Q1", use="none", options=options("A", "B"))
    (variable,) = made(asked)
    assert (role_of(asked), variable.column.role, variable.column.basis) == (Role.IGNORE, Role.IGNORE, False)
    assert variable.make([["b", " x "]]) == ["b", " x "]


def test_groups_are_formed_by_what_people_answered() -> None:
    assert {kind for kind, role in ROLES.items() if role not in USABLE} == {Kind.DATE, Kind.IDENTIFIER, Kind.PERSONAL}


@pytest.mark.parametrize(
    ("known", "wanted"),
    [
        ({}, {"question": "Why?", "basis": True, "filled": 0}),
        ({"use": "describe"}, {"basis": False}),
        ({"text": "Why? - Selected Choice"}, {"question": "Why?"}),
        ({"text": "Why?: selected choices "}, {"question": "Why?"}),
        ({"text": "- Selected Choice"}, {"question": "Q1"}),
        (
            {"answered": 9, "personal": 2, "reason": "few options"},
            {"filled": 9, "personal": 2, "reason": "few options"},
        ),
        ({"examples": ("a", "b")}, {"examples": ("a", "b")}),
        ({"options": options("A", "B")}, {"options": ("A", "B"), "distinct": 2, "detail": "2 choices"}),
        ({"kind": Kind.MULTIPLE, "options": options("A", "B")}, {"separator": SEPARATOR, "options": ("A", "B")}),
        ({"kind": Kind.OPEN, "options": options("A", "B")}, {"separator": None, "options": ()}),
        ({"kind": Kind.PERSONAL, "answered": 9, "personal": 2}, {"personal": 9}),
        (
            {"kind": Kind.NUMBER, "numbers": NumberRange(min=18, median=40, max=92)},
            {"detail": "18 – 92", "scale": None},
        ),
        (
            {"kind": Kind.RATING, "scale": Scale(low=1, high=5, high_label="Very", higher_is="more")},
            {"scale": (1.0, 5.0), "scale_ends": ("1", "Very"), "higher_is": "more", "scale_words": ()},
        ),
        (
            {"kind": Kind.RATING, "scale": Scale(low=1, high=3, words=("No", "So", "Yes"))},
            {"scale": (1.0, 3.0), "scale_words": ("No", "So", "Yes"), "scale_ends": ("1", "3")},
        ),
    ],
)
def test_a_column_tells_what_is_known_of_its_question(known: dict[str, Any], wanted: dict[str, Any]) -> None:
    given = {"kind": Kind.SINGLE, "text": "Why?", **known}
    (variable,) = made(question(given.pop("kind"), "Q1", **given))
    assert {name: getattr(variable.column, name) for name in wanted} == wanted


# -- a column each for the options ----------------------------------------------------------------------------
TICKS = question(
    Kind.MULTIPLE,
    *("T_1", "T_2", "T_3"),
    text="Which tools?",
    options=options("App", "Paper", "Board", columns=True, spellings={"App": ("my app",)}),
    recoding=Recoding(
        ticked={0: ("1",), 1: ("1", "x"), 2: ("Board",)},
        left={0: ("0",), 1: ("0",)},
        labels={0: "my app", 1: "Paper", 2: "Board"},
    ),
)


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        (("1", "1", "Board"), both("App", "Paper", "Board")),
        (("1", "0", ""), "App"),
        (("0", " x ", ""), "Paper"),
        (("0", "0", ""), SEPARATOR),
        (("", "", ""), ""),
        (("", "0", ""), SEPARATOR),
        (("2", "maybe", "Boards"), ""),
        (("", "", "Board"), "Board"),
    ],
)
def test_ticks_are_joined_into_one_variable(row: tuple[str, ...], cell: str) -> None:
    (variable,) = made(TICKS)
    assert (variable.column.name, variable.column.role) == ("Which tools?", Role.MULTIPLE)
    assert values(variable, [row, row]) == [cell, cell]


def test_columns_that_no_box_belongs_to_are_not_needed() -> None:
    known = TICKS.recoding.model_copy(update={"ticked": {0: ("1",), 2: ("Board",)}}) if TICKS.recoding else None
    (variable,) = made(TICKS.model_copy(update={"recoding": known}))
    assert variable.names == ("T_1", "T_3")
    assert values(variable, [("1", "Board"), ("0", "")]) == [both("App", "Board"), SEPARATOR]


def test_columns_that_a_person_joined_hold_an_option_each() -> None:
    asked = question(Kind.MULTIPLE, "First", "Second", text="Which?", options=options("App", "Paper"))
    (variable,) = made(asked)
    assert variable.names == ("First", "Second")
    assert values(variable, [("app", "Paper"), ("Paper", "paper"), ("", "App"), ("", ""), ("N/A", "Board")]) == [
        both("App", "Paper"),
        "Paper",
        "App",
        "",
        "Board",
    ]


@pytest.mark.parametrize(
    ("others", "name"),
    [
        ((), "Which tools?"),
        (("Which tools?",), "Which tools? (q)"),
        (("Which tools?", "Which tools? (q)"), "q (joined)"),
    ],
)
def test_a_joined_variable_has_a_name_that_no_column_has(others: tuple[str, ...], name: str) -> None:
    before = [question(Kind.OPEN, other, id=f"o{at}") for at, other in enumerate(others)]
    assert made(*before, TICKS)[-1].column.name == name


@pytest.mark.parametrize(
    ("text", "asked"), [("App, Paper, …", ""), ("App or Paper?", "App or Paper?"), ("Which tools?", "Which tools?")]
)
def test_a_text_that_is_made_of_options_asks_nothing(text: str, asked: str) -> None:
    (variable,) = made(TICKS.model_copy(update={"text": text}))
    assert variable.column.question == asked


# -- batteries and rankings -------------------------------------------------------------------------------------
def things(*labels: str) -> tuple[Item, ...]:
    return tuple(Item(label=label, column=at) for at, label in enumerate(labels))


def test_each_item_of_a_battery_is_a_rating_by_itself() -> None:
    asked = question(
        Kind.BATTERY,
        "B_1",
        "How good? - Speed",
        items=things("Price", "Speed"),
        scale=Scale(low=1, high=5),
        text="How good?",
    )
    price, speed = made(asked)
    assert [(each.column.name, each.column.question, each.column.scale) for each in (price, speed)] == [
        ("B_1", "Price", (1.0, 5.0)),
        ("How good? - Speed", "How good? - Speed", (1.0, 5.0)),
    ]
    assert (price.make([["1", "9"]]), speed.make([["5", ""]])) == (["1", ""], ["5", ""])


def rank_columns(found: list[Variable]) -> list[tuple[str, Role, bool, tuple[float, float] | None, str | None]]:
    columns = [each.column for each in found]
    return [(each.name, each.role, each.basis, each.scale, each.higher_is) for each in columns]


def test_a_ranking_with_a_column_a_thing_has_its_ranks_and_what_came_first() -> None:
    asked = question(
        Kind.RANKING, "R_1", "R_2", "R_3", text="Rank", options=options("Price", "Speed", "Looks", columns=True)
    )
    *ranks, first = made(asked)
    assert rank_columns([*ranks, first]) == [
        ("R_1", Role.RATING, True, (1.0, 3.0), "less"),
        ("R_2", Role.RATING, True, (1.0, 3.0), "less"),
        ("R_3", Role.RATING, True, (1.0, 3.0), "less"),
        ("Rank", Role.CATEGORY, False, None, None),
    ]
    assert ranks[0].make([["1", "2.", ""]]) == ["1", "2", ""]
    assert values(first, [("1", "2", "3"), ("3", "2", "1"), ("", "", ""), ("2", "2", "3")]) == [
        "Price",
        "Looks",
        "",
        "",
    ]
    assert first.column.options == ("Price", "Speed", "Looks")


def test_a_ranking_with_a_column_a_place_has_the_rank_of_each_thing() -> None:
    asked = question(Kind.RANKING, "First", "Second", text="Rank", options=options("Price", "Speed"))
    price, speed, first = made(asked)
    rows = [("Price", "Speed"), ("speed", "price"), ("Speed", ""), ("", "")]
    assert [price.column.name, speed.column.name, first.column.name] == ["Rank: Price", "Rank: Speed", "Rank"]
    assert values(price, rows) == ["1", "2", "", ""]
    assert values(speed, rows) == ["2", "1", "1", ""]
    assert first.make([[row[0] for row in rows]]) == ["Price", "Speed", "Speed", ""]


def test_a_ranking_in_one_cell_has_the_place_of_each_thing_in_it() -> None:
    asked = question(Kind.RANKING, "R", text="Rank", options=options("Price", "Speed", "Looks"), separator=";")
    price, speed, looks, first = made(asked)
    cells = ["Price;Speed;Looks", "Looks; price", "", "Board;Speed"]
    assert (price.column.scale, looks.column.scale_ends) == ((1.0, 3.0), ("1", "3"))
    assert [each.make([cells]) for each in (price, speed, looks)] == [
        ["1", "2", "", ""],
        ["2", "", "", "2"],
        ["3", "1", "", ""],
    ]
    assert first.make([cells]) == ["Price", "Looks", "", "Board"]


def test_a_thing_whose_name_a_column_has_is_not_ranked_twice() -> None:
    asked = question(Kind.RANKING, "R", text="Rank", options=options("Price", "Speed"), separator=";")
    found = made(question(Kind.OPEN, "Rank: Price", id="o"), asked)
    assert [each.column.name for each in found] == ["Rank: Price", "Rank: Speed", "Rank"]


# -- votes and all columns ----------------------------------------------------------------------------------------
def test_votes_are_places_on_a_scale_of_three() -> None:
    labels = ("Agree", "Disagree", "Pass")
    full = question(Kind.SINGLE, "S1", options=options(*labels))
    part = question(Kind.SINGLE, "S2", options=options(*labels[1:]), id="p", columns=(1,))
    for variable in made(full, part):
        assert (variable.column.role, variable.column.scale_words) == (Role.RATING, ("Disagree", "Pass", "Agree"))
        assert variable.make([["agree", "Pass", "", "x"]]) == ["Agree", "Pass", "", ""]


def test_every_column_of_the_file_is_told_in_the_order_of_the_file() -> None:
    late = question(Kind.OPEN, "Why?", id="w", columns=(3,))
    found = columns_of(Questionnaire.model_construct(questions=(late, TICKS)))
    assert all(isinstance(column, Column) for column in found)
    assert [(column.position, column.name, column.role, column.question) for column in found] == [
        (0, "T_1", Role.MULTIPLE, "App"),
        (1, "T_2", Role.MULTIPLE, "Paper"),
        (2, "T_3", Role.MULTIPLE, "Board"),
        (3, "Why?", Role.OPEN, "Why?"),
    ]

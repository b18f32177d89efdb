"""How a recoded cell is read: blank or not, a number, a place on a scale, the options that were chosen."""

from __future__ import annotations

import pytest

from persona.models import ColumnRole
from persona.recoding.cells import SEPARATOR, choices, fold, is_missing, number, rating, says_nothing, written
from tests.persona.counted.values import column

TOOLS = column("Tools?", ColumnRole.MULTIPLE, separator=SEPARATOR)
STARS = column("Stars?", ColumnRole.RATING, scale=(1.0, 5.0))
AGREES = column("Fine?", ColumnRole.RATING, scale_words=("Disagree", "Neither", "Agree"), scale=(1.0, 3.0))


@pytest.mark.parametrize("text", ["", " ", "\t", "\u00a0", "\u3000", " \n "])
def test_nothing_but_blanks_is_no_answer(text: str) -> None:
    assert (is_missing(text), choices(text, TOOLS), rating(text, STARS), number(text)) == (True, [], None, None)


@pytest.mark.parametrize("text", ["0", "no", ".", f"a{SEPARATOR}b"])
def test_whatever_else_stands_there_is_one(text: str) -> None:
    assert not is_missing(text)


def test_who_saw_options_and_chose_none_has_answered() -> None:
    """To Python the separator is a blank as any other."""
    assert SEPARATOR.isspace()
    assert (is_missing(SEPARATOR), choices(SEPARATOR, TOOLS)) == (False, [])


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("App", ["App"]),
        (f"App{SEPARATOR}Paper", ["App", "Paper"]),
        (f" App {SEPARATOR}{SEPARATOR}Paper", ["App", "Paper"]),
        (f"App{SEPARATOR}App", ["App"]),
        ("Lists (long, short)", ["Lists (long, short)"]),
    ],
)
def test_each_option_of_a_cell_counts_once_in_its_order(text: str, chosen: list[str]) -> None:
    assert choices(text, TOOLS) == chosen


def test_of_a_single_choice_the_cell_is_the_option() -> None:
    assert choices(" A; B ", column("One?")) == ["A; B"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", 3.0),
        ("-2.5", -2.5),
        ("1e3", 1000.0),
        (" 4 ", 4.0),
        ("4,5", None),
        ("", None),
        ("four", None),
        ("Inf", None),
        ("-infinity", None),
        ("1e999", None),
        ("nan", None),
    ],
)
def test_a_number_is_read_as_it_was_written(text: str, value: float | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize("value", [0.0, -0.0, 3.0, 2.5, -7.25, 1e15, 0.1])
def test_a_number_that_was_written_is_read_as_the_same(value: float) -> None:
    assert number(written(value)) == value


@pytest.mark.parametrize(
    ("text", "place"), [("1", 1.0), ("5", 5.0), ("0", None), ("6", None), ("3.5", 3.5), ("x", None)]
)
def test_a_rating_lies_on_its_scale(text: str, place: float | None) -> None:
    assert rating(text, STARS) == place


@pytest.mark.parametrize(
    ("text", "place"), [("Disagree", 1.0), ("AGREE", 3.0), ("  agree ", 3.0), ("Agree!", None), ("3", None), ("", None)]
)
def test_words_of_a_scale_have_places_however_they_are_spelt(text: str, place: float | None) -> None:
    assert rating(text, AGREES) == place


@pytest.mark.parametrize("text", ["", "n/a", "None.", "NOTHING", "no", "Weiß nicht", "don’t know", "-", "Nada!"])
def test_some_open_answers_say_nothing(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["No time", "none of it works", "It is fine", "not applicable to me, who never cooks"])
def test_others_that_begin_alike_say_something(text: str) -> None:
    assert not says_nothing(text)


def test_two_spellings_of_one_answer_are_the_same() -> None:
    assert {fold(text) for text in ("I don’t  know", " i don't know ", "I DON'T KNOW")} == {"i don't know"}

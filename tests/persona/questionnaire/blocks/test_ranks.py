"""Columns in which people put things in order, and slots of first, second and third choices."""

from __future__ import annotations

import pytest

from persona.questionnaire.blocks.ranks import is_ranking, is_slots, names_ranks, puts_all_in_order
from persona.questionnaire.names.stems import Run
from tests.questionnaires import filled, sample, views


def given(*columns: str, people: int = 60) -> dict[str, list[str]]:
    return {f"c{at}": filled(text, people) for at, text in enumerate(columns)}


def ranks(*columns: str, stem: str = "Q", people: int = 60) -> bool:
    cells = given(*columns, people=people)
    return is_ranking(views(**cells), stem, sample(**cells))


@pytest.mark.parametrize(
    "columns",
    [
        ("1; 2; 3", "2; 3; 1", "3; 1; 2"),
        ("1.0; 2.0; 3.0", "2.0; 3.0; 1.0", "3.0; 1.0; 2.0"),
        ("1st; 2nd; 3rd", "2nd; 3rd; 1st", "3rd; 1st; 2nd"),
        ("1.; 2.; 3.", "2.; 3.; 1.", "3.; 1.; 2."),
        ("1|2||3", "2|1|1|", "3|3|2|1", "||3|2"),
    ],
    ids=["places", "with decimals", "ordinals", "with points", "the first three of four"],
)
def test_places_of_which_none_is_given_twice(columns: tuple[str, ...]) -> None:
    assert ranks(*columns)


@pytest.mark.parametrize(
    "columns",
    [
        ("1; 2", "2; 1"),
        ("1; 2; 3", "1; 2; 3", "3; 1; 2"),
        ("0; 1; 2", "1; 2; 0", "2; 0; 1"),
        ("1; 2; 4", "2; 4; 1", "4; 1; 2"),
        ("1; 2; x", "2; x; 1", "x; 1; 2"),
        ("1; 2; 1", "2; 1; 2", "; ; "),
        ("2; 3; 2", "3; 2; 3", "2; 3; 3"),
        ("", "", ""),
    ],
    ids=["two things", "some twice", "from 0", "beyond their number", "words", "two places", "nobody first", "nothing"],
)
def test_what_is_no_ranking(columns: tuple[str, ...]) -> None:
    assert not ranks(*columns)


TIES = ("1; 2; 3; 1; 2; 3; 1; 2; 3; 1; 2; 3; 1; 2; 3; 1", "2; 3; 1; 2; 3; 1; 2; 3; 1; 2; 3; 1; 2; 3; 1; 1",
        "3; 1; 2; 3; 1; 2; 3; 1; 2; 3; 1; 2; 3; 1; 2; 3")  # fmt: skip


ASKED = [("Q", False), ("Please rank", True), ("順位", True), ("Nach Wichtigkeit", True)]


@pytest.mark.parametrize(("stem", "is_it"), ASKED)
def test_a_question_that_asks_for_an_order_forgives_some_ties(stem: str, is_it: bool) -> None:
    assert ranks(*TIES, stem=stem, people=64) is is_it


def run(*items: str, stem: str = "Choice") -> Run:
    return Run(0, len(items), stem, items, 2)


CHOICES = ("Tea; Milk; Juice; Water", "Milk; Juice; Water; Tea", "Juice; Water; Tea; Milk")


@pytest.mark.parametrize(
    ("items", "columns", "is_it"),
    [
        (("1", "2", "3"), CHOICES, True),
        (("Rank 1", "Rank 2", "Rank 3"), CHOICES, True),
        (("1st choice", "2nd choice", "3rd choice"), CHOICES, True),
        (("first", "second", "third"), CHOICES, True),
        (("Platz 1", "Platz 2", "Platz 3"), CHOICES, True),
        (("1", "2"), CHOICES[:2], True),
        (("1",), CHOICES[:1], False),
        (("Price", "Speed", "Care"), CHOICES, False),
        (("1", "2", "3"), ("Tea; Milk", "Cod; Ham", "Red; Blue"), False),
        (("1", "2", "3"), ("Tea; Milk; Juice", "Tea; Milk; Juice", "Juice; Tea; Milk"), False),
        (("1", "2", "3"), ("1; 2; 3", "2; 3; 1", "3; 1; 2"), False),
        (("1", "2"), ("Tea; Milk", "Milk; Tea"), False),
    ],
    ids=[
        "numbers", "ranks", "ordinals", "words", "German", "two slots", "one slot", "names of things",
        "lists of their own", "one thing twice", "places themselves", "two things",
    ],
)  # fmt: skip
def test_slots_hold_one_list_and_nothing_twice(items: tuple[str, ...], columns: tuple[str, ...], is_it: bool) -> None:
    cells = given(*columns)

    assert is_slots(views(**cells), run(*items), sample(**cells)) is is_it


@pytest.mark.parametrize(
    ("columns", "is_it"),
    [
        (("A; B; C", "B; C; A", "C; A; B"), True),
        (("A; B; C", "B; C; D", "C; D; A"), False),
        (("A; B", "B; A", "; "), False),
        (("A; B; C", "B; C; A", "C; A; "), False),
        (("A; B; ", "B; A; "), True),
    ],
    ids=["all of them", "more things than slots", "a slot too many", "a third leaves one out", "blank rows"],
)
def test_everybody_names_everything(columns: tuple[str, ...], is_it: bool) -> None:
    cells = given(*(column.replace("; ", "|") for column in columns))

    assert puts_all_in_order(views(**cells), sample(**cells)) is is_it


@pytest.mark.parametrize(
    ("stem", "items", "speak"),
    [
        ("Rank these", ("A", "B"), True),
        ("Your choices", ("Rank 1", "Rank 2"), True),
        ("Ihre Wahl", ("Rang 1", "Rang 2"), True),
        ("Ihre Wahl", ("Priorität 1", "Priorität 2"), True),
        ("Your choices", ("1", "2"), False),
    ],
)
def test_words_of_an_order(stem: str, items: tuple[str, ...], speak: bool) -> None:
    assert names_ranks(run(*items, stem=stem)) is speak

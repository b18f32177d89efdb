"""Talk: the main clause of a spoken sentence decides what kind of statement it is."""

from __future__ import annotations

import pytest

from persona.writing import talk
from tests.answers import unit

ASKED = "And then?"


def kind(text: str, asked: str = "") -> str:
    return talk.spoken_kind(unit(text, question=ASKED), asked)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I hope to grow my own tomatoes next year", "goal"),
        ("My goal is to stop working nights", "goal"),
        ("I really would love for the oven to tell me when the bread is done", "need"),
        ("I can see myself baking for the neighbours", "goal"),
        ("I'd like the oven to be quieter", "need"),
        ("I want to decide what goes into my bread", "need"),
        ("The recipes must stay free", "need"),
        ("The neighbours offer to bake for me, but I prefer to do it myself", "need"),
        ("I want to be told when the plan changes", "need"),
        ("I'm worried that the bakery will close", "frustration"),
        ("My main concern is the price of flour", "frustration"),
        ("The oven doesn't work in the morning", "frustration"),
        ("Our recipes are being used to train other bakers, which worries me", "frustration"),
        ("I usually weigh the flour first", "behaviour"),
        ("If the dough is wet, I add flour", "behaviour"),
        ("I'm using the oven for pizza", "behaviour"),
        ("I would never buy bread in a supermarket", "behaviour"),
        ("The timer saves me an hour every day", "motivation"),
        ("I use the machine because it saves me time", "motivation"),
        ("I love the smell of fresh bread", "motivation"),
    ],
)
def test_the_main_clause_decides(text: str, expected: str) -> None:
    assert kind(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I am a baker in a small town",
        "I need the idea myself but the machine helps me with the dough",
        "I was really struggling with the first loaf",
        "I don't have any concerns about the oven",
        "What would you bake?",
        "As I said, I use the oven a lot",
        "The rolls used to burn before we had a timer, which was a problem",
        "I feel like bread is bread",
    ],
)
def test_what_tells_of_something_else_is_of_no_kind(text: str) -> None:
    assert kind(text) == ""


def test_what_nobody_wants_is_a_worry_where_worries_were_asked_for() -> None:
    text = "I don't want to forget how to bake"
    assert (kind(text), kind(text, "frustration")) == ("need", "frustration")


def test_what_was_asked_for_is_surer() -> None:
    said = unit("I usually weigh the flour first", question=ASKED)
    assert talk.spoken_kind(said, "behaviour")[1] > talk.spoken_kind(said, "goal")[1]


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("I weigh the flour before I add the water", True),
        ("I did the same with the rolls", False),
        ("It makes the bread better", False),
        ("I use this for the rolls", False),
        ("Just the thing with the oven", False),
        ("For rolls it's a problem", False),
        ('Somebody said "bake the rolls', False),
    ],
)
def test_a_sentence_stands_alone_when_it_points_to_nothing_before(text: str, alone: bool) -> None:
    assert talk.stands_alone(unit(text, question=ASKED)) is alone


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("I'd like to see ovens get better once we clean them", True),
        ("When it comes to rolls, I use steam", True),
        ("I'd like to bake more once they rise", False),
        ("I'd like to see ovens and the tins get better once we clean them", False),
        ("I clean ovens on Fridays", False),
    ],
)
def test_it_may_stand_for_the_subject_that_the_sentence_names(text: str, named: bool) -> None:
    said = unit(text, question=ASKED)
    assert talk.named_inside(said, {"ovens"}, said.words) is named

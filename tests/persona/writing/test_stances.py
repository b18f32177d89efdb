"""Stances: opinions of the world are told from what somebody wants, fears or asks for."""

from __future__ import annotations

import pytest

from persona.writing import stances, talk
from tests.answers import unit

ASKED = "And then?"


def kind(text: str) -> str:
    return talk.spoken_kind(unit(text, question=ASKED), "")[0]


@pytest.mark.parametrize(
    "text",
    [
        "I hope that people will still bake at home",
        "I want a world in which nobody is hungry",
        "I want baking to stay baking",
        "I hope that craft remains important",
        "I don't want craft and patience to be lost",
        "I worry that bakers will be replaced by machines one day",
        "I fear that mankind is forgetting how to cook",
        "I'm concerned about losing the human touch in kitchens",
        "I would hate to live in a world without bakers",
        "If somebody sells frozen dough, then that would worry me",
        "I am convinced that bread needs to come from the heart",
        "Bread should be a pleasure, not a business",
        "Ovens should belong to everyone",
        "One should always respect the baker",
        "I believe that recipes need to be shared by everyone",
    ],
)
def test_what_the_world_should_be_like_is_of_no_kind(text: str) -> None:
    assert kind(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I hope to bake for people in my street", "goal"),
        ("I hope that I can open a second shop", "goal"),
        ("I hope that the oven will heat up faster", "need"),
        ("I would love a timer that I can hear in the garden", "need"),
        ("I wish people would close the oven door", "need"),
        ("People should ask me before they use my oven", "need"),
        ("The oven should be quieter at night", "need"),
        ("Recipes should be sorted by season", "need"),
        ("I want human support when the oven fails", "need"),
        ("I don't want to be blamed for burnt rolls", "frustration"),
        ("I worry that people see my recipes", "frustration"),
        ("I worry that my recipes get lost", "frustration"),
        ("I'm worried that rolls will be lost when the power fails", "frustration"),
        ("I spend less time at the oven since the timer rings", "motivation"),
        ("The amount of flour was overwhelming, so it was nice to get a scale", ""),
        ('He told me that "the yeast is a problem"', ""),
        ("I worry that nobody reads the labels on the shelf", "frustration"),
        ("Changing a recipe takes far too long because three people must agree", "frustration"),
        ("The alarm makes me nervous because it never stops", "frustration"),
        ("I struggle with early mornings, so the timer helps me", "motivation"),
    ],
)
def test_what_somebody_asks_for_themselves_or_of_a_thing_is(text: str, expected: str) -> None:
    assert kind(text) == expected


@pytest.mark.parametrize(
    ("text", "certain"),
    [("the oven", True), ("my rolls", True), ("Anna's bakery", False), ("our Baker & Sons", True), ("rolls", False)],
)
def test_an_article_or_a_name_inside_says_which_one_is_meant(text: str, certain: bool) -> None:
    assert stances.is_certain(text) is certain


def test_what_may_come_is_told_from_what_is() -> None:
    told = (
        "I worry that sugar might be taxed",
        "I worry that sugar is dear",
        "I worry that my oven might burn",
    )
    assert [stances.foretells(text) for text in told] == [True, False, False]


def test_what_people_do_is_told_from_what_they_do_to_whoever_speaks() -> None:
    told = ("I worry about people stealing flour", "I worry about people stealing my flour")
    assert [stances.is_about_all(text) for text in told] == [True, False]


def test_fears_of_others_are_reports() -> None:
    told = ("Many bakers are afraid of machines", "I am afraid of machines")
    assert [stances.reports(text) for text in told] == [True, False]


def test_an_end_is_feared_where_it_is_not_so_yet() -> None:
    told = ("I worry that my job may not exist", "My shop could be replaced by a chain", "The rolls are gone at nine")
    assert [stances.fears_an_end(text) for text in told] == [True, True, False]


def test_what_somebody_will_not_do_is_a_refusal() -> None:
    told = ("I would never use frozen dough", "I prefer to knead it myself", "I use frozen dough")
    assert [stances.refuses(text) for text in told] == [True, True, False]

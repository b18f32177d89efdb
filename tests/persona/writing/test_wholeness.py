"""Wholeness: a sentence says what somebody or something does; the name of a thing does not."""

from __future__ import annotations

import pytest

from persona.writing.wholeness import Grammar
from tests.answers import unit, units

LEARNT = Grammar(units(["I knead dough every day", "we knead dough together", "The bread rises"]))


@pytest.mark.parametrize(
    "text",
    [
        "The error messages are hard to understand",
        "I love the community",
        "It's slow",
        "R's so slow",
        "That's what we need",
        "nobody reads the weekly plan",
        "Save photos of the job",
        "Checked the list in the car",
        "to see who is late",
        "The dashboard rounds values",
        "reports take an hour",
        "the team resists every new tool",
        "my transfer failed",
        "The app failed to verify me",
        "Writing it down helped save time",
        "My card wont work abroad",
        "Is there a way to reset my PIN?",
        "Can I get a new card?",
        "Knead dough on Sundays",
    ],
)
def test_sentences_are_whole(text: str) -> None:
    assert LEARNT.is_whole(unit(text))


@pytest.mark.parametrize(
    "text",
    [
        "Inconsistent syntax between packages",
        "R's memory management",
        "The friendly, supportive community",
        "Support for tables",
        "Easy to use",
        "Changes in the menu",
        "the steep learning curve",
        "Packages made by statisticians",
        "Hard to work with data",
    ],
)
def test_names_of_things_are_not(text: str) -> None:
    assert not LEARNT.is_whole(unit(text))


def test_a_verb_is_learnt_from_where_it_stands() -> None:
    assert [Grammar([]).is_whole(unit("Knead dough on Sundays")), LEARNT.is_whole(unit("Knead dough on Sundays"))] == [
        False,
        True,
    ]


def test_a_language_without_verbs_is_not_judged() -> None:
    assert Grammar([]).is_whole(unit("die steile Lernkurve und der Preis ist nicht das was ich mit dem will"))

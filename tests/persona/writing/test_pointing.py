"""Pointing: what speaks of a thing without showing it is no statement; what shows it is."""

from __future__ import annotations

import pytest

from persona.writing.pointing import GARBLED, NOT_SHOWN, REGRET, UNSAID, unshown
from persona.writing.units import Unit
from tests.answers import unit

MISSING = "What is missing?"


def a_need(text: str, *, whole: bool = True) -> Unit:
    need = unit(text, question=MISSING)
    need.kind, need.whole = "need", whole
    return need


@pytest.mark.parametrize(
    "text",
    [
        "I have to send the kettle back because of this heating issue",
        "I figured the problem would be easily solved by an update",
        "Such a problem should not happen twice",
        "Maybe it's my oven, the door never closed well",
        "Not sure if it was the cable",
        "It's just my wrist",
        "It is because I travel every week",
        "Ditto what the first visitor said",
        "The lid is just like the picture, it wobbles",
        "Vielleicht liegt es an meinem Browser",
        "Wegen dieses blöden Problems schicke ich den Kessel zurück",
        "Peut-être que c'est mon navigateur",
        "Devuelvo la tetera por este problema",
        "Talvez seja o meu navegador",
    ],
)
def test_what_is_not_shown_costs_much(text: str) -> None:
    assert unshown(unit(text)) == NOT_SHOWN


@pytest.mark.parametrize(
    "text",
    [
        "I sent the kettle back because of this issue with the lid",
        "The lid has this problem: it wobbles",
        "The problem that I had with the lid is solved",
        "It's my favourite kettle",
        "The lid is much darker than in the picture",
        "Maybe the lid is too small for the kettle",
        "I know that change takes a long time",
        "Das Problem mit dem Deckel kenne ich",
    ],
)
def test_what_is_shown_costs_nothing(text: str) -> None:
    assert unshown(unit(text)) == 0.0


@pytest.mark.parametrize(
    ("text", "cost"),
    [
        ("I would have started with the planner", REGRET),
        ("I wish I had learned the planner earlier", REGRET),
        ("I would have liked to have learned the planner first", REGRET),
        ("I wish the planner existed when I was a student", REGRET),
        ("Ich hätte mit dem Planer angefangen", REGRET),
        ("J'aurais dû commencer par le calendrier", REGRET),
        ("I would have liked a planner for two", 0.0),
        ("I wish I had a planner for two", 0.0),
        ("I would have finished earlier if the planner had a search", 0.0),
        ("They should have included a planner", 0.0),
        ("Ich hätte gern einen Planer gehabt", 0.0),
    ],
)
def test_a_regret_about_ones_own_past_is_no_need(text: str, cost: float) -> None:
    assert unshown(a_need(text)) == cost


@pytest.mark.parametrize(
    ("text", "cost"), [("The documentation", UNSAID), ("R's memory use", UNSAID), ("A planner for two", 0.0)]
)
def test_the_name_of_what_is_there_does_not_say_what_is_needed(text: str, cost: float) -> None:
    assert unshown(a_need(text, whole=False)) == cost


@pytest.mark.parametrize(
    ("text", "cost"),
    [("Breaking changes updated packages", GARBLED), ("Breaking changes in updated packages", 0.0)],
)
def test_names_without_a_word_that_joins_them_are_garbled(text: str, cost: float) -> None:
    assert unshown(unit(text)) == cost

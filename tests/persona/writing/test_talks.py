"""Two small sets of invented interviews: opinions, broad fears and repeats stand between statements of use."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from persona.writing.choices import Choice
from persona.writing.selection import Selection
from tests.answers import corpus_of

TALKS = Path(__file__).with_name("talks")
SETS = ("nurses", "cyclists")


@cache
def chosen(name: str) -> list[Choice]:
    with (TALKS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    return Selection(corpus_of({"text": texts}, [1] * len(texts)), 1, 5, set()).choose()


def texts_of(name: str, kind: str) -> list[str]:
    return [choice.unit.text for choice in chosen(name) if choice.kind == kind]


STANCES = {
    "nurses": (
        "humanity",
        "human",
        "compassion",
        "from the heart",
        "replaced by machines",
        "replace nurses",
        "take over our profession",
        "as people",
        "by people",
        "society",
        "the world",
        "a substitute",
        "health service",
    ),
    "cyclists": (
        "planet",
        "the earth",
        "the world",
        "belong to people",
        "humans",
        "humanity",
        "nature",
        "mankind",
        "society",
        "climate",
        "all road users",
        "banned from cities",
        "a green city",
        "our cities",
    ),
}


@pytest.mark.parametrize("name", SETS)
def test_no_opinion_of_the_world_is_a_statement(name: str) -> None:
    told = [
        (choice.unit.text, broad) for choice in chosen(name) for broad in STANCES[name] if broad in choice.unit.text
    ]
    assert told == []


@pytest.mark.parametrize("name", SETS)
def test_each_kind_has_statements_and_nobody_is_quoted_often(name: str) -> None:
    people = [choice.unit.person for choice in chosen(name)]
    assert {choice.kind for choice in chosen(name)} == {"goal", "need", "frustration", "behaviour", "motivation"}
    assert max(map(people.count, people)) <= 2


def test_trouble_with_the_tool_and_with_the_work_is_a_frustration() -> None:
    assert texts_of("nurses", "frustration") == [
        "I worry that the office moves my shift while I'm on leave",
        "My main concern is that short rest between a late and an early shift is not flagged by the rota app",
        "Swapping a shift takes far too long because three people must agree",
        "The rota app is not available when the hospital network is down",
        "I hate that overtime has to be entered again on a paper sheet",
    ]
    assert texts_of("cyclists", "frustration") == [
        "Punctures make me late because the bike lane is full of glass",
        "I'm nervous about brakes when I ride a city bike downhill",
        "I'm scared when cars overtake my cargo bike on the bridge",
    ]


def test_what_the_tool_and_others_should_do_is_a_need() -> None:
    assert texts_of("nurses", "need") == [
        "I want to be asked before a night shift is moved",
        "I need a rota app that shows my annual leave next to my shifts",
        "The rota app should warn the ward manager when somebody has less than eleven hours of rest",
    ]
    assert texts_of("cyclists", "need") == [
        "I would like a bike lane that is lit before six in the morning",
        "I need a locked place for my cargo bike at the nursery",
        "I need a phone holder that charges my phone",
        "The traffic lights should be set to the speed of bikes",
        "I'd prefer a separate path for dogs in the park",
    ]

"""A question that the study itself asked: which, and in what order its answers stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from persona.asking import voices as voicing
from persona.asking.index import build
from persona.asking.voices import asked_before, voices
from tests.persona.asking.studies import KITCHEN, OPEN, ROLE, SINGLE, WHY, answers

if TYPE_CHECKING:
    from pathlib import Path

    from persona.asking import Study
    from persona.asking.index import Index

BEST, LEAST = "What do you like best about the app?", "What do you like least about the app?"
BREAD = (
    "The bread is always dry",
    "the bread is always dry",
    "The bread is so dry",
    "Parking costs too much",
    "Parking is expensive",
    "",
)


@pytest.fixture(scope="module")
def bread(tmp_path_factory: pytest.TempPathFactory) -> Index:
    columns = {BEST: (OPEN, BREAD), LEAST: (OPEN, ("Nothing works well", *[""] * 5)), ROLE: (SINGLE, ("Cook",) * 6)}
    return build(answers(tmp_path_factory.mktemp("bread"), columns))


@pytest.mark.parametrize(
    "question",
    [WHY, "why did you stop", "Why did people stop?", "Warum haben Sie aufgehört?", "Pourquoi avez-vous arrêté ?"],
)
def test_a_question_of_the_study_is_known_in_other_words_and_languages(kitchen: Study, question: str) -> None:
    assert asked_before(kitchen.index, question) == 0


@pytest.mark.parametrize("question", ["Who has an allergy?", "Which role do you have?", "How old are they?", "42?"])
def test_other_questions_are_not(kitchen: Study, question: str) -> None:
    assert asked_before(kitchen.index, question) is None


def test_of_two_that_lie_near_each_other_the_one_that_is_meant(bread: Index) -> None:
    assert [asked_before(bread, question) for question in (BEST, LEAST)] == [
        bread.questions.index(BEST),
        bread.questions.index(LEAST),
    ]


def test_a_question_that_is_in_the_study_twice_is_searched_for(bread: Index) -> None:
    twice = replace(bread, columns=(BEST, "again"), questions=(BEST, BEST))

    assert asked_before(twice, BEST) is None


def test_a_study_without_open_questions_asked_none(tmp_path: Path) -> None:
    index = build(answers(tmp_path, {name: KITCHEN[name] for name in (ROLE, "Age")}))

    assert asked_before(index, ROLE) is None
    assert list(voices(index, 0)) == []


def test_what_most_say_stands_first_and_each_thing_once(bread: Index) -> None:
    told = [(bread.text(wording), score) for wording, score in voices(bread, 0)]
    first, second, *rest = told

    assert first == ("The bread is always dry", pytest.approx(3 / 5))
    assert second[0].startswith("Parking")
    assert second[1] == pytest.approx(2 / 5)
    assert [score for _, score in rest] == [0.0, 0.0]


def test_every_wording_of_the_question_is_told_once_and_no_other(bread: Index) -> None:
    for column in (0, 1):
        told = [wording for wording, _ in voices(bread, column)]
        assert sorted(told) == [place for place in range(len(bread)) if bread.column_of[place] == column]


def test_those_that_are_not_compared_follow(bread: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voicing, "COMPARED", 1)
    told = [(bread.text(wording), score) for wording, score in voices(bread, 0)]

    assert told[0] == ("The bread is always dry", 1.0)
    assert {score for _, score in told[1:]} == {0.0}
    assert len(told) == 4


def test_so_many_are_chosen_one_by_one(bread: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voicing, "FIRST", 1)

    assert [score > 0 for _, score in voices(bread, 0)] == [True, False, False, False]

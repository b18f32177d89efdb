"""The short form: which questions it takes, in which order, when it stops, and how each is asked."""

from __future__ import annotations

import numpy as np
import pytest

from persona.assigning import form
from persona.assigning.evidence import Question
from persona.assigning.form import MOST_OPTIONS, _asked, _chosen, _is_quick, short_form
from persona.assigning.placer import Placer
from persona.models import Column
from persona.models import ColumnRole as Role
from persona.models.assigning import FormQuestion
from tests.persona.assigning.columns import column

MANY = tuple(map(str, range(MOST_OPTIONS + 1)))


def question(asked: Column) -> Question:
    return Question(asked, 2, lambda _: [])


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param(column("q", Role.CATEGORY, options=MANY[1:]), True, id="twenty options"),
        pytest.param(column("q", Role.CATEGORY, options=MANY), False, id="one option more"),
        pytest.param(column("q", Role.MULTIPLE, options=MANY), False, id="choices"),
        pytest.param(column("q", Role.RATING, options=MANY), True, id="a scale is one stroke however long"),
        pytest.param(column("q", Role.NUMBER), True, id="a number"),
        pytest.param(column("q", Role.OPEN), False, id="words"),
    ],
)
def test_questions_that_are_quick_to_answer(asked: Column, *, expected: bool) -> None:
    assert _is_quick(question(asked)) is expected


@pytest.mark.parametrize(
    ("asked", "options"),
    [
        pytest.param(column("q", Role.CATEGORY, options=("Paper", "App")), ("Paper", "App"), id="its options"),
        pytest.param(column("q", Role.MULTIPLE, options=("Home", "Work")), ("Home", "Work"), id="choices"),
        pytest.param(column("q", Role.NUMBER, options=("1", "2")), (), id="a number has none"),
        pytest.param(column("q", Role.RATING, scale=(1, 5)), ("1", "2", "3", "4", "5"), id="the places of a scale"),
        pytest.param(column("q", Role.RATING, scale=(0, 20)), tuple(map(str, range(21))), id="the longest scale"),
        pytest.param(column("q", Role.RATING, scale=(0, 21)), (), id="a scale with more places than a list shows"),
        pytest.param(column("q", Role.RATING), (), id="a scale whose ends nobody knows"),
        pytest.param(
            column("q", Role.RATING, scale=(1, 3), scale_words=("Bad", "Fair", "Good")),
            ("Bad", "Fair", "Good"),
            id="a scale in words",
        ),
    ],
)
def test_a_question_is_asked_with_its_answers(asked: Column, options: tuple[str, ...]) -> None:
    assert _asked(question(asked), 0.75) == FormQuestion(
        question="q?", column="q", role=asked.role, options=options, scale=asked.scale, right=0.75
    )


PEOPLE = 120
PERSONAS = np.arange(PEOPLE) % 2 + 1


def placer(*hit: float) -> Placer:
    """One question each, which this share of people answers as their persona does."""
    chance = np.random.default_rng(3)
    columns = [column(f"q{place}", Role.CATEGORY, options=("a", "b")) for place in range(len(hit))]
    cells = {
        one.name: ["ab"[(persona == 2) ^ (chance.random() > share)] for persona in PERSONAS.tolist()]
        for one, share in zip(columns, hit, strict=True)
    }
    return Placer(columns, cells, PERSONAS)


def chosen(made: Placer) -> list[str]:
    return _chosen(made, made.names(), np.ones(made.people, bool))


def test_the_most_telling_stands_first() -> None:
    assert chosen(placer(0.6, 0.95, 0.5))[0] == "q1"


@pytest.mark.parametrize(
    ("hit", "count"),
    [
        pytest.param((0.8,) * 3, 3, id="all there are"),
        pytest.param((0.5,) * 9, 5, id="of nothing that tells, the least"),
        pytest.param((0.8,) * 12, 8, id="of much that tells, the most"),
    ],
)
def test_a_form_has_five_to_eight_questions(hit: tuple[float, ...], count: int) -> None:
    assert len(chosen(placer(*hit))) == count


def test_beyond_the_least_a_question_must_tell_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    made = placer(*(0.8,) * 7)
    monkeypatch.setattr(form, "LEAST", 2)
    monkeypatch.setattr(form, "GAIN", 1e9)

    assert len(chosen(made)) == 2


def test_the_accuracy_is_that_of_forms_made_without_the_people_they_are_tried_on() -> None:
    """Answers of chance place nobody, however well the chosen ones seem to fit."""
    found = short_form(placer(*(0.5,) * 20))

    assert found.accuracy.right < 0.62
    assert (found.accuracy.chance, found.accuracy.people) == (0.5, PEOPLE)


def test_each_question_more_is_told_with_how_many_are_placed_right() -> None:
    found = short_form(placer(0.7, 0.75, 0.8, 0.7, 0.75, 0.7))
    rights = [asked.right for asked in found.questions]

    assert rights[0] == pytest.approx(0.8, abs=0.05)
    assert rights[-1] > rights[0]


def test_a_study_of_open_questions_has_no_form() -> None:
    found = short_form(Placer([], {}, PERSONAS))

    assert (found.questions, found.accuracy.right, found.accuracy.right_when_sure, found.all_right) == (
        (),
        0.5,
        None,
        0.5,
    )

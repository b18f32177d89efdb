"""What is told of a segment: each claim once, in words of its own people, with everybody who says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from persona.models import ColumnRole
from persona.writing.choices import same_people
from persona.writing.choosing import Chooser, _heading
from persona.writing.listening import Study
from tests.answers import segmentation_of
from tests.persona.evidence.shop import BREAD, PARKING, QUEUES
from tests.persona.writing.cells import column, table
from tests.persona.writing.listened import heard
from tests.persona.writing.parts import part

if TYPE_CHECKING:
    from persona.writing.choices import Choice

TYPICAL = np.ones(17, bool)


@pytest.fixture(scope="module")
def study() -> Study:
    return heard()


@pytest.fixture(scope="module")
def together() -> Study:
    """Everybody in one segment."""
    return heard([1] * 17)


def chooser(study: Study, segment: int, *taken: str) -> Chooser:
    return Chooser(study, segment, TYPICAL, frozenset(text.casefold() for text in taken), each=4)


def told(choices: list[Choice]) -> dict[str, list[int]]:
    return {choice.text: sorted(choice.people) for choice in choices if choice.stands}


def test_a_segment_is_told_by_its_own_people_and_counted_by_them(study: Study) -> None:
    assert told(chooser(study, 1).choose()) == {
        "The queue at the till is too long": [0, 1, 2, 3, 4],
        "Not enough parking spaces": [5, 6],
    }
    assert told(chooser(study, 2).choose()) == {
        "Bread is stale": [10, 11, 12, 13, 14],
        "Parking spaces are missing": [7, 8, 9],
    }


def test_of_everybody_each_claim_is_told_once(together: Study) -> None:
    assert list(map(len, told(chooser(together, 1).choose()).values())) == [5, 5, 5]


def test_words_are_those_of_somebody_of_the_segment_where_they_stand(study: Study) -> None:
    for segment in (1, 2):
        for choice in chooser(study, segment).choose():
            gathered = choice.part.heard.gathered
            row = int(gathered.rows[choice.place])
            cell = study.cell("least", row)[gathered.starts[choice.place] : gathered.ends[choice.place]]
            assert (cell.casefold(), study.segment_of[row - 1]) == (choice.text.casefold(), segment)
            assert row - 1 in choice.people


def test_what_another_persona_shows_already_is_told_in_other_words(study: Study) -> None:
    (first, *_) = told(chooser(study, 1).choose())
    again = told(chooser(study, 1, first).choose())

    assert first not in again
    assert [people for text, people in again.items() if text in QUEUES] == [[0, 1, 2, 3, 4]]


def test_where_all_words_are_shown_already_nothing_is_told(study: Study) -> None:
    assert told(chooser(study, 1, *QUEUES, *PARKING, *BREAD).choose()) == {}


def test_a_segment_that_nobody_is_in_tells_nothing(study: Study) -> None:
    empty = chooser(study, 9)

    assert (empty.choose(), empty.leads([], 3)) == ([], [])


def test_leads_are_longer_words_of_people_who_are_not_quoted_yet(together: Study) -> None:
    made = chooser(together, 1)
    choices = made.choose()
    leads = made.leads(choices, 2)
    quoted = {made._person(choice) for choice in choices if choice.stands}

    assert [lead.text for lead in leads] == ["Queue at the till is far too long"]
    assert not any(lead.stands or made._person(lead) in quoted for lead in leads)
    assert made.leads(choices, 0) == []


@pytest.mark.parametrize(
    ("label", "text", "expected"),
    [
        pytest.param("queue", "The queue is long", "queue", id="its word"),
        pytest.param("stale · bread", "Bread is stale", "stale", id="the topic's first word of those that stand there"),
        pytest.param("fresh · bread", "BREAD is stale", "bread", id="the second, in other letters"),
        pytest.param("bread", "Breadcrumbs everywhere", None, id="a part of a word"),
        pytest.param("queue", "We wait", None, id="no word of it"),
    ],
)
def test_a_topic_is_named_by_a_word_of_the_statement(label: str, text: str, expected: str | None) -> None:
    assert _heading(part(label, range(3)), text) == expected


@pytest.mark.parametrize(
    ("people", "level", "expected"),
    [
        pytest.param([0, 1, 2, 3, 4], "claim", True, id="the same people"),
        pytest.param([0, 1, 2, 3, 4, 8, 9], "claim", True, id="seven in ten"),
        pytest.param([0, 1, 2, 8, 9], "claim", False, id="fewer"),
        pytest.param([0, 1, 2, 3, 4], "topic", False, id="a topic is no claim"),
    ],
)
def test_a_claim_of_the_same_people_is_the_same_again(
    study: Study, people: list[int], level: str, *, expected: bool
) -> None:
    queue = next(choice for choice in chooser(study, 1).choose() if choice.text in QUEUES)
    other = part("other", people, level=level)
    here = replace(other, theme=other.theme._replace(column="least"))

    assert same_people(here, queue) is expected
    assert not same_people(other, queue)  # of another question


def test_what_a_question_surely_asks_for_is_told_whatever_each_sentence_would_pass_for_alone() -> None:
    said = ["I skip my break nearly every day"] * 6 + ["I finish after midnight every night"] * 6
    asked = column("change", ColumnRole.OPEN).model_copy(update={"question": "What should change?"})
    study = Study(table({"change": said}, at_once=4), [asked], segmentation_of([1] * 12))

    found = [choice for choice in chooser(study, 1).choose() if choice.stands]

    assert [(choice.kind, len(choice.people)) for choice in found] == [("need", 6), ("need", 6)]

"""A persona is called, told and set apart by what most of its people answer; every sentence names what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from persona.counted.statements import Counts
from persona.narrative.narrator import Narrator
from persona.writing.differences import Differences, Share
from persona.writing.phrasebooks import ENGLISH
from tests.persona.counted.values import column
from tests.persona.narrative.values import fact, persona

if TYPE_CHECKING:
    from persona.models import Column, Persona

ASKED = (
    column("Which tools do you use?"),
    column("What is the biggest obstacle?", position=1),
    column("Do you cook at home?", position=2),
    column("tasty", position=3),
    column("gender", position=4),
)
OPTIONS = (("Paper", "App"), ("Time", "Money"), ("Yes", "No"), ("Yes", "No"), ("female", "male"))
HERE = (90, 80, 90, 85, 60)
"""Of a hundred people of the first group, those who gave the first option; of the second, ten."""


def shares(segment: int) -> tuple[Share, ...]:
    def one(asked: Column, option: str, here: int, there: int) -> Share:
        count, others = (here, there) if segment == 1 else (there, here)
        return Share(asked, option, segment, count, 100, others, 100)

    return tuple(
        one(asked, option, here if first else 100 - here, 10 if first else 90)
        for asked, options, here in zip(ASKED, OPTIONS, HERE, strict=True)
        for option, first in zip(options, (True, False), strict=True)
    )


@pytest.fixture(scope="module")
def counts() -> Counts:
    return Counts({segment: Differences(shares(segment), (), shares(segment)) for segment in (1, 2)}, ENGLISH, "deep")


@pytest.fixture(scope="module")
def told(counts: Counts) -> list[Persona]:
    narrator = Narrator(counts, {1: 100, 2: 100})
    return [narrator.told(counts.added(persona(index=index))) for index in (1, 2)]


def test_labels_are_true_for_most_and_differ(told: list[Persona]) -> None:
    assert [each.label for each in told] == ["Uses Paper, cooks at home", "Uses App, does not cook at home"]


def test_a_story_has_four_to_six_sentences_that_name_their_statements(told: list[Persona]) -> None:
    first = told[0]
    known = {statement.id for statement in first.statements}

    assert [sentence.about for sentence in first.story] == ["who", "frustration", "behaviour", "opinion", "unlike"]
    assert [sentence.text for sentence in first.story][:2] == [
        "This group is 100 of 200 people (50\u00a0%).",
        "What gets in their way: names time as the biggest obstacle (80\u00a0%, 35 points above everyone).",
    ]
    assert all(sentence.statements and known.issuperset(sentence.statements) for sentence in first.story[1:])
    assert first.summary == " ".join(sentence.text for sentence in first.story)


def test_each_other_persona_has_its_contrast(told: list[Persona]) -> None:
    assert [(line.persona, line.text) for line in told[0].unlike] == [
        (2, "Unlike “Uses App, does not cook at home”: uses Paper, 90\u00a0% here and 10\u00a0% there.")
    ]


def test_a_tagline_that_says_little_gives_way_and_one_that_says_much_stays(counts: Counts) -> None:
    narrator = Narrator(counts, {1: 100, 2: 100})
    weak = narrator.told(counts.added(persona(index=1))).tagline
    clear = narrator.told(counts.added(persona(index=1, tagline="Uses paper."))).tagline

    assert (weak.startswith("Uses Paper (90\u00a0%, 40 points above everyone); "), clear) == (True, "Uses paper.")


def test_words_of_a_model_stay(counts: Counts) -> None:
    told = Narrator(counts, {1: 100, 2: 100}).told(
        counts.added(persona(index=1, summary="A model's.", phrased=("summary", "tagline")))
    )

    assert (told.summary, told.tagline) == ("A model's.", "Mostly A lot.")


def test_everybody_is_no_group_among_others() -> None:
    only = tuple(Share(asked, options[0], 1, 80, 100, 0, 0) for asked, options in zip(ASKED, OPTIONS, strict=True))
    counts = Counts({1: Differences((), (), only)}, ENGLISH, "deep")
    told = Narrator(counts, {1: 100}).told(counts.added(persona(index=1, share=1.0)))

    assert told.story[0].text == "These are all 100 people; no groups are told apart."
    assert (told.unlike, told.label) == ((), "Everyone")


SILENT = Counts({segment: Differences((), (), ()) for segment in (1, 2)}, ENGLISH, "deep")


@pytest.mark.parametrize(
    ("changes", "label"),
    [
        ({"tagline": "Talks more than others about “exams”."}, "Talks more than others about “exams”"),
        ({"tagline": "Likes tea: 4.2 of 5."}, "Group 1"),
        ({"tagline": "A model's line.", "phrased": ("tagline",)}, "Group 1"),
        ({"facts": (fact("Student"),)}, "Student, more often than others"),
        ({"facts": (fact("q7 2"), fact("Teacher", direction="less"))}, "Group 1"),
    ],
)
def test_a_group_without_counted_answers_is_called_by_what_else_is_known(changes: dict[str, Any], label: str) -> None:
    assert Narrator(SILENT, {1: 100, 2: 100}).told(persona(**changes)).label == label

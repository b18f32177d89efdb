from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from persona.exceptions import DataError
from persona.reading.talk.unnamed import takes_turns

if TYPE_CHECKING:
    from tests.persona.reading.conftest import Reader

ASKED = ["So, how was your week?", "And what happened then?", "Why is that?", "Who helped you?"]
SAID = [
    "The boiler broke and I waited two days.",
    "I called three times.",
    "Nobody had told them.",
    "My neighbour did.",
]


def talk(turns: int) -> list[str]:
    """So many questions, each with its answer."""
    return [words for turn in range(turns) for words in (ASKED[turn % 4], SAID[turn % 4])]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(talk(11), True, id="eleven questions and their answers"),
        pytest.param(talk(4), False, id="too few to tell"),
        pytest.param([*talk(3_000), *ASKED * 100], True, id="thousands, and some that nobody answers"),
        pytest.param(["مرحبا، كيف كان يومك؟", "كان طويلا جدا."] * 12, True, id="Arabic"),
        pytest.param(
            ["Πώς ήταν η μέρα σου;", "Πολύ κουραστική."] * 12, True, id="Greek, whose question mark is a semicolon"
        ),
        pytest.param(["bread;", "milk and honey"] * 12, False, id="a list with semicolons"),
        pytest.param(["週末はどうでしたか？", "とても楽しかったです。"] * 12, True, id="Japanese"),
        pytest.param(['"Why?"', "I was late"] * 12, True, id="questions in quotation marks"),
        pytest.param(ASKED * 10, False, id="nothing but questions"),
        pytest.param(SAID * 10, False, id="no question"),
        pytest.param([], False, id="nothing"),
        pytest.param(["Why?"], False, id="one question"),
        pytest.param(Random(3).sample(talk(30), 60), False, id="tickets, some of which ask, in any order"),
    ],
)
def test_questions_that_are_answered_more_often_than_by_chance_are_talk(paragraphs: list[str], expected: bool) -> None:
    assert takes_turns(paragraphs) is expected


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["a line each", "a paragraph each"])
def test_talk_without_names_is_refused_in_one_sentence(read: Reader, between: str) -> None:
    with pytest.raises(DataError) as told:
        read(between.join(talk(12)), name="talk.txt")

    assert told.value.code == "transcript_without_speakers"


def test_answers_some_of_which_ask_stay_answers(read: Reader) -> None:
    texts = Random(3).sample(talk(30), 60)

    assert len(read("\n\n".join(texts), name="answers.txt").rows) == 60

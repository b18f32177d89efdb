"""Kinds: the question decides, the sentence overrules it where that is safe."""

from __future__ import annotations

import pytest

from persona.writing.kinds import Kind, kind_of, question_kind
from tests.answers import unit


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What are you mainly trying to get done?", "goal"),
        ("What is the most frustrating part?", "frustration"),
        ("What do you like least about R?", "frustration"),
        ("What do you like best about R?", "motivation"),
        ("If you could change one thing, what would it be?", "need"),
        ("Tell us about the last time you planned something.", "behaviour"),
        ("Was stört Sie am meisten?", "frustration"),
        ("Was ist Ihr Ziel?", "goal"),
        ("¿Qué le falta a la aplicación?", "need"),
        ("Pourquoi aimez-vous cette application ?", "motivation"),
        ("Conte como foi a última vez", "behaviour"),
        ("Anything else you would like to tell us?", ""),
        ("Review Text", ""),
    ],
)
def test_question_kind(question: str, kind: str) -> None:
    assert question_kind(question) == kind


GOAL, PAIN, NEED, LIKE, HABIT, NONE = (
    "What is your goal?",
    "What frustrates you?",
    "What is missing?",
    "What do you like best?",
    "Tell us about the last time.",
    "Comments",
)


@pytest.mark.parametrize(
    ("question", "text", "kind"),
    [
        (GOAL, "Ship every parcel on the day it is ordered", "goal"),
        (GOAL, "I need a list that everybody can see", "need"),
        (PAIN, "Nobody reads the plan", "frustration"),
        (PAIN, "It would be nice to see who is free", "need"),
        (PAIN, "I get two reports that should agree", "frustration"),
        (NEED, "Better search", "need"),
        (NEED, "The search is slow and keeps crashing", "frustration"),
        (NEED, "Drawing a map seems really hard in it", "frustration"),
        (NEED, "I started with the tidyverse", ""),
        (NEED, "I spend a lot of time on this", ""),
        (LIKE, "The friendly community", "motivation"),
        (LIKE, "I do not like that it is slow", ""),
        (HABIT, "I was so annoyed that I gave up", "behaviour"),
        (NONE, "I love how soft the fabric is", "motivation"),
        (NONE, "The zip broke after two days", "frustration"),
        (NONE, "How can I change my password?", "need"),
        (NONE, "Where is it made?", ""),
        (NONE, "I usually order a size up", "behaviour"),
        (NONE, "I want to sell it again", "goal"),
        (NONE, "Not comfortable at all", ""),
        (NONE, "A dress in blue", ""),
    ],
)
def test_kind_of(question: str, text: str, kind: str) -> None:
    assert kind_of(unit(text, question=question), question).name == kind


def test_sentences_of_long_answers_must_say_it_themselves() -> None:
    wandering = unit("The office is in Porto", question=PAIN, first=False, long=True)
    assert kind_of(wandering, PAIN) == Kind("", 0.0)
    clear = unit("The lift is broken again", question=PAIN, first=False, long=True)
    assert kind_of(clear, PAIN) == Kind("frustration", 0.75)


def test_a_question_back_to_the_interviewer_is_no_statement() -> None:
    asking = unit("Do you mean the tools that I need?", question="What tools do you need?", column="transcript")
    assert kind_of(asking, "transcript") == Kind("", 0.0)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("i returned this dress", ""),
        ("The sleeves are not too tight", ""),
        ("The collar is not too tight, the zip broke", "frustration"),
        ("i returned this dress because it was too short", "frustration"),
        ("Can you tell me why my payment was declined?", "frustration"),
        ("Please specify any limitations of the card", "need"),
        ("I don't have many concerns about the card", ""),
        ("Pretty but runs small", ""),
        ("I am a perfect small", ""),
        ("I am happy with the perfect fit", "motivation"),
        ("I use it to work through a problem", ""),
    ],
)
def test_what_was_not_asked_must_be_said_by_the_sentence_itself(text: str, kind: str) -> None:
    assert kind_of(unit(text), "Comments").name == kind

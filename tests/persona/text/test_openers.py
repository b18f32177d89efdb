from __future__ import annotations

import pytest

from persona.text.openers import CONTINUED, TIMES, learn_openers, opening

SAID = ("the app is slow today", "I lose my work", "nobody answers me", "it costs too much", "we print everything")
COLUMNS = {
    "annoys": [f"Honestly, {text}" for text in SAID],
    "wishes": [f"honestly, {text}" for text in SAID],
    "else": [f"In Berlin, {text}" for text in SAID],
}


def test_what_begins_answers_to_several_questions_opens() -> None:
    assert learn_openers(COLUMNS) == {"honestly"}


def test_openers_are_taken_away_one_after_the_other() -> None:
    openers = frozenset({"honestly", "in my case"})

    assert "Honestly, in my case: it is slow"[opening("Honestly, in my case: it is slow", openers) :] == "it is slow"
    assert opening("In Berlin, it is slow", openers) == 0


@pytest.mark.parametrize(
    ("annoys", "wishes", "opens"),
    [
        pytest.param(3, 2, True, id="five times, to two questions"),
        pytest.param(2, 2, False, id="four times"),
        pytest.param(5, 0, False, id="to one question"),
    ],
)
def test_what_is_said_often_enough_to_several_questions_opens(annoys: int, wishes: int, *, opens: bool) -> None:
    texts = [f"Honestly, {text}" for text in SAID]
    columns = {"annoys": texts[:annoys], "wishes": texts[len(texts) - wishes :]}

    assert learn_openers(columns) == (frozenset({"honestly"}) if opens else frozenset())


@pytest.mark.parametrize(("continued", "opens"), [(CONTINUED, True), (CONTINUED - 1, False)])
def test_what_always_goes_on_alike_says_something(continued: int, *, opens: bool) -> None:
    texts = [f"Too slow, {SAID[number % continued]}" for number in range(TIMES)]

    assert bool(learn_openers({"annoys": texts, "wishes": texts})) is opens


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("honestly: it is slow", "it is slow"),
        ("HONESTLY, it is slow", "it is slow"),
        ("it is slow, honestly, I say", "it is slow, honestly, I say"),
        ("honestly it is slow", "honestly it is slow"),
        ("honestly, slow", "honestly, slow"),  # one word is not enough to go on with
        ("to be quite very honest, it is slow", "to be quite very honest, it is slow"),
        ("", ""),
    ],
)
def test_only_at_the_beginning_and_before_something_else(text: str, left: str) -> None:
    openers = frozenset({"honestly", "to be quite very honest"})

    assert text[opening(text, openers) :] == left

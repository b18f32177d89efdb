from __future__ import annotations

from persona.text.openers import learn_openers, opening

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

"""Saying: what tells nothing is no statement, and a verdict that is tacked on is left out of the quote."""

from __future__ import annotations

import pytest

from persona.writing.saying import enough, says_little, without_tail
from persona.writing.units import Unit
from tests.answers import PAIN, corpus_of, unit

TICKETS = [
    "I want to transfer money",
    "I want to transfer money to my sister in Lisbon",
    "My dress is gorgeous",
    "I love how soft and warm this dress is",
    "I love my medium dress in size 12",
    *["I want to transfer money and wear a dress"] * 45,
    *["Nobody reads the weekly plan"] * 45,
]
CORPUS = corpus_of({"Comments": TICKETS}, [1] * len(TICKETS))
ASKED = ["I don't like the syntax", "The syntax changes with every package", "Steep curve"]
SURVEY = corpus_of({PAIN: ASKED}, [1] * len(ASKED))


def said(text: str) -> Unit:
    return next(unit for unit in (*CORPUS.units, *SURVEY.units) if unit.text == text)


@pytest.mark.parametrize(
    ("text", "little"),
    [
        (TICKETS[0], True),
        (TICKETS[1], False),
        (TICKETS[2], True),
        (TICKETS[3], False),
        (TICKETS[4], True),
    ],
)
def test_what_nobody_learns_from_says_little(text: str, little: bool) -> None:
    assert says_little(said(text), CORPUS, 1) is little


@pytest.mark.parametrize(
    ("text", "little"),
    [
        ("The arm holes killed it for me", True),
        ("The battery is the biggest problem", True),
        ("Die Anmeldung nervt mich", True),
        ("A lovely battery but it did not work for me", True),
        ("Missing manuals are a problem", False),
        ("The battery that dies overnight bothers me", False),
        ("My card did not work", False),
    ],
)
def test_a_thing_and_that_it_is_bad_says_not_what_is_wrong_with_it(text: str, little: bool) -> None:
    complaint = unit(text, question=PAIN)
    complaint.kind = "frustration"
    assert says_little(complaint, SURVEY, 1) is little


def test_ones_own_size_says_little() -> None:
    habit = unit("I normally wear a large in coats and jackets")
    habit.kind = "behaviour"
    assert says_little(habit, CORPUS, 1)


@pytest.mark.parametrize(("text", "little"), [(ASKED[0], True), (ASKED[1], False), (ASKED[2], False)])
def test_a_bare_verdict_says_little_even_where_it_was_asked_for(text: str, little: bool) -> None:
    assert says_little(said(text), SURVEY, 1) is little


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("I copy all the dates by hand, confusing", "I copy all the dates by hand"),
        ("I copy all the dates by hand, a mess", "I copy all the dates by hand"),
        ("I copy all the dates by hand, daily", "I copy all the dates by hand, daily"),
        ("Slow, confusing", "Slow, confusing"),
    ],
)
def test_a_verdict_tacked_on_is_left_out(text: str, shown: str) -> None:
    whole = unit(text, question=PAIN)
    cut = without_tail(whole)
    assert cut.text == shown
    assert cut.end - cut.start == len(shown)


@pytest.mark.parametrize(
    ("people", "kind", "question", "least"),
    [
        (60, "need", PAIN, 0.6),
        (40, "frustration", "Comments", 0.4),
        (60, "frustration", "Comments", 2),
        (60, "motivation", "Comments", 3),
        (200, "need", PAIN, 3),
        (2_000, "need", PAIN, 5),
        (200, "motivation", "Comments", 4),
        (2_000, "motivation", "Comments", 15),
    ],
)
def test_many_must_carry_a_statement_where_many_were_asked(people: int, kind: str, question: str, least: float) -> None:
    one = unit("The plan is soft and warm", question=question)
    one.kind = kind
    assert enough(people, one) == least

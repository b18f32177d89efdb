"""English questions as verb phrases of those who answered them; where no form fits, none is made up."""

from __future__ import annotations

import pytest

from persona.counted.verbs import number_phrase, rating_phrase, theirs, verb_phrase

NEITHER = "is neither satisfied nor dissatisfied with it"


@pytest.mark.parametrize(
    ("question", "option", "said"),
    [
        # how they are
        ("How satisfied are you with your bank?", "Very satisfied", "is very satisfied with their bank"),
        ("How satisfied are you with it?", "Dissatisfied", "is dissatisfied with it"),
        ("How satisfied are you with it?", "Neither satisfied nor dissatisfied", NEITHER),
        ("Overall, how happy are you?", "Not happy at all", "is not happy at all"),
        ("How happy were you?", "Very happy", "is very happy"),
        ("How old are you?", "Under 18", None),
        # how they find things
        ("How important is price for you?", "Very important", "finds price very important"),
        ("How difficult was your work?", "Not difficult", "finds their work not difficult"),
        ("How difficult is it?", "Very difficult", "finds it very difficult"),
        ("How difficult is it to find a space?", "Very difficult", "finds it very difficult to find a space"),
        ("How easy was it for you to use your app?", "Not easy at all", "finds it not easy at all to use their app"),
        ("How important is it to you?", "Not important", "finds it not important"),
        ("How clear do you find the help?", "Quite clear", "finds the help quite clear"),
        ("How important is price for you?", "Somewhat", None),
        ("How clear is it?", "It is clear to me but not to others", None),
        # yes and no
        ("Do you have children?", "Yes", "has children"),
        ("Do you have children?", "No", "does not have children"),
        ("Do you ever cook for yourself?", "No", "does not cook for themselves"),
        ("Are you a student?", "Yes", "is a student"),
        ("Are you satisfied with your bank?", "No", "is not satisfied with their bank"),
        ("Were you born here?", "No", "was not born here"),
        ("Have you been to Paris?", "No", "has not been to Paris"),
        ("Have you ever had your own garden?", "Yes", "has had their own garden"),
        ("Did you vote?", "No", "did not vote"),
        ("Would you recommend us?", "Yes", "would recommend us"),
        ("Will you come again?", "No", "will not come again"),
        ("Can you swim?", "Yes", "can swim"),
        ("Can you swim?", "No", "cannot swim"),
        ("Do you like what is near you?", "Yes", "likes what is near them"),
        ("Do you like it?", "Maybe", None),
        ("Should you swim?", "Yes", None),
        # how often, how much, which
        ("How often do you eat out?", "Never", "eats out: never"),
        ("How frequently do you see your boss?", "Every week", "sees their boss: every week"),
        ("How often do you go to your gym?", "3 times", None),
        ("How often do you go?", "When I have the time and the money for it", None),
        ("How much do you like tea?", "A lot", "likes tea “A lot”"),
        ("To what extent do you trust your doctor?", "Not at all", "trusts their doctor “Not at all”"),
        ("How much are you interested in tea?", "A lot", "is interested in tea “A lot”"),
        ("How much do you pay?", "5 to 10", None),
        ("Which of these papers do you read?", "The Times", "reads The Times"),
        ("Which paper do you read at your home?", "The Times", "reads The Times at their home"),
        ("Which paper do you hate?", "The Times", None),
        # no question that anything is known of
        ("Tea", "Yes", None),
        ("", "Yes", None),
        ("Do you", "Yes", None),
    ],
)  # fmt: skip
def test_an_answer_becomes_what_somebody_does(question: str, option: str, said: str | None) -> None:
    assert verb_phrase(question, option) == said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How many hours do you work?", "works 35 hours on average"),
        ("How many children do you have?", "has 35 children on average"),
        ("About how many hours per week do you spend on it?", "spends 35 hours per week on it on average"),
        ("How many of your friends do you see?", "sees 35 of their friends on average"),
        ("How many times have you ever moved?", "has moved 35 times on average"),
        ("How many people live in your home?", None),
        ("Age", None),
    ],
)
def test_a_number_becomes_how_many(question: str, said: str | None) -> None:
    assert number_phrase(question, "35") == said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How much do you like tea?", "likes tea: 4.2 of 5"),
        ("To what extent do you trust your bank?", "trusts their bank: 4.2 of 5"),
        ("How much are you interested in tea?", None),
        ("Price", None),
    ],
)
def test_a_rating_keeps_its_scale(question: str, said: str | None) -> None:
    assert rating_phrase(question, "4.2 of 5") == said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("your team and yours", "their team and theirs"),
        ("what you like about you", "what they like about them"),
        ("Your work for YOU", "their work for them"),
        ("i am by myself", "they am by myself"),
        ("youth, me-time", "youth, them-time"),
        ("", ""),
    ],
)
def test_who_is_spoken_to_is_spoken_of(text: str, told: str) -> None:
    assert theirs(text) == told

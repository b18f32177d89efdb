"""Only what the respondent said may be quoted."""

from __future__ import annotations

import unicodedata

import pytest

from persona.text.transcripts import Spoken, spoken

TALK = """AI: Thanks for coming. How do you plan?
User: On paper, mostly.
AI: I see. What is hard about it?
User: I lose the paper.
"""


def test_a_plain_answer_is_all_the_respondents() -> None:
    assert spoken("Note: I plan on paper.") == [Spoken(0, 22)]


def test_of_a_transcript_only_the_participants_turns_count() -> None:
    found = spoken(TALK)
    assert [TALK[s.start : s.end].strip() for s in found] == ["On paper, mostly.", "I lose the paper."]


def test_the_interviewer_is_who_asks_when_no_name_tells() -> None:
    talk = TALK.replace("AI:", "Maria:").replace("User:", "Jo:")
    assert [talk[s.start : s.end].strip() for s in spoken(talk)] == ["On paper, mostly.", "I lose the paper."]


def test_labels_without_a_conversation_are_plain_text() -> None:
    text = "Pros: fast\nCons: dear\nPrice: high\nVerdict: no"
    assert spoken(text) == [Spoken(0, len(text))]


def test_speakers_may_have_any_name_and_a_number() -> None:
    talk = TALK.replace("AI:", "Moderator 2:").replace("User:", "Éva Nagy (P3):")
    assert [talk[s.start : s.end].strip() for s in spoken(talk)] == ["On paper, mostly.", "I lose the paper."]


def test_speakers_are_known_by_any_capital_composed_or_not() -> None:
    talk = TALK.replace("AI:", "Élodie:").replace("User:", "Özgür:")
    for text in (talk, unicodedata.normalize("NFD", talk)):
        assert [text[s.start : s.end].strip() for s in spoken(text)] == [
            "On paper, mostly.",
            "I lose the paper.",
        ]
    small = talk.replace("Élodie", "élodie").replace("Özgür", "özgür")
    assert spoken(small) == [Spoken(0, len(small))]


def heard(talk: str) -> list[str]:
    return [talk[one.start : one.end].strip() for one in spoken(talk)]


@pytest.mark.parametrize(
    ("talk", "said"),
    [
        pytest.param("", [""], id="nothing"),
        pytest.param("Mia (interviewer): Why?\n\nJo: Because.", ["Because."], id="reading told who asks"),
        pytest.param(
            "Mia (interviewer): Why?\n\nModerator: Because.", ["Because."], id="whom reading told, and nobody else"
        ),
        pytest.param("Q: Why?\nA: Because.\nQ: How?\nA: So.", ["Because.", "So."], id="a letter each"),
        pytest.param("Q: Why?\nA: Because.\nQ: How?", ["Q: Why?\nA: Because.\nQ: How?"], id="three turns"),
        pytest.param("Mia: Hi.\nJo: Hi.\nMia: Bye.\nJo: Bye.", ["Hi.", "Bye."], id="nobody asks: not who begins"),
        pytest.param("A: x\nB: y\nC: z\nD: w", ["A: x\nB: y\nC: z\nD: w"], id="nobody speaks again"),
        pytest.param("Intro.\nAI: Why?\nUser: So.\nAI: How?\nUser: Thus.", ["So.", "Thus."], id="words above it"),
        pytest.param(
            "Moderator: Hi\nAda: one?\nBea: two?\nModerator: And?\nAda: three",
            ["one?", "two?", "three"],
            id="a round; a known word before who asks",
        ),
        pytest.param("Jo:\nOn paper.\nMia:\nWhy?\nJo:\nSo.\nMia:\nHow?", ["On paper.", "So."], id="names above"),
    ],
)
def test_who_asks_and_who_answers(talk: str, said: list[str]) -> None:
    assert heard(talk) == said


@pytest.mark.parametrize(("speakers", "is_talk"), [(8, True), (9, False)])
def test_a_list_of_many_names_is_no_conversation(speakers: int, *, is_talk: bool) -> None:
    lines = [f"P{number}: It is so." for number in range(1, speakers)]
    talk = "\n".join(["Moderator: How?", *lines, "Moderator: Why?", lines[0]])

    assert (heard(talk) != [talk]) is is_talk

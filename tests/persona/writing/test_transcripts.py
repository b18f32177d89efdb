"""Only what the respondent said may be quoted, under the question before it."""

from __future__ import annotations

import unicodedata

from persona.writing.transcripts import Spoken, spoken

TALK = """AI: Thanks for coming. How do you plan?
User: On paper, mostly.
AI: I see. What is hard about it?
User: I lose the paper.
"""


def test_a_plain_answer_is_all_the_respondents() -> None:
    assert spoken("Note: I plan on paper.", "How?") == [Spoken(0, 22, "How?")]


def test_of_a_transcript_only_the_participants_turns_count() -> None:
    found = spoken(TALK, "text")
    assert [(TALK[s.start : s.end].strip(), s.question) for s in found] == [
        ("On paper, mostly.", "How do you plan?"),
        ("I lose the paper.", "What is hard about it?"),
    ]


def test_the_interviewer_is_who_asks_when_no_name_tells() -> None:
    talk = TALK.replace("AI:", "Maria:").replace("User:", "Jo:")
    assert [talk[s.start : s.end].strip() for s in spoken(talk, "text")] == ["On paper, mostly.", "I lose the paper."]


def test_labels_without_a_conversation_are_plain_text() -> None:
    text = "Pros: fast\nCons: dear\nPrice: high\nVerdict: no"
    assert spoken(text, "Review") == [Spoken(0, len(text), "Review")]


def test_speakers_may_have_any_name_and_a_number() -> None:
    talk = TALK.replace("AI:", "Moderator 2:").replace("User:", "Éva Nagy (P3):")
    assert [talk[s.start : s.end].strip() for s in spoken(talk, "text")] == ["On paper, mostly.", "I lose the paper."]


def test_speakers_are_known_by_any_capital_composed_or_not() -> None:
    talk = TALK.replace("AI:", "Élodie:").replace("User:", "Özgür:")
    for text in (talk, unicodedata.normalize("NFD", talk)):
        assert [text[s.start : s.end].strip() for s in spoken(text, "text")] == [
            "On paper, mostly.",
            "I lose the paper.",
        ]
    small = talk.replace("Élodie", "élodie").replace("Özgür", "özgür")
    assert spoken(small, "text") == [Spoken(0, len(small), "text")]

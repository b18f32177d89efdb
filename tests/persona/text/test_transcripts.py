"""Only what the respondent said may be quoted."""

from __future__ import annotations

import unicodedata

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

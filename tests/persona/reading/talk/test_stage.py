"""Stage marks: what a transcriber noted is no word of anybody, and what people said in brackets stays."""

from __future__ import annotations

import pytest

from persona.reading.talk.stage import without_stage_marks
from persona.reading.talk.turns import Line, find_turns


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I come for the sewing room. [laughter]", "I come for the sewing room."),
        ("Yes, [inaudible 00:00:31] on paper.", "Yes, on paper."),
        ("((long pause)) On paper.", "On paper."),
        ("Well (laughs), no.", "Well, no."),
        ("*sighs* Fine.", "Fine."),
        ("I said <unintelligible> there.", "I said there."),
        ("Ja [lacht] genau.", "Ja genau."),
        ("Sí. (risas)", "Sí."),
        ("C'est vrai. [rires]", "C'est vrai."),
        ("Да. [смеётся]", "Да."),
        ("そうですね（笑）紙です。", "そうですね紙です。"),
        ("对。［笑声］", "对。"),
        ("I (.) know (2.0) so.", "I know so."),
        ("[crosstalk 00:12]", ""),
    ],
)
def test_what_is_heard_or_seen_is_not_said(text: str, said: str) -> None:
    assert without_stage_marks([text]) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "At [company] we plan on paper.",
        "He [the manager] laughs.",
        "My shop (the one in town) is small.",
        "That (he laughs at me) hurts.",
        "It is (silence is golden to me) quiet.",
        "Is it 2 * 3 * 4?",
        "I do that at (7:30).",
        "The **pause** button is broken.",
    ],
)
def test_what_people_say_in_brackets_stays(text: str) -> None:
    assert without_stage_marks([text]) == [text]


def test_unknown_word_that_returns_between_sentences_is_a_mark() -> None:
    talk = ["Oké. [gegniffel]", "Nee. [gegniffel] Ja.", "Goed. [gegniffel]", "[gegniffel] Nou ja."]
    assert without_stage_marks(talk) == ["Oké.", "Nee. Ja.", "Goed.", "Nou ja."]


def test_word_that_stands_for_a_name_is_no_mark_however_often() -> None:
    talk = ["We met in [city].", "In [city] it is cold.", "[city] is nice; I like [city].", "From [city] on."]
    assert without_stage_marks(talk) == talk


@pytest.mark.parametrize(
    "note",
    [
        "((phone rings, 20 seconds pause))",
        "(Moderator hands out the cards – all of them.)",
        "[Die Tür geht auf, jemand kommt herein.]",
        "<door opens>",
        "（電話が鳴る）",
        "[The recording was stopped\nand began again after lunch.]",
    ],
)
def test_paragraph_in_brackets_is_nobodys(note: str) -> None:
    talk = f"INT: How?\n\nAnn: On paper.\n\n{note}\n\nINT: Why?\n\nAnn: It is quick.\nAnd cheap."
    turns = find_turns([Line(at, line) for at, line in enumerate(talk.split("\n"), 1)])
    said = [("INT", "How?"), ("Ann", "On paper."), ("INT", "Why?"), ("Ann", "It is quick.\nAnd cheap.")]
    assert [(turn.speaker, turn.text) for turn in turns] == said


def test_mark_in_a_line_of_its_own_is_no_speaker_among_those_in_brackets() -> None:
    lines = ["[INT] How?", "[P1] On paper.", "[laughter]", "[INT] Why?", "[P1] It is quick.", "[laughter]", "[INT] Ah."]
    turns = find_turns([Line(at, line) for at, line in enumerate(lines, 1)])
    assert [turn.speaker for turn in turns] == ["INT", "P1", "INT", "P1", "INT"]

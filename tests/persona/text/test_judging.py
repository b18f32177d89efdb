from __future__ import annotations

import pytest

from persona.text.judging import KINDS, judges


@pytest.mark.parametrize(
    ("question", "text", "kind", "polarity"),
    [
        ("What do you like least?", "Cryptic error messages", "frustration", "neg"),
        ("What do you like best?", "The friendly staff", "delight", "pos"),
        ("What is missing?", "More parking spaces", "need", "neutral"),
        ("Anything else?", "No, thank you", "none", "neutral"),
        ("¿Qué es lo que menos te gusta?", "La aplicación se cierra todo el tiempo", "frustration", "neg"),
    ],
)
def test_plain_cases(question: str, text: str, kind: str, polarity: str) -> None:
    judged = judges().judge([text], [question])[0]

    assert (judged.kind, judged.polarity) == (kind, polarity)


def test_the_question_decides_what_a_bare_noun_is() -> None:
    asked = ["What do you like best?", "What do you like least?", "What would you like to see added?"]

    assert [one.kind for one in judges().judge(["The documentation"] * 3, asked)] == ["delight", "frustration", "need"]


def test_filler_is_not_readable() -> None:
    told = judges().judge(["I don't know", "The queue at the till is far too long"], ["Comments", "Comments"])

    assert told[0].readable < 0.5 < told[1].readable


def test_chances_are_those_of_all_kinds_and_add_up() -> None:
    judged = judges().judge(["I cycle to work because it keeps me fit"], ["Tell us about your day"])[0]

    assert len(judged.chances) == len(KINDS)
    assert sum(judged.chances) == pytest.approx(1, abs=1e-4)
    assert judged.confidence == pytest.approx(max(judged.chances))


def test_no_text_no_judgement() -> None:
    assert judges().judge([], []) == []

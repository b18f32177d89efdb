from __future__ import annotations

import numpy as np
import pytest

from persona.kinds import KINDS as STATEMENTS
from persona.text import judging
from persona.text.encoder import sentence_encoder
from persona.text.judging import HASHED, KINDS, hashed, judges


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


TEXTS = ["The staff is friendly", "Error messages are cryptic", "The staff is friendly"]
ASKED = ["What do you like best?", "Comments", "Comments"]


def test_each_text_is_judged_beside_its_own_question_wherever_it_stands() -> None:
    together = judges().judge(TEXTS, ASKED)

    for text, question, found in zip(TEXTS, ASKED, together, strict=True):
        (alone,) = judges().judge([text], [question])
        assert (found.kind, found.polarity) == (alone.kind, alone.polarity)
        assert found.chances == pytest.approx(alone.chances, abs=1e-4)
    assert together[0].chances != together[2].chances


def test_many_texts_are_judged_in_parts_and_as_they_would_be_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = judges().judge(TEXTS, ASKED)
    monkeypatch.setattr(judging, "AT_ONCE", 2)

    found = judges().judge(TEXTS, ASKED)

    assert [one.kind for one in found] == [one.kind for one in whole]
    assert [one.chances for one in found] == [pytest.approx(one.chances, abs=1e-5) for one in whole]


def test_meaning_that_is_known_is_not_taken_again() -> None:
    known = sentence_encoder().encode(TEXTS)

    assert judges().judge(TEXTS, ASKED, known) == judges().judge(TEXTS, ASKED)


def test_kinds_are_those_that_were_learned_and_none() -> None:
    assert (*sorted(STATEMENTS), "none") == (*[kind for kind in KINDS if kind != "none"], "none")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", 0),
        ("Stop", 2),  # the word, and the word at the beginning
        ("stop it", 5),  # two words, both at the beginning, and the pair
        ("stop it now", 7),  # the third does not begin
        ("stop STOP stop", 3),
        ("why ?", 5),
    ],
)
def test_words_lie_in_numbered_drawers(text: str, named: int) -> None:
    row = hashed([text])[0]

    assert (row.shape, np.count_nonzero(row)) == ((HASHED,), named)
    assert np.linalg.norm(row) == pytest.approx(1 if named else 0)

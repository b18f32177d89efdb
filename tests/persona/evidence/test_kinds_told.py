"""The kind of a theme: its question and what its members say decide together."""

from __future__ import annotations

import numpy as np
import pytest

from persona.evidence.telling import told
from tests.persona.evidence.test_claims import OPEN, judged, judgement


@pytest.mark.parametrize(
    ("question", "side", "kinds", "expected"),
    [
        pytest.param(OPEN, (0.9, 0), {"frustration": 0.6, "behaviour": 0.2}, "behaviour", id="praise is no trouble"),
        pytest.param(OPEN, (0, 0.9), {"delight": 0.6, "opinion": 0.2}, "opinion", id="blame is no delight"),
        pytest.param("What do you dislike?", (0.9, 0), {"frustration": 0.6}, "frustration", id="asked for dislikes"),
        pytest.param(
            "What problems is the planner solving and how is that benefiting you?",
            (0.3, 0.1),
            {"frustration": 0.4, "delight": 0.3},
            "delight",
            id="what a product solves",
        ),
    ],
)
def test_question_and_sides_decide_together(
    question: str, side: tuple[float, float], kinds: dict[str, float], expected: str
) -> None:
    made = judged(["one", "two"], *[judgement(sides=side, **kinds)] * 2)

    assert told(made, np.arange(2), question)[0] == expected


@pytest.mark.parametrize(
    ("question", "texts", "expected"),
    [
        ("Co bychom měli zlepšit?", ["Postele byly tvrdé a bylo nám zima", "Chtěli bychom více času na hry"], "need"),
        ("Napište nám", ["Postele byly tvrdé a bylo nám zima", "Jídlo se nám moc líbilo"], "opinion"),
        ("Vad saknar du?", ["Det var inte så mycket att göra på kvällen", "Vi vill ha fler bänkar i parken"], "need"),
        ("What is missing?", ["There was nothing to do in the evening", "We would like more benches"], "frustration"),
    ],
)
def test_answers_in_a_language_that_was_not_learnt_are_what_was_asked_for(
    question: str, texts: list[str], expected: str
) -> None:
    made = judged(texts, *[judgement(frustration=1, sides=(0, 1))] * 2)

    found = told(made, np.arange(2), question)

    assert found == (expected, "neg" if expected == "frustration" else "neutral")


@pytest.mark.parametrize("text", ["Nothing, it was fine", "Nichts, alles war gut", "Rien, tout allait bien"])
def test_who_names_nothing_bad_has_no_complaint(text: str) -> None:
    made = judged([text, text], *[judgement(frustration=0.6, opinion=0.3)] * 2)

    assert told(made, np.arange(2), "What annoys you most?")[0] == "opinion"

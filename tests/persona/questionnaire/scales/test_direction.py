"""What a higher number means, where something tells it."""

from __future__ import annotations

import pytest

from persona.questionnaire.scales.anchors import find_anchors
from persona.questionnaire.scales.direction import find_direction


@pytest.mark.parametrize(
    ("question", "higher_is"),
    [
        ("1 = strongly agree, 5 = strongly disagree", "less"),
        ("1 = strongly disagree, 5 = strongly agree", "more"),
        ("(1 being hardest, 5 being easiest)", "more"),
        ("1 = best, 5 = worst", "less"),
        ("1 = sehr zufrieden, 5 = sehr unzufrieden", "less"),
        ("1 = pas du tout d'accord, 5 = tout à fait d'accord", "more"),
        ("1 es muy malo y 7 es muy bueno", "more"),
        ("5段階評価（1：とても不満、5：とても満足）", "more"),
        ("1 = never, 5 = every day, scale 1-5", "more"),
        ("How useful was the course? (1-5)", "more"),
        ("How likely are you to recommend us? 0-10", "more"),
        ("Wie zufrieden sind Sie mit der Kantine? (1-5)", None),
        ("Bitte geben Sie eine Schulnote (1-6)", None),
        ("Note de 0 à 10", "more"),
        ("The tool is fast (1-7)", None),
        ("0 - Mostly me, 5 - Mostly other people", None),
    ],
)
def test_a_direction_needs_evidence(question: str, higher_is: str | None) -> None:
    assert find_direction(find_anchors(question), question).higher_is == higher_is


def test_a_school_mark_is_asked_with_one_as_the_best() -> None:
    question = "Bitte geben Sie eine Schulnote (1-6)"
    assert find_direction(find_anchors(question), question).default == "less"
    assert find_direction(None, "The tool is fast", 7).default == "more"

"""What a higher number means, where something tells it."""

from __future__ import annotations

import pytest

from persona.questionnaire.scales.anchors import Anchors, find_anchors
from persona.questionnaire.scales.direction import Direction, find_direction


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


@pytest.mark.parametrize(
    ("low", "high", "labels", "higher_is"),
    [
        (1, 5, {1: "no pain", 5: "worst pain imaginable"}, "more"),
        (1, 5, {1: "bad", 5: "good"}, "more"),
        (1, 5, {1: "gut", 5: "schlecht"}, "less"),
        (1, 5, {5: "best"}, "more"),
        (1, 5, {1: "best"}, "less"),
        (1, 5, {3: "best"}, None),
        (1, 5, {1: "tomatoes"}, None),
        (1, 7, {2: "poor", 6: "excellent"}, "more"),
        (None, None, {1: "never", 4: "always"}, "more"),
        (None, None, {1: "always", 4: "never"}, "less"),
        (1, 5, {1: "good", 5: "very good"}, None),
        (1, 5, {1: "good", 5: "excellent"}, "more"),
        (1, 5, {1: "mostly me", 5: "mostly others"}, None),
        (1, 5, {1: "only beer", 5: "only wine"}, None),
        (0, 10, {}, "more"),
        (0, 100, {}, "more"),
        (0, 7, {}, None),
        (1, 10, {}, None),
    ],
)
def test_words_of_points_tell_the_direction(
    low: float | None, high: float | None, labels: dict[float, str], higher_is: str | None
) -> None:
    assert find_direction(Anchors(low, high, labels), "V1") == Direction(higher_is)


@pytest.mark.parametrize("question", ["1 is best", "1 = best", "1 ist am besten", "1 est le meilleur", "1 es el mejor"])
def test_a_question_that_calls_one_the_best_turns_the_scale_unless_its_ends_say_otherwise(question: str) -> None:
    assert find_direction(None, question, 5) == Direction("less")
    assert find_direction(Anchors(1, 5, {1: "bad", 5: "good"}), question) == Direction("more")


@pytest.mark.parametrize(
    ("question", "high", "found"),
    [
        ("Bitte bewerten Sie die Kantine mit einer Note", 6, Direction(None, "less")),
        ("Bitte bewerten Sie die Kantine mit einer Note", 10, Direction(None)),
        ("School grade", 5, Direction(None, "less")),
        ("Wie war das Essen mit der Soße?", 5, Direction(None)),
        ("Wie war das Essen mit der Soße?", 7, Direction(None)),
        ("How good was it?", 5, Direction("more")),
        ("How many were there?", 5, Direction(None)),
        ("How much time did it take?", 5, Direction(None)),
        ("How often do you go?", 5, Direction(None)),
        ("満足度", 5, Direction("more")),
        ("별점", 5, Direction("more")),
        ("Jak bardzo prawdopodobne", 5, Direction("more")),
        ("Rank of 1 to 5", 5, Direction(None)),
        ("", None, Direction(None)),
    ],
)
def test_a_question_alone_tells_it_where_it_asks_how_much(question: str, high: float | None, found: Direction) -> None:
    assert find_direction(None, question, high) == found

"""What a question tells of its numbers, in many languages: the ends, their words, and which way is more."""

from __future__ import annotations

import pytest

from persona.questionnaire.scales.anchors import Anchors, find_anchors
from persona.questionnaire.scales.direction import find_direction

TOLD = """
Wie zufrieden sind Sie? (1 = sehr zufrieden, 5 = sehr unzufrieden) # 1 sehr zufrieden # 5 sehr unzufrieden # less
Wie zufrieden sind Sie? 1 (gar nicht) bis 5 (sehr) # 1 gar nicht # 5 sehr # more
Skala von 1 = trifft gar nicht zu bis 5 = trifft voll zu # 1 trifft gar nicht zu # 5 trifft voll zu # more
Bitte bewerten Sie (1: schlecht – 5: gut) # 1 schlecht # 5 gut # more
Auf einer Skala von 1 bis 10 # 1 # 10 # ?
Schulnote 1-6 # 1 # 6 # ?
Note (1-6) # 1 # 6 # ?
How satisfied are you on a scale of 1 to 5? # 1 # 5 # more
How satisfied are you? (1-5) # 1 # 5 # more
Rate from 1 (worst) to 10 (best) # 1 worst # 10 best # more
From 0 to 10, how likely are you to recommend us? # 0 # 10 # more
0 = not at all likely, 10 = extremely likely # 0 not at all likely # 10 extremely likely # more
Pain (0 no pain - 10 worst pain) # 0 no pain # 10 worst pain # more
Ease of use (very difficult = 1, very easy = 7) # 1 very difficult # 7 very easy # more
How often? (1 = daily, 5 = never) # 1 daily # 5 never # less
(1 = best, 5 = worst) Taste # 1 best # 5 worst # less
Agreement: 1 strongly agree ... 5 strongly disagree # 1 strongly agree # 5 strongly disagree # less
Change since then (-2 = much worse, 2 = much better) # -2 much worse # 2 much better # more
Stress level (1 low, 5 high) # 1 low # 5 high # more
Pick a number from 1 to 7 # 1 # 7 # ?
À quel point êtes-vous satisfait ? (1 = pas du tout, 7 = tout à fait) # 1 pas du tout # 7 tout à fait # more
Sur une échelle de 0 à 10 # 0 # 10 # more
De 1 (nada) a 5 (mucho) # 1 nada # 5 mucho # more
Del 1 al 10, ¿qué tan satisfecho está? # 1 # 10 # more
Da 1 (per niente) a 5 (moltissimo) # 1 per niente # 5 moltissimo # more
Op een schaal van 1 (helemaal niet) tot 7 (heel erg) # 1 helemaal niet # 7 heel erg # more
På en skala från 1 (inte alls) till 5 (mycket) # 1 inte alls # 5 mycket # more
Оцените от 1 (плохо) до 5 (отлично) # 1 плохо # 5 отлично # more
Numa escala de 1 a 5, em que 1 é nada satisfeito e 5 é muito satisfeito # 1 nada satisfeito # 5 muito satisfeito # more
5段階で評価してください（1:とても不満 5:とても満足） # 1 とても不満 # 5 とても満足 # more
満足度（1～5） # 1 # 5 # more
满意度（1=非常不满意，5=非常满意） # 1 非常不满意 # 5 非常满意 # more
على مقياس من 1 إلى 5 # 1 # 5 # ?
"""


@pytest.mark.parametrize("line", TOLD.strip().splitlines())
def test_ends_and_direction_as_the_question_tells_them(line: str) -> None:
    question, *ends, direction = line.split(" # ")
    parted = [end.partition(" ") for end in ends]
    labels = {float(code): label for code, _, label in parted if label}
    (low, _, _), (high, _, _) = parted
    found = find_anchors(question)

    assert found == Anchors(float(low), float(high), labels)
    assert find_direction(found, question).higher_is == (None if direction == "?" else direction)


@pytest.mark.parametrize(
    ("question", "labels", "aside"),
    [
        ("1=Strongly disagree 2=Disagree 3=Neutral 4=Agree 5=Strongly agree",
         {1: "Strongly disagree", 2: "Disagree", 3: "Neutral", 4: "Agree", 5: "Strongly agree"}, {}),
        ("1 - never; 2 - sometimes; 3 - always", {1: "never", 2: "sometimes", 3: "always"}, {}),
        ("1 = agree, 2 = neutral, 3 = disagree, 9 = don't know", {1: "agree", 2: "neutral", 3: "disagree"},
         {9: "don't know"}),
        ("Importance [1 = low; 5 = high; 0 = n/a]", {1: "low", 5: "high"}, {0: "not applicable"}),
        ("1 = nie, 2 = selten, 3 = oft, -9 = keine Angabe", {1: "nie", 2: "selten", 3: "oft"}, {-9: "keine Angabe"}),
    ],
)  # fmt: skip
def test_every_point_that_has_words(question: str, labels: dict[float, str], aside: dict[float, str]) -> None:
    assert find_anchors(question) == Anchors(min(labels), max(labels), labels, aside)


NOTHING_TOLD = """
Visits in 2023 (1-5 times)
Version 1.2 - How good?
Q1 - How are you?
Route 66
How many of the 5 dishes?
Room 101
Pages 3 to 5
10 = ten
The 1-2-3 of cooking
Which of these 4 tools?
Call 1-800 for help
1 = Berlin, 2 = Paris, 3 = Rome
"""


@pytest.mark.parametrize("question", NOTHING_TOLD.strip().splitlines())
def test_numbers_that_tell_of_no_scale(question: str) -> None:
    assert find_anchors(question) is None


@pytest.mark.parametrize(
    ("question", "high", "direction", "proposed"),
    [
        ("Schulnote", 6, None, "less"),
        ("Note für den Service", 6, None, "less"),
        ("Wie gefällt Ihnen die Auswahl?", 5, None, "more"),
        ("Wie gefällt Ihnen die Auswahl?", 10, None, "more"),
        ("Q17", 5, None, "more"),
        ("Rank 1 = best", 5, "less", "more"),
        ("1 is the most important", 5, "less", "more"),
        ("1 = am besten", 6, "less", "more"),
        ("How useful was it?", 5, "more", "more"),
        ("How many did you buy?", 5, None, "more"),
        ("How old is it?", 5, None, "more"),
        ("Würden Sie uns weiterempfehlen?", 10, "more", "more"),
        ("¿Nos recomendaría?", 10, "more", "more"),
        ("Ci consiglieresti?", 10, "more", "more"),
        ("Would you recommend us?", 10, "more", "more"),
        ("Star rating", 5, "more", "more"),
        ("NPS", 10, "more", "more"),
        ("満足度", 5, "more", "more"),
        ("만족도", 5, "more", "more"),
    ],
)
def test_direction_of_numbers_without_words(question: str, high: float, direction: str | None, proposed: str) -> None:
    found = find_direction(None, question, high)

    assert (found.higher_is, found.default) == (direction, proposed)


@pytest.mark.parametrize(
    ("labels", "direction"),
    [
        ({1: "never", 5: "always"}, "more"),
        ({1: "always", 5: "never"}, "less"),
        ({5: "best"}, "more"),
        ({1: "excellent"}, "less"),
        ({1: "terrible"}, "more"),
        ({1: "mostly me", 5: "mostly other people"}, None),
        ({1: "left", 5: "right"}, None),
        ({1: "cats", 5: "dogs"}, None),
        ({1: "agree", 5: "somewhat agree"}, None),
        ({0: "no stress", 10: "extreme stress"}, "more"),
    ],
)
def test_direction_by_the_words_of_the_ends(labels: dict[float, str], direction: str | None) -> None:
    codes = {1.0, 5.0} if 0 not in labels else {0.0, 10.0}
    anchors = Anchors(min(codes), max(codes), {float(code): label for code, label in labels.items()})

    assert find_direction(anchors, "Q17").higher_is == direction

"""Whole questions as they are told of one column: text, kind, options, scale, no answer, numbers, days, reason."""

from __future__ import annotations

import pytest

from persona.questionnaire.models import DateRange, NumberRange, Option, Question, Recoding, Scale
from tests.questionnaires import cells, columns, notes, read

BASIS = "it helps to form the groups."


def question(text: str, identity: str, **more: object) -> Question:
    return Question.model_validate({"id": identity, "text": text, "columns": (0,), "names": (text,), **more})


WHOLE: dict[str, tuple[list[str], Question]] = {
    "spellings of one option, a refusal and want of an answer": (
        cells("Bus", "bus", "BUS", "Car", "Car ", "Bike", "Prefer not to say", "Don't know"),
        question(
            "How do you travel?", "how-do-you-travel", kind="single_choice", use="basis", answered=53,
            reason=f"Its answers come from a short list; {BASIS}", no_answer=("Prefer not to say",),
            options=(
                Option(label="Bus", count=24, spellings=("BUS", "bus")),
                Option(label="Car", count=15),
                Option(label="Bike", count=7),
                Option(label="Don't know", count=7, no_opinion=True),
            ),
            examples=("Car", "BUS", "Bus"),
        ),
    ),
    "several answers in a cell": (
        cells("Slack;Teams", "Slack", "Teams;Zoom;Slack", "", "None of these"),
        question(
            "Which tools do you use?", "which-tools-do-you-use", kind="multiple_choice", use="basis", answered=48,
            reason=f"One cell holds several choices from one list; {BASIS}", separator=";",
            options=(
                Option(label="Slack", count=36), Option(label="Teams", count=24),
                Option(label="None of these", count=12), Option(label="Zoom", count=12),
            ),
            examples=("None of these", "Slack", "Slack;Teams"),
        ),
    ),
    "numbers with words at their ends, and a nine": (
        cells("1", "2", "3", "4", "5", "9"),
        question(
            "How good? (1 = bad, 5 = good)", "how-good-1-bad-5-good", kind="rating", use="basis", answered=50,
            reason=f"Words tell the ends of its scale; {BASIS}", no_answer=("9",),
            scale=Scale(low=1, high=5, low_label="bad", high_label="good", higher_is="more"),
            examples=("1", "2", "3"),
        ),
    ),
    "steps in words, a code for no answer and want of one": (
        cells("Agree", "Disagree", "Neutral", "Strongly agree", "Don't know", "-99"),
        question(
            "I feel safe", "i-feel-safe", kind="rating", use="basis", answered=50, no_answer=("-99",),
            reason=f"Its answers are steps of one scale; {BASIS}",
            scale=Scale(
                low=1, high=5, low_label="Strongly disagree", high_label="Strongly agree", higher_is="more",
                words=("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"),
            ),
            options=(
                Option(label="Strongly disagree", count=0),
                Option(label="Disagree", count=10), Option(label="Neutral", count=10),
                Option(label="Agree", count=10), Option(label="Strongly agree", count=10),
                Option(label="Don't know", count=10, no_opinion=True),
            ),
            recoding=Recoding(values={"Agree": 4, "Disagree": 2, "Neutral": 3, "Strongly agree": 5}),
            examples=("Agree", "Disagree", "Neutral"),
        ),
    ),
    "amounts of money, of which many know nothing": (
        cells("1.200 €", "850 €", "1.450,50 €", "990 €", "weiß nicht", "k. A."),
        question(
            "Miete im Monat", "miete-im-monat", kind="number", use="basis", answered=50, no_answer=("k. A.",),
            reason=f"Its cells are numbers; {BASIS}",
            options=(Option(label="weiß nicht", count=10, no_opinion=True),),
            numbers=NumberRange(min=850, median=1095, max=1450.5, unit="€"), recoding=Recoding(decimal=","),
            examples=("1.200 €", "1.450,50 €", "850 €"),
        ),
    ),
    "days, of which some are refused": (
        cells("05.03.2024", "11.04.2024", "20.05.2024", "k. A."),
        question(
            "Datum des Besuchs", "datum-des-besuchs", kind="date", use="describe", answered=45, no_answer=("k. A.",),
            reason="Its cells are dates; it only describes the groups: "
            "days say nothing about what people think or do.",
            dates=DateRange(first="2024-03-05", last="2024-05-20"),
            examples=("05.03.2024", "11.04.2024", "20.05.2024"),
        ),
    ),
    "stars": (
        cells("★★★★★", "★★★", "★", "★★"),
        question(
            "Rating", "rating", kind="rating", use="basis", answered=60,
            reason=f"Its answers are marks on a scale; {BASIS}", scale=Scale(low=1, high=5, higher_is="more"),
            recoding=Recoding(values={"★★★★★": 5, "★★★": 3, "★": 1, "★★": 2}), examples=("★", "★★", "★★★"),
        ),
    ),
    "points out of twenty": (
        cells("17/20", "12/20", "8/20", "20/20"),
        question(
            "Score", "score", kind="number", use="basis", answered=60, reason=f"Its cells are numbers; {BASIS}",
            numbers=NumberRange(min=8, median=14.5, max=20), recoding=Recoding(out_of=20),
            examples=("12/20", "17/20", "20/20"),
        ),
    ),
    "ranges of age": (
        cells("25-34", "18-24", "45+", "35-44"),
        question(
            "Age group", "age-group", kind="single_choice", use="describe", answered=60,
            reason="Its answers are ranges; it only describes the groups: "
            "its name speaks of who people are, not of what they think or do.",
            options=tuple(Option(label=label, count=15) for label in ("18-24", "25-34", "35-44", "45+")),
            examples=("18-24", "25-34", "35-44"),
        ),
    ),
    "written answers, some with an address in them": (
        [f"Write to ana{at}@example.com, please" if at % 4 == 0 else f"It was slow on day {at}" for at in range(60)],
        question(
            "Why?", "why", kind="open_answer", use="basis", answered=60, personal=15,
            reason=f"Its answers are sentences in people's own words; {BASIS}",
            examples=("It was slow on day 1", "It was slow on day 10", "It was slow on day 11"),
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WHOLE)
def test_the_whole_question(case: str) -> None:
    given, expected = WHOLE[case]
    found = read(columns(**{expected.text: given, "note": notes()}))

    assert found.questions[0] == expected
    assert (found.rows, found.respondents, found.doubts) == (60, 60, ())

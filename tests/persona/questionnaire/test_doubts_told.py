"""What people are asked where a table leaves something open: the whole doubt, with what follows from each answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.questionnaire.models import Answer, Doubt, QuestionnaireNote
from tests.questionnaires import cells, columns, notes, read

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from persona.questionnaire.models import Questionnaire


def asked(table: Mapping[str, Sequence[str]], answers: Mapping[str, str] | None = None) -> Questionnaire:
    return read(columns(**table, note=notes()), answers)


def direction(low: int, high: int) -> tuple[Answer, ...]:
    return (
        Answer(value=f"{high}_is_best", label=f"{high} is the best or most", effect="Higher values are told as more."),
        Answer(value=f"{low}_is_best", label=f"{low} is the best or most", effect="Lower values are told as more."),
        Answer(
            value="unknown", label="Neither, or I don't know",
            effect="Averages are shown; “higher” and “lower” are not said.",
        ),
    )  # fmt: skip


KINDS = (
    Answer(value="choice", label="Separate answers", effect="Each number is an option; no average is taken."),
    Answer(value="rating", label="Points of a scale", effect="The numbers are compared and averaged."),
    Answer(value="number", label="A quantity", effect="Ranges and averages are told, as of an age or a price."),
)


def no_answer(code: str) -> tuple[Answer, ...]:
    left_out = f"Cells with {code} are left out of counts and averages."
    return (
        Answer(value="no_answer", label="Yes, no answer", effect=left_out),
        Answer(value="answer", label="No, it is an answer", effect=f"{code} is counted like every other answer."),
    )


FIVE, SIX = ("1", "2", "3", "4", "5"), ("1", "2", "3", "4", "5", "6")
TOLD: dict[str, tuple[dict[str, list[str]], tuple[Doubt, ...]]] = {
    "a label above five numbers": (
        {"Taste": cells(*FIVE)},
        (
            Doubt(
                code="kind_codes", about="taste", default="rating", answers=KINDS,
                sentence="Do the numbers in “Taste” stand for separate answers, or are they points of a scale?",
                evidence=("1: 12", "2: 12", "3: 12"),
            ),
            Doubt(
                code="scale_direction", about="taste", default="5_is_best", answers=direction(1, 5),
                sentence="On “Taste”, which end of the scale means more: 1 or 5?", evidence=("1", "2", "3"),
            ),
        ),
    ),
    "school grades": (
        {"Schulnote für den Service": cells(*SIX)},
        (
            Doubt(
                code="scale_direction", about="schulnote-fur-den-service", default="1_is_best",
                answers=direction(1, 6), evidence=("1", "2", "3"),
                sentence="On “Schulnote für den Service”, which end of the scale means more: 1 or 6?",
            ),
        ),
    ),
    "a German rating up to five": (
        {"Bitte bewerten Sie die Auswahl": cells(*FIVE)},
        (
            Doubt(
                code="scale_direction", about="bitte-bewerten-sie-die-auswahl", default="5_is_best",
                answers=direction(1, 5), evidence=("1", "2", "3"),
                sentence="On “Bitte bewerten Sie die Auswahl”, which end of the scale means more: 1 or 5?",
            ),
        ),
    ),
    "a 7 beyond five places": (
        {"How satisfied are you?": cells(*FIVE, "7", *FIVE, *FIVE)},
        (
            Doubt(
                code="no_answer_codes", about="how-satisfied-are-you", default="no_answer", answers=no_answer("7"),
                sentence="In “How satisfied are you?”, does 7 mean that somebody did not answer?", evidence=("7",),
            ),
        ),
    ),
    "nines far beyond amounts": (
        {"Number of children": cells("0", "1", "2", "3", "99", "1", "2")},
        (
            Doubt(
                code="no_answer_codes", about="number-of-children", default="no_answer", answers=no_answer("99"),
                sentence="In “Number of children”, does 99 mean that somebody did not answer?", evidence=("99",),
            ),
        ),
    ),
    "days that may be months": (
        {"Last visit": cells("05/06/2024", "07/08/2024", "01/02/2024")},
        (
            Doubt(
                code="date_order", about="last-visit", default="day_first",
                sentence="Is “07/08/2024” in “Last visit” the 7 August 2024 or the 8 July 2024?",
                answers=(
                    Answer(value="day_first", label="The day comes first", effect="“07/08/2024” is 7 August 2024."),
                    Answer(value="month_first", label="The month comes first", effect="“07/08/2024” is 8 July 2024."),
                ),
                evidence=("05/06/2024", "07/08/2024", "01/02/2024"),
            ),
        ),
    ),
    "a survey weight": (
        {"wt": cells("0.8", "1.2", "0.95", "1.05")},
        (
            Doubt(
                code="weight", about="wt", default="ignore",
                sentence="Is “wt” a survey weight: how many people a row stands for?",
                answers=(
                    Answer(
                        value="use", label="Yes, use it",
                        effect="Shares are weighted; bases stay numbers of people.",
                    ),
                    Answer(
                        value="ignore", label="Yes, but do not use it",
                        effect="Shares are unweighted, and the result says so.",
                    ),
                    Answer(value="no_weight", label="No", effect="It is read as a number like any other."),
                ),
                evidence=("0.8", "0.95", "1.05"),
            ),
        ),
    ),
    "what law protects": (
        {"Do you have a disability?": cells("Yes", "No")},
        (
            Doubt(
                code="sensitive", about="do-you-have-a-disability", default="describe",
                sentence="“Do you have a disability?” tells about health. May it be used?",
                answers=(
                    Answer(
                        value="describe", label="Only to describe groups",
                        effect="It does not form groups; shares are told.",
                    ),
                    Answer(value="none", label="Do not use it", effect="It is left out of everything."),
                    Answer(value="basis", label="Use it like the others", effect="It helps to form the groups."),
                ),
                evidence=("No", "Yes"),
            ),
        ),
    ),
    "one label beside open answers": (
        {"Type": cells("Bistro", "Bar", "Café")},
        (
            Doubt(
                code="one_column", about="type", default="describe",
                sentence="“Type” alone would form the groups. Should it only describe them?",
                answers=(
                    Answer(
                        value="describe", label="Yes, describe only",
                        effect="The groups come from the other questions.",
                    ),
                    Answer(
                        value="basis", label="No, let it form groups", effect="The groups may be just this question.",
                    ),
                ),
                evidence=("Bar: 20", "Bistro: 20", "Café: 20"),
            ),
        ),
    ),
    "boxes without a question": (
        {"red": cells("1", "0"), "green": cells("0", "1", "1"), "blue": cells("0", "0", "0", "1")},
        (
            Doubt(
                code="join_columns", about="red", default="together",
                sentence="Are the 3 columns from “red” to “blue” one question, with several answers to tick?",
                answers=(
                    Answer(
                        value="together", label="Yes, one question",
                        effect="They become one multiple-choice question with 3 options.",
                    ),
                    Answer(value="apart", label="No, 3 questions", effect="Each column stays a question of its own."),
                ),
                evidence=("red", "green", "blue"),
            ),
        ),
    ),
    "tests of the survey": (
        {"Status": cells("Complete", "Complete", "Complete", "Survey Test"), "Do you cook?": cells("Yes", "No")},
        (
            Doubt(
                code="not_people", about="test", default="leave_out",
                sentence="Are the 15 rows that look like tests of the survey real answers?",
                answers=(
                    Answer(value="leave_out", label="No, leave them out", effect="15 rows are not counted."),
                    Answer(value="keep", label="Yes, keep them", effect="They are counted like all others."),
                ),
                evidence=("Status: Survey Test",),
            ),
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TOLD)
def test_the_whole_doubt(case: str) -> None:
    table, doubts = TOLD[case]

    assert asked(table).doubts == doubts


SURE = {
    "a rating that says so": {"Rate the taste": cells(*FIVE)},
    "words of a scale": {"Taste": cells("Poor", "Fair", "Good", "Very good")},
    "a number": {"Hours online": cells("1.5", "2", "8", "6", "4.25")},
    "a nine beyond five places": {"How satisfied are you?": cells(*FIVE, "9", *FIVE, *FIVE)},
    "iso days": {"Last visit": cells("2024-06-05", "2024-08-07", "2024-02-01")},
    "days beyond twelve": {"Last visit": cells("05/06/2024", "27/08/2024", "01/02/2024")},
    "two questions": {"Do you cook?": cells("Yes", "No"), "How do you travel?": cells("Bus", "Car", "Bike")},
    "everybody complete": {"Status": cells("Complete"), "Do you cook?": cells("Yes", "No")},
}


@pytest.mark.parametrize("case", SURE)
def test_a_tidy_table_asks_nothing(case: str) -> None:
    assert asked(SURE[case]).doubts == ()


def test_a_weight_that_is_left_aside_is_told_and_one_that_is_used_is_not() -> None:
    table = {"wt": cells("0.8", "1.2", "0.95", "1.05")}
    aside = QuestionnaireNote(
        code="weights_not_used", sentence="Shares are not weighted: the weight “wt” is not used.", rows=60, about="wt"
    )
    left, used, none = (asked(table, {"weight:wt": said}) for said in ("ignore", "use", "no_weight"))

    assert [(found.weight, found.weighted) for found in (left, used, none)] == [
        ("wt", False), ("wt", True), (None, False),
    ]  # fmt: skip
    weighted = "Shares and means are weighted by “wt”; bases and counts are numbers of people."
    used_note = QuestionnaireNote(code="weights_used", sentence=weighted, about="wt")
    assert (left.notes, used.notes, none.notes) == ((aside,), (used_note,), ())
    assert none.questions[0].kind == "number"

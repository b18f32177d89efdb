"""Columns of one table: their kinds, what is unsure, and what people's answers and changes do."""

from __future__ import annotations

import pytest

from persona.exceptions import ConfigurationError
from persona.models import OptionsChoice, QuestionChoice, ScaleChoice
from persona.questionnaire.models import Scale
from persona.questionnaire.understanding import understand
from tests.questionnaires import Rows, columns, counts, read

PEOPLE = 60


def cells(*given: str) -> list[str]:
    """As many cells as people, these again and again."""
    return [given[at % len(given)] for at in range(PEOPLE)]


def one(name: str, *given: str, answers: dict[str, str] | None = None, **choice: object):
    questions = {name: QuestionChoice(**choice)} if choice else None
    notes = [f"Note {at} of a person" for at in range(PEOPLE)]
    return read(columns(**{name: cells(*given), "note": notes}), answers, questions)


@pytest.mark.parametrize(
    ("name", "given", "kind", "use"),
    [
        ("Response ID", [f"R_{n}x" for n in range(PEOPLE)], "identifier", "none"),
        ("StartDate", ["2024-05-01 10:00:00", "2024-05-02 11:00:00"], "administration", "none"),
        ("UserLanguage", ["EN", "DE"], "administration", "none"),
        ("Full name", [f"{a}na {b}oe" for a in "ABCDEFGH" for b in "KLMNPR"], "personal_data", "none"),
        ("E-mail", [f"p{n}@example.com" for n in range(PEOPLE)], "personal_data", "none"),
        ("wt", ["0.85", "1.1", "1.05", "0.9"], "weight", "none"),
        ("Age", ["23", "45", "37", "61", "52"], "number", "describe"),
        ("Country", ["Chile", "Ghana", "Nepal"], "single_choice", "describe"),
        ("Shop", ["Harbour", "Station"], "single_choice", "describe"),
        ("Time zone", ["UTC", "CET"], "single_choice", "describe"),
        ("requester", ["Ann", "Bob"], "single_choice", "describe"),
        ("How did you hear of us?", ["Friends", "Radio", "Web"], "single_choice", "describe"),
        ("Do you cook?", ["Yes", "No"], "single_choice", "basis"),
        ("How often?", ["Never", "Rarely", "Sometimes", "Often", "Always"], "rating", "basis"),
        ("How satisfied are you?", ["1", "2", "3", "4", "5"], "rating", "basis"),
        ("Which of these?", ["Slack;Teams", "Slack", "Mail;Teams", "Slack;Mail", "Teams"], "multiple_choice", "basis"),
        ("Born on", ["1980-05-04", "1990-11-12", "1975-01-30"], "date", "describe"),
        ("Same for all", ["yes"], "single_choice", "none"),
        ("Nothing", [""], "unused", "none"),
    ],
)  # fmt: skip
def test_kind_and_use_of_one_column(name: str, given: list[str], kind: str, use: str) -> None:
    question = one(name, *given).questions[0]

    assert (question.kind, question.use) == (kind, use)


def test_scale_direction_is_asked_once_for_all_scales_alike_and_each_answer_counts() -> None:
    table = columns(
        v1=cells("1", "2", "3", "4", "5"), v2=cells("5", "1", "2", "4", "3"), v3=cells("2", "5", "1", "4", "3")
    )
    found = read(table)

    assert [(d.id, d.default) for d in found.doubts] == [("scale_direction:v", "5_is_best")]
    assert {q.scale for q in found.questions} == {Scale(low=1, high=5, higher_is="more")}
    for answer, meaning in (("1_is_best", "less"), ("unknown", None), ("5_is_best", "more")):
        for doubt in ("scale_direction:v", "scale_direction"):
            assert {q.scale.higher_is for q in read(table, {doubt: answer}).questions if q.scale} == {meaning}


def test_codes_of_no_answer_are_left_out_until_a_person_says_that_they_are_answers() -> None:
    given = ("1", "2", "3", "4", "5", "3", "4", "9")
    name = "How satisfied are you?"
    found = one(name, *given).questions[0]
    kept = one(name, *given, answers={"no_answer_codes": "answer"}).questions[0]

    assert (found.scale and found.scale.high, found.no_answer) == (5, ("9",))
    assert (kept.scale is None or kept.scale.high == 9, "9" in kept.no_answer) == (True, False)


@pytest.mark.parametrize(("answer", "kind"), [("choice", "single_choice"), ("rating", "rating"), ("number", "number")])
def test_numbers_without_a_word_of_a_scale_are_asked_about(answer: str, kind: str) -> None:
    given = ("1", "3", "2", "5", "4", "1", "1", "5")
    (doubt,) = [d for d in one("v7", *given).doubts if d.code == "kind_codes"]

    assert doubt.id == "kind_codes:v7"
    assert one("v7", *given, answers={doubt.id: answer}).questions[0].kind == kind


@pytest.mark.parametrize(
    ("answer", "kind", "notes"),
    [(None, "weight", 1), ("ignore", "weight", 1), ("use", "weight", 1), ("no_weight", "number", 0)],
)
def test_a_weight_is_found_asked_and_never_ignored_in_silence(answer: str | None, kind: str, notes: int) -> None:
    found = one("weight", "0.85", "1.1", "1.05", "0.9", answers={"weight:weight": answer} if answer else None)

    assert (found.questions[0].kind, len(found.notes)) == (kind, notes)
    assert found.weight == ("weight" if kind == "weight" else None)


@pytest.mark.parametrize(("answer", "first"), [("day_first", "2024-02-01"), ("month_first", "2024-01-02")])
def test_an_order_of_day_and_month_that_no_cell_tells_is_asked(answer: str, first: str) -> None:
    found = one("Visited on", "01/02/2024", "03/04/2024", "05/06/2024", answers={"date_order": answer})

    assert found.questions[0].dates is not None
    assert found.questions[0].dates.first == first


def test_people_may_say_everything_of_a_question() -> None:
    found = one(
        "sex", "1", "2", "2", "9",
        text="What is your sex?", kind="single_choice", use="basis",
        options=OptionsChoice(rename={"1": "Man", "2": "Woman"}), no_answer=("9",),
    ).questions[0]  # fmt: skip

    assert (found.text, found.kind, found.use, found.no_answer) == (
        "What is your sex?",
        "single_choice",
        "basis",
        ("9",),
    )
    assert counts(found) == {"Woman": 30, "Man": 15}


def test_people_may_merge_and_order_options_and_tell_a_scale() -> None:
    merged = one("pet", "Cat", "Dog", "Kitten", options=OptionsChoice(merge={"Cat": ("Cat", "Kitten")})).questions[0]
    scale = one(
        "v7", "1", "2", "3", "4", "5", scale=ScaleChoice(low_label="Best", high_label="Worst", higher_is="less")
    )

    assert counts(merged) == {"Cat": 40, "Dog": 20}
    assert scale.questions[0].scale == Scale(low=1, high=5, low_label="Best", high_label="Worst", higher_is="less")


def test_people_may_join_columns_and_take_them_apart() -> None:
    table = Rows(
        ["Tea", "Milk", "City"], [["yes" if at % 2 else "no", "yes" if at % 3 else "no", "Ghent"] for at in range(12)]
    )
    apart = read(table)
    joined = read(table, questions={"tea": QuestionChoice(columns=("Tea", "Milk"), text="What do you drink?")})

    assert [(q.kind, q.columns) for q in apart.questions][:2] == [("single_choice", (0,)), ("single_choice", (1,))]
    assert next((q.kind, q.columns, q.text) for q in joined.questions) == (
        "multiple_choice", (0, 1), "What do you drink?",
    )  # fmt: skip
    assert counts(joined.questions[0]) == {"Tea": 6, "Milk": 8}

    names = ["Which tools? - Slack", "Which tools? - Teams", "Which tools? - Mail"]
    block = Rows(names, [["x" if at % 2 else "", "x" if at % 3 else "", "x"] for at in range(12)])
    split = read(block, questions={"which-tools": QuestionChoice(columns=(names[0], names[1]))})
    assert [q.columns for q in split.questions] == [(0, 1), (2,)]


def test_a_question_that_is_not_there_is_told() -> None:
    with pytest.raises(ConfigurationError, match="There is no question “q99”"):
        read(columns(a=cells("Yes", "No")), questions={"q99": QuestionChoice(use="none")})


def test_ids_stay_when_columns_are_added_or_moved() -> None:
    names = ["City", "Which tools? - Slack", "Which tools? - Teams"]
    rows = [["Ghent" if at % 2 else "Porto", "x" if at % 2 else "", "x" if at % 3 else ""] for at in range(12)]
    before = {q.id for q in read(Rows(names, rows)).questions}
    moved = Rows(["New", *names[1:], "Which tools? - Mail", names[0]], [["a", *row[1:], "x", row[0]] for row in rows])

    assert before == {"city", "which-tools"}
    assert before < {q.id for q in read(moved).questions}


def test_rows_in_which_nothing_was_answered_are_no_respondents() -> None:
    rows = [[f"R{at}", "Yes" if at % 2 else "No"] for at in range(20)] + [["R20", ""], ["R21", ""]]
    found = read(Rows(["Response ID", "Do you cook?"], rows))

    assert (found.rows, found.respondents) == (22, 20)
    empty = {"reason": "empty", "rows": 2, "default": "left_out", "spans": ((21, 22),)}
    assert [e.model_dump() for e in found.excluded] == [empty]


DOUBTFUL = {
    "Born on": cells("01/02/1980", "03/04/1990", "05/06/1975"),
    "Age": cells("23", "45", "37", "99", "61"),
    "Spent": cells("1.234", "2.345", "1.100"),
    "weight": cells("0.85", "1.1", "1.05", "0.9"),
    "Contact": [f"p{at}@example.com" for at in range(PEOPLE)],
    "Religion": cells("None", "Catholic", "Hindu"),
    "v1": cells("1", "2", "3", "4", "5"),
    "v2": cells("5", "1", "2", "4", "3"),
    "Tools [Slack]": cells("x", ""),
    "Tools [Mail]": cells("", "x", "x"),
    "note": [f"Note {at} of a person" for at in range(PEOPLE)],
}


def test_what_is_kept_between_two_words_of_people_changes_nothing() -> None:
    table = columns(**DOUBTFUL)
    plain = understand(table, key="doubtful")
    said = [{doubt.id: answer.value} for doubt in plain.doubts for answer in doubt.answers]
    of_all = [{str(doubt.code): answer.value} for doubt in plain.doubts for answer in doubt.answers]
    describe = {question.id: QuestionChoice(use="describe") for question in plain.questions[::2]}

    assert len(said) > 8
    for answers in [*said, *of_all, {}]:
        assert understand(table, answers, key="doubtful") == understand(table, answers)
    assert understand(table, said[0], describe, key="doubtful") == understand(table, said[0], describe)


def test_another_table_under_its_own_key_is_read_for_itself() -> None:
    first, second = columns(v=cells("1", "2", "3", "4", "5")), columns(v=cells("Tea", "Milk"))

    assert understand(first, key="first").questions[0].kind == "rating"
    assert understand(second, key="second") == understand(second)

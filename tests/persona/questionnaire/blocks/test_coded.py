"""Boxes written as 1 and 2: which one is ticked follows from all columns of a file, or is asked once."""

from __future__ import annotations

import pytest

from tests.questionnaires import Rows, cells, columns, counts, notes, read, shapes

WAYS = ["Press", "Radio", "Web", "Friends"]
TICKS = ("1000", "0100", "0011", "1010", "0001")
"""What five people ticked; four of ten boxes at most."""


def boxes(on: str, off: str) -> list[list[str]]:
    """A column for each way to hear of something, 60 people."""
    return [cells(*(on if bits[at] == "1" else off for bits in TICKS)) for at in range(len(WAYS))]


def named(names: list[str], on: str, off: str, **others: list[str]) -> Rows:
    return columns(**others, **dict(zip(names, boxes(on, off), strict=True)), note=notes())


HEARD = [f"What helped you? {way}" for way in WAYS]
HEARD_COUNTS = {"Press": 24, "Radio": 12, "Web": 24, "Friends": 24}


@pytest.mark.parametrize(("on", "off"), [("2", "1"), ("1", "2")])
def test_the_code_that_fewer_cells_hold_is_ticked_and_the_doubt_says_so(on: str, off: str) -> None:
    found = read(named(HEARD, on, off))

    assert shapes(found)[0] == ("multiple_choice", "basis", (0, 1, 2, 3), "What helped you?")
    assert counts(found.questions[0]) == HEARD_COUNTS
    assert [(doubt.id, doubt.default) for doubt in found.doubts] == [
        ("join_columns:what-helped-you", f"{on}_is_ticked")
    ]
    assert found.doubts[0].sentence == ("In “What helped you?”, 4 columns hold only 1 and 2. Are they boxes to tick?")


def test_labels_of_the_codes_leave_nothing_to_ask() -> None:
    found = read(named(["AB01_01", "AB01_02", "AB01_03", "AB01_04"], "ausgewählt", "nicht gewählt"))

    assert (found.questions[0].kind, list(counts(found.questions[0]).values())) == (
        "multiple_choice",
        [24, 12, 24, 24],
    )
    assert found.doubts == ()


def test_a_column_that_counts_the_ticks_settles_the_codes_of_the_file() -> None:
    number = [str(bits.count("1")) for bits in TICKS]
    names = [f"AB01_0{at}" for at in range(1, 5)]
    others = dict(zip([f"XY02_0{at}" for at in range(1, 5)], boxes("2", "1"), strict=True))
    found = read(named(names, "2", "1", **others, AB01=cells(*number)))

    assert shapes(found)[:2] == [
        ("multiple_choice", "basis", (0, 1, 2, 3), "XY02"),
        ("multiple_choice", "basis", (4, 5, 6, 7, 8), "AB01"),
    ]
    assert counts(found.questions[1]) == {"01": 24, "02": 12, "03": 24, "04": 24}
    assert found.doubts == ()


def test_names_as_sosci_makes_them_say_that_2_is_ticked_even_if_most_boxes_are() -> None:
    found = read(named(["AB01_01", "AB01_02", "AB01_03", "AB01_04"], "1", "2"))

    assert [doubt.default for doubt in found.doubts] == ["2_is_ticked"]
    assert counts(found.questions[0]) == {"01": 36, "02": 48, "03": 36, "04": 36}


def test_one_doubt_for_all_such_questions_of_a_file_and_the_answer_goes_to_all() -> None:
    again = dict(zip([f"What do you read? {way}" for way in WAYS], boxes("2", "1"), strict=True))
    table = named(HEARD, "2", "1", **again)
    asked = read(table).doubts
    found = read(table, {asked[0].id: "1_is_ticked"})
    apart = read(table, {asked[0].id: "apart"})

    assert [doubt.sentence for doubt in asked] == [
        "In “What do you read? (and 1 more like it)”, 4 columns hold only 1 and 2. Are they boxes to tick?"
    ]
    assert [list(counts(question).values()) for question in found.questions[:2]] == [[36, 48, 36, 36]] * 2
    assert [question.kind for question in apart.questions[:-1]] == ["single_choice"] * 8


@pytest.mark.parametrize(
    ("names", "blank"),
    [
        (["Q1", "Q2", "Q3", "Q4"], None),  # numbers of questions, not of options
        (["v_1", "v_2", "v_3", "v_4"], None),
        (HEARD, 0),  # filled in by other people than the rest
    ],
)
def test_what_speaks_against_boxes_leaves_questions_of_two_answers(names: list[str], blank: int | None) -> None:
    given = boxes("2", "1")
    if blank is not None:
        given[blank] = ["" if at % 2 else cell for at, cell in enumerate(given[blank])]
    found = read(columns(**dict(zip(names, given, strict=True)), note=notes()))

    assert [question.kind for question in found.questions[:-1]] == ["single_choice"] * 4
    assert found.doubts == ()


def test_people_who_were_not_asked_are_no_part_of_the_question() -> None:
    given = {name: ["-9" if at < 20 else cell for at, cell in enumerate(column)]
             for name, column in zip(HEARD, boxes("2", "1"), strict=True)}  # fmt: skip
    question = read(columns(**given, note=notes())).questions[0]

    assert (question.kind, question.answered, question.no_answer) == ("multiple_choice", 40, ("-9",))

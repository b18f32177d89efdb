from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from persona.exceptions import DataError
from persona.reading import Limits
from persona.reading.longform import LongForm, find_long_form

if TYPE_CHECKING:
    from tests.persona.reading.conftest import Reader

LONG = """respondent_id,team,question,answer
P1,blue,Age,34
P1,blue,Which tools?,Excel
P1,blue,Which tools?,"Jira; Trello"
P2,red,Age,51
P2,red,Any idea?,"Slow, dear"
P1,blue,Any idea?,Less of it
P3,red,Age,28
P3,red,Which tools?,
P3,red,Any idea?,None
"""
PEOPLE = [
    ("P1", "blue", "34", "Excel; Jira; Trello", "Less of it"),
    ("P2", "red", "51", "", "Slow, dear"),
    ("P3", "red", "28", "", "None"),
]


def test_answers_of_a_person_become_one_row(read: Reader) -> None:
    found = read(LONG)
    assert found.report.names == ("respondent_id", "team", "Age", "Which tools?", "Any idea?")
    assert (found.rows, found.lines) == (PEOPLE, [2, 5, 8])
    assert (found.report.rows, found.report.layout, found.report.parts) == (
        3,
        "answers_in_rows",
        ("part-00000.parquet",),
    )


def test_a_persons_word_decides(read: Reader) -> None:
    found = read(LONG, layout="people_in_rows")
    assert (found.report.rows, found.report.layout) == (9, "people_in_rows")


def test_order_of_rows_does_not_matter(read: Reader) -> None:
    head, *lines = LONG.replace("P1,blue,Which tools?,Excel\n", "").splitlines(keepends=True)
    random.Random(1).shuffle(lines)
    expected = [("P1", "blue", "34", "Jira; Trello", "Less of it"), *PEOPLE[1:]]
    found = read(head + "".join(lines))
    order = [found.report.names.index(name) for name in ("respondent_id", "team", "Age", "Which tools?", "Any idea?")]
    assert sorted(tuple(row[at] for at in order) for row in found.rows) == expected


def test_many_people_are_written_in_parts(read: Reader) -> None:
    rows = "".join(f"{i};Alter;{20 + i % 50}\n{i};Stadt;Ort {i}\n" for i in range(60_000))
    found = read("Person;Frage;Antwort\n" + rows)
    assert (found.report.rows, found.report.parts) == (60_000, ("part-00000.parquet", "part-00001.parquet"))
    assert (found.rows[0], found.rows[-1]) == (("0", "20", "Ort 0"), ("59999", "69", "Ort 59999"))
    assert found.lines[-1] == 119_000 + 1_000


def test_too_many_questions_are_a_sentence(read: Reader) -> None:
    rows = "".join(f"{i},Question {q},{q}\n" for i in range(3) for q in range(30))
    with pytest.raises(DataError) as raised:
        read("id,question,answer\n" + rows, limits=Limits(columns=20))
    assert raised.value.message == "Line 1: the file has 31 columns, and at most 20 can be read."


def test_texts_of_questions_go_before_their_codes() -> None:
    rows = [[str(p), f"q{q}", f"Question number {q}?", f"a{p}{q}"] for p in range(4) for q in range(3)]
    assert find_long_form(["person", "question_id", "question_text", "value"], rows) == LongForm(0, 2, 3)


TIDY = {
    "chats": (
        ["user", "question", "answer"],
        [["u1", f"Is it {w}?", "No"] for w in ("slow", "dear", "old")],
    ),
    "a label of the question": (
        ["id", "question", "answer"],
        [[str(i), ("What was good?", "What was bad?")[i % 2], f"text {i}"] for i in range(12)],
    ),
    "reviews by user": (["user", "score", "answer"], [[f"u{i % 4}", str(i % 5), f"text {i}"] for i in range(12)]),
    "one question": (["id", "question", "answer"], [[f"u{i % 3}", "How was it?", f"text {i}"] for i in range(12)]),
}


@pytest.mark.parametrize(("names", "rows"), TIDY.values(), ids=TIDY.keys())
def test_tidy_tables_are_not_pivoted(names: list[str], rows: list[list[str]]) -> None:
    assert find_long_form(names, rows) is None


def test_columns_that_change_from_row_to_row_of_a_person_are_told(read: Reader) -> None:
    text = "person,question_id,question,answer,asked at,team\n" + "".join(
        f"P{i},q{n},{question},{answer} {i},2024-01-{n + i:02},blue\n"
        for i in range(4)
        for n, (question, answer) in enumerate((("Age?", "3"), ("Why?", "Because")), 1)
    )
    found = read(text)

    assert found.report.names == ("person", "team", "Age?", "Why?")
    assert found.report.notes == {"changing_columns": 1}


def test_nothing_is_told_where_no_column_changes(read: Reader) -> None:
    assert read(LONG).report.notes == {}


def _answers(names: str, times: int = 3) -> str:
    rows = [f"A-{p:03};{q};{a}\n" for p in range(8) for q, a in (("Wiek", 20 + p), ("Miasto", "Gdańsk"), ("Ocena", 4))]
    return names + "".join(rows[: 8 * times])


@pytest.mark.parametrize("names", ["Nr ankiety;Pytanie;Odpowiedź\n", "kod;co;ile\n"])
def test_person_question_and_answer_are_known_by_their_names_or_by_their_cells(read: Reader, names: str) -> None:
    found = read(_answers(names))
    assert (found.report.rows, found.report.layout) == (8, "answers_in_rows")
    assert found.report.names[1:] == ("Wiek", "Miasto", "Ocena")


def test_visits_of_people_to_shops_are_no_answers(read: Reader) -> None:
    rows = "".join(f"P{p};{shop};{p + at}\n" for p in range(8) for at, shop in enumerate(("Quay", "Mill", "Park")))
    assert read("who;shop;visits\n" + rows).report.layout == "people_in_rows"

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.reading.turning import holds_people_in_columns

if TYPE_CHECKING:
    from tests.persona.reading.conftest import Reader

NOTES = """Question,P1,P2,P3
How old are you?,34,51,28
What annoys you?,Too slow,"Too dear, and ugly",Nothing
What would help?,A list,,A plan
"""


def test_people_in_columns_become_rows(read: Reader) -> None:
    found = read(NOTES)
    assert found.report.names == ("Person", "How old are you?", "What annoys you?", "What would help?")
    assert found.rows == [
        ("P1", "34", "Too slow", "A list"),
        ("P2", "51", "Too dear, and ugly", ""),
        ("P3", "28", "Nothing", "A plan"),
    ]
    assert found.lines == [2, 3, 4]  # the columns of the file
    assert (found.report.layout, found.report.header_line, found.report.rows) == ("people_in_columns", 1, 3)


def test_a_persons_word_decides(read: Reader) -> None:
    as_it_is = read(NOTES, layout="people_in_rows")
    assert (as_it_is.report.rows, as_it_is.report.layout) == (3, "people_in_rows")
    assert as_it_is.rows[0] == ("How old are you?", "34", "51", "28")
    assert read("ID,Age\na,34\nb,51\n", layout="people_in_columns").rows == [("Age", "34", "51")]


COLUMNS = {
    "numbered people": (
        ["Frage", "TN 1", "TN 2", "TN 3"],
        [["Was stört?", "a", "b", "c"], ["Was hilft?", "d", "e", "f"]],
    ),
    "attributes": (
        ["", "Participant 1", "Participant 2"],
        [["Age", "34", "51"], ["Town", "Porto", "Oslo"], ["Kids", "1", "0"]],
    ),
    "people by name": (
        ["Question", "Anna", "Ben", "Carla"],
        [["What annoys you?", "It is slow", "The price", "Nothing much"], ["Why?", "No idea", "Dear", "So it is"]],
    ),
}


@pytest.mark.parametrize(("names", "rows"), COLUMNS.values(), ids=COLUMNS.keys())
def test_people_in_columns_are_found(names: list[str], rows: list[list[str]]) -> None:
    assert holds_people_in_columns(names, rows)


TIDY = {
    "battery": (["ID", "Q1", "Q2", "Q3"], [["anna", "4", "5", "1"], ["ben", "5", "5", "2"]]),
    "battery called P": (["Name", "P1", "P2", "P3"], [["anna", "4", "5", "1"], ["ben", "5", "5", "2"]]),
    "rated items": (["Item", "P1", "P2"], [["It is fast", "4", "5"], ["It is fast", "2", "1"]]),
    "questions and answers": (
        ["question", "answer", "source"],
        [
            ["How do I log in?", "With your mail address and a code.", "faq"],
            ["Why?", "So it is.", "faq"],
        ],
    ),
    "two columns": (["Question", "Answer"], [["How old?", "34"], ["Where?", "Porto"]]),
    "numbered rows": (["", "P1", "P2"], [["1", "a", "b"], ["2", "c", "d"]]),
    "people who ask": (["Comment", "Score", "Town"], [["Why so slow?", "4", "Porto"], ["Is it free?", "5", "Oslo"]]),
}


@pytest.mark.parametrize(("names", "rows"), TIDY.values(), ids=TIDY.keys())
def test_tidy_tables_are_not_turned(names: list[str], rows: list[list[str]]) -> None:
    assert not holds_people_in_columns(names, rows)

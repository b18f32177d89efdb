from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.reading.people_columns import holds_people_in_columns

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


@pytest.mark.parametrize("people", ["Deltagare {}", "Badany_{}", "参加者{}", "Участник №{}", "{}. Befragung"])
def test_people_numbered_by_a_word_of_any_language_are_found(people: str) -> None:
    names = ["Fråga", *(people.format(at) for at in range(1, 7))]
    rows = [["Kön", *"MKMKMM"], ["Ålder", "51", "19", "30", "56", "44", "68"], ["Varför", *"abcdef"]]

    assert holds_people_in_columns(names, rows)


def test_people_numbered_by_a_word_who_answer_in_words_alone() -> None:
    names = ["Item", *(f"Caller {at}" for at in range(1, 6))]
    rows = [["Gender", *"mfmfm"], ["Region", *("north", "south", "west", "north", "south")], ["Again", *"yynny"]]

    assert holds_people_in_columns(names, rows)


NUMBERED = {
    "a battery": [["anna", *"41532"], ["ben", *"55121"], ["carla", *"31422"]],
    "agreement": [["anna", *("yes", "no", "yes", "no", "no")], ["ben", *["no"] * 5], ["carla", *["yes"] * 5]],
    "choices": [["anna", *("tea", "milk", "beer", "wine", "cola")], ["ben", *("milk", "tea", "cola", "beer", "gin")]]
    * 2,
    "mixed lines": [["anna", *"4a3b2"], ["ben", *"1b5a4"], ["carla", *"2a4a1"]],
}


@pytest.mark.parametrize("rows", NUMBERED.values(), ids=NUMBERED.keys())
def test_numbered_questions_are_not_turned(rows: list[list[str]]) -> None:
    assert not holds_people_in_columns(["Name", *(f"Aussage {at}" for at in range(1, 6))], rows)


ANSWERED = {
    "roles": ("Question", "R{}", ("Role", "Nurse", "Cook", "Porter")),
    "jobs, German": ("Frage", "TN {}", ("Beruf", "Pflege", "Küche", "Technik")),
}


@pytest.mark.parametrize(("corner", "person", "words"), ANSWERED.values(), ids=ANSWERED.keys())
def test_a_line_of_words_below_people_is_what_they_answered(
    read: Reader, corner: str, person: str, words: tuple[str, ...]
) -> None:
    told, *some = words
    people = range(1, 10)
    lines = [
        [corner, *(person.format(n) for n in people)],
        [told, *(some[n % 3] for n in people)],
        ["Years here", *(str(n % 7) for n in people)],
        ["The plan is fair (1 = no - 5 = yes)", *(str(n % 5 + 1) for n in people)],
        ["I feel safe (1 = no - 5 = yes)", *(str(n * 2 % 5 + 1) for n in people)],
    ]
    found = read("\n".join(",".join(line) for line in lines) + "\n")

    assert (found.report.layout, found.report.rows) == ("people_in_columns", 9)
    assert found.rows[0] == (person.format(1), some[1], "1", "2", "3")

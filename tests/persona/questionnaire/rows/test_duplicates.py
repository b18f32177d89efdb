from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.questionnaire.rows.duplicates import ManyRows, Repeats, same_cells, same_id
from persona.questionnaire.rows.finding import find_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.persona.questionnaire.rows.conftest import Rows

    Make = Callable[..., Rows]
LONG = "It takes far too long to find the list that I made on Monday"


def test_rows_with_the_same_id_and_cells_are_one_person(table: Make) -> None:
    rows = "\n".join(f"P{i:03},{20 + i},fine" for i in range(9))
    assert same_cells(table(f"Code,Age,Comment\n{rows}\nP003,23,fine\nP003,23,fine")) == Repeats(
        (10, 11), "all cells are equal"
    )


def test_long_texts_tell_people_apart_and_short_answers_do_not(table: Make) -> None:
    texts = "\n".join(f"{i % 5},{'so very long an answer that it is nobody else’s'} {i}" for i in range(8))
    assert same_cells(
        table(f"Score,Comment,City\n{texts.replace(chr(10), ',x' + chr(10))},x\n4,{LONG},x\n4,{LONG},x")
    ) == (Repeats((10,), "all cells are equal"))
    assert same_cells(table("Score,Tool\n" + "4,Excel\n5,Jira\n" * 8)) is None


def test_two_people_of_the_same_minute_are_two(table: Make) -> None:
    times = "\n".join(f"10/5/16 9:{i},,yes" for i in range(10, 30))
    assert same_cells(table(f"Date,City,Answer\n{times}\n10/5/16 9:12,,yes")) is None


def test_questionnaires_with_one_id_keep_the_fullest(table: Make) -> None:
    text = "Response ID|Age|City|Comment\nR1|34|Porto|\nR2|51|Oslo|slow\nR1|34|Porto|fine\n"
    text += "\n".join(f"R{i}|40|Lyon|x" for i in range(3, 12))
    assert same_id(table(text, "|")) == Repeats((1,), "the same “Response ID”", "Response ID", alike=True)


def test_questionnaires_with_one_id_and_other_answers_are_kept_and_asked_about(table: Make) -> None:
    text = "Response ID|Age|City\nR1|34|Porto\nR1|51|Oslo\n" + "\n".join(f"R{i}|4{i}|Lyon" for i in range(2, 12))
    found = find_rows(table(text, "|"))
    assert [(rows.rows, rows.default) for rows in found.excluded] == [((2,), "kept")]
    assert [(doubt.id, doubt.default) for doubt in found.doubts] == [("duplicates:file", "keep")]


def test_people_with_many_rows_each_stay_and_are_told(table: Make) -> None:
    text = "Respondent ID,Answer\n" + "\n".join(f"P{i // 4},a{i}" for i in range(12))
    assert same_id(table(text)) == ManyRows("Respondent ID", 3)
    found = find_rows(table(text))
    assert (found.excluded, [note.sentence for note in found.notes]) == (
        (),
        ["A person may have many rows: 12 rows of 3 values of “Respondent ID”."],
    )


def test_a_table_in_which_no_row_returns_has_no_repeats(table: Make) -> None:
    text = "Response ID,Age,City\nR1,34,Porto\nR2,51,Oslo\nR3,28,Lyon"

    assert (same_cells(table(text)), same_id(table(text))) == (None, None)


def test_of_equally_full_questionnaires_the_first_is_kept(table: Make) -> None:
    people = "\n".join(f"R{at},4{at},Lyon" for at in range(2, 9))

    assert same_id(table(f"Response ID,Age,City\nR1,34,Porto\n{people}\nR1,34,Porto")) == Repeats(
        (9,), "the same “Response ID”", "Response ID", alike=True
    )


@pytest.mark.parametrize(("again", "alike"), [("34,Porto,fine,5,no", True), ("34,Porto,slow,1,yes", False)])
def test_repeats_are_alike_where_four_cells_in_five_are_equal(table: Make, again: str, alike: bool) -> None:
    people = "\n".join(f"R{at},4{at},Lyon,ok,3,no" for at in range(2, 9))
    text = f"uuid,Age,City,Why,Mark,Cook\nR1,34,Porto,fine,5,yes\n{people}\nR1,{again}"

    assert same_id(table(text)) == Repeats((9,), "the same “uuid”", "uuid", alike=alike)


def test_rows_without_an_id_are_people_of_their_own(table: Make) -> None:
    people = "\n".join(f"R{at},4{at}" for at in range(2, 9))

    assert same_id(table(f"Response ID,Age\n,34\n,34\n{people}")) is None


def test_an_id_column_of_which_none_returns_gives_way_to_the_next(table: Make) -> None:
    people = "\n".join(f"A{at},R{at},4{at}" for at in range(2, 9))
    found = same_id(table(f"uuid,Response ID,Age\nA0,R1,34\n{people}\nA1,R1,34"))

    assert found == Repeats((9,), "the same “Response ID”", "Response ID", alike=False)


@pytest.mark.parametrize(
    ("cell", "is_told"),
    [
        ("P-17", True),
        ("2016-05-10 09:12:44", True),
        ("10/5/16 9:12", False),
        ("10/5/16", False),
        ("10/5/16 9:12 AM", False),
        ("Oslo", False),
        (LONG, True),
    ],
)
def test_only_what_two_people_do_not_share_tells_that_a_row_returns(table: Make, cell: str, is_told: bool) -> None:
    people = "\n".join(f"{cell[:-1]}{chr(0x3B1 + at)}|yes|Lyon" for at in range(12))
    found = same_cells(table(f"Mark|Cook|City\n{people}\n{cell}|no|Bern\n{cell}|no|Bern", "|"))

    assert found == (Repeats((14,), "all cells are equal") if is_told else None)


def test_a_row_that_says_hardly_anything_repeats_nothing(table: Make) -> None:
    people = "\n".join(f"P{at}|4{at}|Lyon|ok" for at in range(9))

    assert same_cells(table(f"Code|Age|City|Why\n{people}\nP77|||\nP77|||", "|")) is None

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.exceptions import DataError

if TYPE_CHECKING:
    from tests.persona.reading.conftest import Reader

HEAD = "ID,Age,City,Comment\n"
ROWS = "1,34,Porto,Fine as it is\n2,51,Oslo,Slow\n"
TURNED = 'Comment,"City",ID,Age\nGood enough,Lyon,3,28\n"Too slow, really",Ghent,4,45\n'
FIRST = [("1", "34", "Porto", "Fine as it is"), ("2", "51", "Oslo", "Slow")]
SECOND = [("3", "28", "Lyon", "Good enough"), ("4", "45", "Ghent", "Too slow, really")]


def test_answers_below_names_in_another_order_are_put_in_order(read: Reader) -> None:
    found = read(HEAD + ROWS + TURNED)
    assert (found.rows, found.lines) == (FIRST + SECOND, [2, 3, 5, 6])
    assert found.left_out == [(4, "reordered_header")]
    assert found.report.left_out[0].message == "Line 4: the column names once more, in another order."


def test_names_in_the_first_order_again_end_it(read: Reader) -> None:
    found = read(HEAD + ROWS + TURNED + HEAD + "5,19,Turku,None\n")
    assert found.rows == [*FIRST, *SECOND, ("5", "19", "Turku", "None")]
    assert found.left_out == [(4, "reordered_header"), (7, "repeated_header")]


def test_order_holds_over_the_blocks_of_a_long_file(read: Reader) -> None:
    wave = "".join(f"{'x' * 90},Lyon,{i},28\n" for i in range(40_000))
    found = read(HEAD + ROWS + "Comment,City,ID,Age\n" + wave)
    assert (found.report.rows, found.rows[-1]) == (40_002, ("39999", "28", "Lyon", "x" * 90))


def test_names_written_with_other_quotes_are_names(read: Reader) -> None:
    assert read(HEAD + ROWS + '"ID","Age", City ,Comment\n').left_out == [(4, "repeated_header")]


def test_all_rows_of_names_may_come_again(read: Reader) -> None:
    top = "Q1,Q2\nHow old are you?,What would help?\n"
    found = read(top + "34,Less of it\n51,More\n28,Nothing\n" + top + "45,A plan\n")
    assert (found.report.rows, found.left_out) == (4, [(6, "repeated_header"), (7, "repeated_header")])


def test_names_of_another_table_are_refused_by_their_line(read: Reader) -> None:
    with pytest.raises(DataError) as raised:
        read(HEAD + ROWS + "ID,Age,Country,Comment\n3,28,France,Good\n")
    assert (raised.value.code, raised.value.message) == (
        "other_header",
        "Line 4 holds column names again, but not the same ones as above.",
    )


def test_respondent_who_ticked_every_box_stays(read: Reader) -> None:
    text = "Excel,Jira,Slack\n" + "Excel,,Slack\n,Jira,\nExcel,Jira,Slack\n" * 4
    assert (read(text).report.rows, read(text).left_out) == (12, [])


def test_answers_that_are_also_names_stay(read: Reader) -> None:
    assert read("Word,City,Age\nAge,Porto,34\nCity,Oslo,51\nWord,Lyon,28\n").report.rows == 3

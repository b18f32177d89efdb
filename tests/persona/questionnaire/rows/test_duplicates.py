from __future__ import annotations

from typing import TYPE_CHECKING

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

from __future__ import annotations

from pathlib import Path

from persona.models import SourceReport
from persona.questionnaire.models import Excluded
from persona.questionnaire.rows.reported import report_doubts, report_excluded, report_notes, with_answers
from persona.reading import DialectChoice, read_source

PEOPLE = "1,34,Porto\n2,51,Oslo\n3,28,Lyon\n4,45,Ghent\n5,39,Oslo\n6,20,Porto\n"


def report(folder: Path, text: str) -> SourceReport:
    file = folder / "answers.csv"
    file.write_text(text)
    return read_source(file, folder / "read")


def test_plain_file_has_nothing_to_tell(tmp_path: Path) -> None:
    found = report(tmp_path, "ID,Age,City\n" + PEOPLE)
    assert (report_doubts(found), report_notes(found), report_excluded(found)) == ((), (), ())


def test_what_was_put_aside_is_told(tmp_path: Path) -> None:
    names = "id,v1,v2\nNumber,How old are you?,Where do you live?\n"
    found = report(tmp_path, "Survey of May\n" + names + PEOPLE + "id,v1,v2\nTotal,6,\n")
    assert found.rows == 6
    assert [(note.code.value, note.rows) for note in report_notes(found)] == [
        ("second_header", None),
        ("repeated_header", 1),
        ("footer", 1),
        ("preamble", 1),
    ]
    assert report_excluded(found) == (Excluded(reason="footer", rows=1),)
    assert report_doubts(found) == ()


def test_rows_of_names_that_are_not_sure_are_asked_about_and_the_answer_holds(tmp_path: Path) -> None:
    text = "id,v1,v2\nNumber,How old are you?,Home\n1,34,Porto\n2,51,Oslo\n"
    found = report(tmp_path, text)
    (doubt,) = report_doubts(found)
    assert (found.rows, doubt.id, doubt.default) == (2, "header_rows:file", "2")
    assert doubt.evidence == ("Number", "How old are you?", "Home")
    for answer, rows in (("1", 3), ("2", 2), ("3", 1)):
        dialect = with_answers(DialectChoice(), {"header_rows": answer})
        assert read_source(tmp_path / "answers.csv", tmp_path / "again", dialect=dialect).rows == rows
    assert with_answers(DialectChoice(), {"weight": "use"}) == DialectChoice()


NOTES = "Question,P1,P2,P3\nHow old are you?,34,51,28\nWhat would help?,A list,Less,A plan\n"
LONG = "person,question,answer\n" + "".join(f"{i},Age,3{i}\n{i},Town,Oslo\n" for i in range(4))


def test_turned_tables_are_told_and_asked_about_and_the_answer_holds(tmp_path: Path) -> None:
    for text, code, turned, as_is in ((NOTES, "transposed", 3, 2), (LONG, "long_form", 4, 8)):
        found = report(tmp_path, text)
        (doubt,) = report_doubts(found)
        assert (found.rows, doubt.id) == (turned, f"{code}:file")
        assert [note.code.value for note in report_notes(found)] == [code]
        for answer, rows in ((doubt.default, turned), ("as_is", as_is)):
            dialect = with_answers(DialectChoice(), {doubt.id: answer})
            assert read_source(tmp_path / "answers.csv", tmp_path / "again", dialect=dialect).rows == rows


def test_who_asks_is_asked_about_where_nobody_does_and_the_answer_holds(tmp_path: Path) -> None:
    talk = "Jo: I am here.\nKim: I plan on paper, always on Sunday.\nJo: I see.\nKim: It is quick.\n"
    (tmp_path / "talk.txt").write_text(talk)
    found = read_source(tmp_path / "talk.txt", tmp_path / "read")
    (doubt,) = report_doubts(found)
    assert (doubt.id, doubt.default) == ("speakers:Jo", "asks")
    dialect = with_answers(DialectChoice(), {"speakers:Jo": "answers"})
    again = read_source(tmp_path / "talk.txt", tmp_path / "again", dialect=dialect)
    assert [(speaker.name, speaker.role, speaker.sure) for speaker in again.speakers] == [
        ("Jo", "answers", True),
        ("Kim", "answers", True),
    ]
    assert report_doubts(again) == ()

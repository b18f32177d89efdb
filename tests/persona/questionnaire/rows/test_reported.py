from __future__ import annotations

from pathlib import Path

import pytest

from persona.models import SheetChange, SourceReport, Speaker
from persona.questionnaire.models import Excluded, Questionnaire
from persona.questionnaire.notes import make_note
from persona.questionnaire.rows.reported import (
    report_doubts,
    report_excluded,
    report_notes,
    settled_by,
    wave_notes,
    with_answers,
    with_what_reading_saw,
)
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


def told(**changes: object) -> SourceReport:
    """A report of a file in which nothing was odd, but for these fields."""
    plain = {
        "name": "answers.xlsx", "kind": "xlsx", "bytes": 9, "sha256": "0" * 64, "encoding": "utf-8",
        "encoding_how": "mark", "delimiter": "", "quote": None, "header_line": 1, "header_rows": 1,
        "names": ("id", "Age", "Town"), "rows": 7, "rows_per_part": 10, "parts": (),
    }  # fmt: skip
    return SourceReport(**plain | changes)


@pytest.mark.parametrize(
    ("rows", "offered", "default"),
    [(0, ("1", "2"), "1"), (1, ("1", "2"), "1"), (2, ("1", "2", "3"), "2"), (3, ("1", "2", "3", "4"), "3")],
)
def test_as_many_rows_of_names_are_offered_as_there_may_be(rows: int, offered: tuple[str, ...], default: str) -> None:
    (doubt,) = report_doubts(told(header_sure=False, header_rows=rows, labels=("", "How old?", "Where?")))

    assert (tuple(answer.value for answer in doubt.answers), doubt.default) == (offered, default)
    assert doubt.evidence == ("How old?", "Where?")


@pytest.mark.parametrize(
    ("hidden", "left_out", "default", "asked", "noted", "excluded"),
    [
        (
            1, 0, "keep", "1 row is hidden in the workbook. Is it a real answer?",
            "1 row is hidden in the workbook; it is read like the others.", "kept",
        ),
        (
            3, 3, "leave_out", "3 rows are hidden in the workbook. Are they real answers?",
            "3 rows are hidden in the workbook; they are left out, as you wished.", "left_out",
        ),
    ],
)  # fmt: skip
def test_hidden_rows_are_asked_about_noted_and_counted(
    hidden: int, left_out: int, default: str, asked: str, noted: str, excluded: str
) -> None:
    found = told(notes={"hidden_rows": hidden}, skipped={"hidden": left_out} if left_out else {})
    (doubt,) = report_doubts(found)

    assert (doubt.id, doubt.default, doubt.sentence) == ("not_people:hidden", default, asked)
    assert [note.sentence for note in report_notes(found)] == [noted]
    assert report_excluded(found) == (Excluded(reason="hidden", rows=hidden, default=excluded),)


SHEETS = {"sheet": "May", "sheets": ("May", "June", "Key")}


@pytest.mark.parametrize(
    ("changes", "default", "offered"),
    [
        ({"sheets_read": {"May": 4}, "sheets_in_doubt": ("June",)}, "read", ["read", "sheet:June"]),
        ({"sheets_read": {"May": 4, "June": 3}, "sheets_in_doubt": ("Key",)}, "all", ["read", "all", "sheet:Key"]),
        (
            {"sheets_read": {"May": 4, "June": 3}, "sheet_changes": (SheetChange(sheet="June", new=("Why?",)),)},
            "all",
            ["read", "all"],
        ),
        ({"sheets_read": {"May": 4}, "sheets_beside": {"June": "id"}}, "all", ["read", "all"]),
    ],
    ids=["another may hold them", "several were read", "they ask other things", "put beside each other"],
)
def test_which_sheets_hold_the_answers_is_asked(changes: dict[str, object], default: str, offered: list[str]) -> None:
    (doubt,) = report_doubts(told(**SHEETS, **changes))

    assert (doubt.id, doubt.sentence, doubt.default) == ("sheets:file", "Which sheets hold the answers?", default)
    assert [answer.value for answer in doubt.answers] == offered


def test_sheets_that_tell_more_of_the_same_people_are_called_by_name_and_key() -> None:
    found = told(**SHEETS, sheets_read={"May": 4}, sheets_beside={"June": "id", "Key": "id"})
    beside = report_doubts(found)[0].answers[1]

    assert (beside.label, beside.effect) == (
        "“May” with the columns of “June”, “Key”",
        "Rows with the same “id” are one person.",
    )
    assert report_notes(found) == ()


def test_one_sheet_that_was_read_for_sure_raises_no_doubt_and_others_are_named() -> None:
    found = told(**SHEETS, sheets_read={"May": 4})

    assert report_doubts(found) == ()
    assert [note.sentence for note in report_notes(found)] == ["Other sheets were not read: June, Key."]


def test_files_of_a_bundle_are_called_files() -> None:
    found = told(kind="zip", sheet="a.csv", sheets_read={"a.csv": 4}, sheets_in_doubt=("b.csv",))

    assert report_doubts(found)[0].sentence == "Which files hold the answers?"


FIRST_IN_JUNE = "Asked first in “june.csv”: “A”, “B”, “C”, “D”, “E” … (7 in all); blank for people of earlier files."


def test_what_a_later_file_asks_anew_and_no_more_is_told_by_name() -> None:
    asked = tuple(f"Question {at}?" for at in range(1, 13))
    first, second = told(name="may.csv", names=(*asked, "Old?")), told(name="june.csv", names=(*asked, *"ABCDEFG"))

    assert [(note.code, note.sentence) for note in wave_notes([first, second])] == [
        ("new_questions", FIRST_IN_JUNE),
        ("missing_questions", "Not asked in “june.csv”: “Old?” (1 in all); blank for its people."),
    ]
    assert wave_notes([first]) == wave_notes([first, first]) == []


def test_a_questionnaire_tells_what_reading_saw_before_what_it_saw_itself() -> None:
    found = Questionnaire(rows=7, respondents=7, questions=(), notes=(make_note("weights_not_used", question="w"),))
    first = told(header_sure=False, header_rows=2, skipped={"footer": 1})
    both = with_what_reading_saw(found, [first, told(header_sure=False, skipped={"footer": 2})])

    assert [doubt.id for doubt in both.doubts] == ["header_rows:file"]
    assert both.excluded == (Excluded(reason="footer", rows=1), Excluded(reason="footer", rows=2))
    assert [note.code for note in both.notes] == ["second_header", "footer", "footer", "weights_not_used"]


SPOKEN = [("Jo", "asks"), ("Kim", "answers")]


@pytest.mark.parametrize(
    ("answers", "dialect"),
    [
        ({"header_rows:file": "3"}, DialectChoice(header_rows=3)),
        ({"transposed": "turn"}, DialectChoice(layout="people_in_columns")),
        ({"long_form:file": "pivot"}, DialectChoice(layout="answers_in_rows")),
        ({"long_form": "as_is"}, DialectChoice(layout="people_in_rows")),
        ({"not_people:hidden": "leave_out"}, DialectChoice(hidden_rows=False)),
        ({"not_people:hidden": "keep"}, DialectChoice(hidden_rows=True)),
        ({"not_people:spam": "keep"}, DialectChoice()),
        ({"sheets": "all"}, DialectChoice(join_sheets=True)),
        ({"sheets:file": "read"}, DialectChoice(join_sheets=False)),
        ({"sheets:file": "sheet:June"}, DialectChoice(sheet="June")),
        (
            {"speakers:Jo": "asks", "speakers:Kim": "answers"},
            DialectChoice(speakers=[("Jo", "asks"), ("Kim", "answers")]),
        ),
    ],
)
def test_each_answer_is_a_word_on_reading(answers: dict[str, str], dialect: DialectChoice) -> None:
    assert with_answers(DialectChoice(), answers) == dialect


@pytest.mark.parametrize(
    ("answers", "changes"),
    [
        ({"header_rows:file": "2"}, {}),
        ({"header_rows": "2", "speakers:Jo": "asks"}, {}),
        ({"header_rows:file": "1"}, {"header_rows": 1}),
        ({"speakers:Jo": "answers"}, {"speakers": [("Jo", "answers")]}),
        ({"weight:w": "use"}, {}),
    ],
)
def test_answers_that_say_how_it_was_read_already_change_nothing(
    answers: dict[str, str], changes: dict[str, object]
) -> None:
    speakers = (Speaker(name="Jo", role="asks", sure=False),)
    found = told(header_sure=False, header_rows=2, speakers=speakers)

    assert settled_by(found, DialectChoice(), answers) == DialectChoice(**changes)

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.questionnaire.rows.finding import FoundRows, find_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.persona.questionnaire.rows.conftest import Rows

    Make = Callable[..., Rows]
    Excluded = list[tuple[str, tuple[int, ...], str]]


def seen(found: FoundRows) -> Excluded:
    return [(rows.reason.value, rows.rows, rows.default) for rows in found.excluded]


STATES = {
    "Qualtrics": (
        "Status,Finished,Q\nSurvey Preview,True,a\nIP Address,True,b\nIP Address,False,c\nSpam,True,d\nImported,True,e",
        [("preview", (1,), "left_out"), ("spam", (4,), "left_out"), ("unfinished", (3,), "kept")],
    ),
    "Qualtrics, as numbers": (
        "Status,Finished,ResponseId,Q1\n0,1,R_a,a\n1,1,R_b,b\n0,0,R_c,c\n0,1,R_d,d",
        [("preview", (2,), "left_out"), ("unfinished", (3,), "kept")],
    ),
    "Qualtrics, channel only": (
        "Distribution Channel,Q1\nanonymous,a\npreview,b\nanonymous,c\ntest,d",
        [("preview", (2,), "left_out"), ("test", (4,), "left_out")],
    ),
    "SoSci": (
        "CASE;MODE;FINISHED;A101\n1;interview;1;x\n2;pretest;1;y\n3;interview;0;z\n4;interview;1;x",
        [("test", (2,), "left_out"), ("unfinished", (3,), "kept")],
    ),
    "LimeSurvey": (
        "id;submitdate;lastpage;q1\n1;2024-05-01 10:00:00;9;x\n2;;3;y\n3;2024-05-01 11:00:00;9;z\n4;;9;z",
        [("unfinished", (2, 4), "kept")],
    ),
    "LimeSurvey, German": (
        "Antwort ID;Datum Abgeschlossen;Letzte Seite;q1\n1;2024-05-01;9;x\n2;;3;y\n3;2024-05-02;9;z",
        [("unfinished", (2,), "kept")],
    ),
    "Alchemer": (
        "Response ID,Status,Is Test Data,Q1\n1,Complete,No,a\n2,Partial,No,b\n3,Complete,Yes,c\n4,Complete,No,d",
        [("test", (3,), "left_out"), ("unfinished", (2,), "kept")],
    ),
    "progress only": ("ID,Progress,Q1\n1,100,a\n2,40,b\n3,100,c", [("unfinished", (2,), "kept")]),
    "last page only": ("ID,lastpage,Q1\n1,5,a\n2,2,b\n3,5,c", [("unfinished", (2,), "kept")]),
    "French": ("Statut|Réponse\nComplet|a\nPartiel|b\nComplet|c", [("unfinished", (2,), "kept")]),
}


@pytest.mark.parametrize(("text", "expected"), STATES.values(), ids=STATES.keys())
def test_rows_are_excluded_by_their_state_whatever_tool_wrote_it(table: Make, text: str, expected: Excluded) -> None:
    separator = next(mark for mark in ";|," if mark in text)
    assert seen(find_rows(table(text, separator))) == expected


PLAIN = {
    "a question with such a name": "ID,Status,Q1\n1,Student,a\n2,Retired,b\n3,In progress,c",
    "a question about tests": "ID,Test,Q1\n1,Yes,a\n2,Yes,b\n3,No,c",
    "an answer that is a word of state": "ID,Which feature?,Q1\n1,preview,a\n2,test,b\n3,spam,c",
    "progress in other units": "ID,Progress,Q1\n1,1200,a\n2,400,b\n3,90,c",
    "a date that few have": "ID,Submit date,Q1\n1,,a\n2,,b\n3,,c\n4,2024-05-01,d\n5,,e\n6,,f",
    "all finished": "ID,Finished,Q1\n1,True,a\n2,True,b\n3,True,c",
}


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN.keys())
def test_plain_tables_have_no_excluded_rows(table: Make, text: str) -> None:
    assert find_rows(table(text)) == FoundRows()


def test_names_in_the_row_of_questions_count_as_well(table: Make) -> None:
    found = find_rows(table("v1,v2\npreview,a\nanonymous,b\nanonymous,c"), labels=("Distribution Channel", "Your age?"))
    assert seen(found) == [("preview", (1,), "left_out")]


def test_file_of_previews_only_is_kept_and_asked_about(table: Make) -> None:
    found = find_rows(table("Status,Q1\n" + "Survey Preview,a\n" * 5))
    assert [rows.default for rows in found.excluded] == ["kept"]
    assert [(doubt.id, doubt.default) for doubt in found.doubts] == [("not_people:preview", "keep")]


def test_doubts_say_how_many_rows_and_show_their_cells(table: Make) -> None:
    found = find_rows(table("Status,Q1\nSurvey Preview,a\nIP Address,b\nIP Address,c"))
    assert [(doubt.id, doubt.default, doubt.sentence, doubt.evidence) for doubt in found.doubts] == [
        (
            "not_people:preview",
            "leave_out",
            "Is the 1 row that looks like a preview of the survey a real answer?",
            ("Status: Survey Preview",),
        )
    ]


@pytest.mark.parametrize("key", ["not_people:preview", "not_people"])
@pytest.mark.parametrize(("value", "default"), [("keep", "kept"), ("leave_out", "left_out")])
def test_answers_to_doubts_decide(table: Make, key: str, value: str, default: str) -> None:
    text = "Status,Q1\nSurvey Preview,a\nIP Address,b\nIP Address,c"
    assert seen(find_rows(table(text), {key: value})) == [("preview", (1,), default)]


@pytest.mark.parametrize(("value", "default"), [("keep", "kept"), ("leave_out", "left_out")])
def test_answers_about_unfinished_and_repeated_rows_decide(table: Make, value: str, default: str) -> None:
    text = "Response ID,Finished,Comment\nR_1,1,fine\nR_2,0,slow\nR_1,1,fine\nR_4,1,good\nR_5,1,dear\nR_6,1,-"
    found = find_rows(table(text), {"not_people:unfinished": value, "duplicates:file": value})
    assert seen(found) == [("unfinished", (2,), default), ("duplicate", (3,), default)]


def test_people_whom_the_survey_turned_away_are_left_out_until_somebody_keeps_them(table: Make) -> None:
    text = "status,Q1\nComplete,a\nScreenout,\nQuota full,\nComplete,b\nComplete,c"
    assert seen(find_rows(table(text))) == [("screened_out", (2, 3), "left_out")]
    assert seen(find_rows(table(text), {"not_people:screened_out": "keep"})) == [("screened_out", (2, 3), "kept")]

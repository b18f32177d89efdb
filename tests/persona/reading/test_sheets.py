"""Workbooks with several sheets: which of them are answers, and what the others are good for."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from persona.exceptions import DataError
from persona.questionnaire.rows.reported import report_doubts, report_notes, with_answers
from persona.reading import DialectChoice, read_source
from tests.tables import workbook

if TYPE_CHECKING:
    from pathlib import Path

    from tests.persona.reading.conftest import Reader

NAMES = ["id", "age", "Q1", "why"]
WORDS = ["It is slow and dear", "Fine for what I need", "Too many menus for me", "I like the colours"]


def answers(count: int, *, start: int = 1) -> list[list[object]]:
    return [[n, 20 + n % 40, n % 3 + 1, f"{WORDS[n % 4]} ({n})"] for n in range(start, start + count)]


TURNED = [[why, code, n, age] for n, age, code, why in answers(6, start=20)]
CODES = [
    ["Variable", "Question", "Code", "Label"],
    ["id", "Number of the respondent"],
    ["age", "How old are you?"],
    ["Q1", "How often do you plan?", 1, "Never"],
    ["", "", 2, "Now and then"],
    ["", "", 3, "Every day"],
    ["why", "Why is that so?"],
]
BY_COUNTRY = {"DE": [NAMES, *answers(5)], "FR": [["why", "Q1", "id", "age"], *TURNED]}
BOOKS: dict[str, tuple[dict[str, list[list[object]]], list[str], int]] = {
    "code book longer than the answers": (
        {"Codebook": [*CODES, *([f"x{n}", f"Question {n}?"] for n in range(90))], "Data": [NAMES, *answers(12)]},
        ["Data"],
        12,
    ),
    "a long code book of a few columns": (
        {
            "DE": [NAMES, *answers(5)],
            "FR": [NAMES, *answers(6, start=20)],
            "Коды": [["Вопрос", "Код", "Значение"], ["Q1", 1, "Да"], *[["age", n, f"{n} лет"] for n in range(60)]],
        },
        ["DE", "FR"],
        11,
    ),
    "summary with more cells": (
        {
            "Auswertung": [["Wert", *range(30)], *[[n, *range(30)] for n in range(30)]],
            "Antworten": [NAMES, *answers(9)],
        },
        ["Antworten"],
        9,
    ),
    "same columns, another order": (BY_COUNTRY, ["DE", "FR"], 11),
    "a sheet a month, and a read me": (
        {"Read me": [["Made in May"]], **{f"2024-0{m}": [NAMES, *answers(4, start=10 * m)] for m in (1, 2, 3)}},
        ["2024-01", "2024-02", "2024-03"],
        12,
    ),
    "a repeat group of a field tool": (
        {
            "household": [
                ["_index", "village", "annoying"],
                *[[n, "Ghent", f"{WORDS[n % 4]} {n}"] for n in range(1, 13)],
            ],
            "members": [
                ["_index", "_parent_table_name", "_parent_index", "name", "age", "note"],
                *[[n, "household", n % 12 + 1, "Ann", 30, "x"] for n in range(60)],
            ],
        },
        ["household"],
        12,
    ),
    "orders of customers": (
        {
            "Orders": [
                ["order", "customer", "sum", "day", "item"],
                *[[n, f"C{n % 8}", n, "Mon", "tea"] for n in range(90)],
            ],
            "Customers": [["customer", "age", "why"], *[[f"C{n}", 30 + n, f"{WORDS[n % 4]} {n}"] for n in range(8)]],
        },
        ["Customers"],
        8,
    ),
    "a summary by one of the columns": (
        {
            "Auswertung": [["Q1", "Anzahl", "Mittel"], *[[n, 4, 2.5] for n in (1, 2, 3)], ["Gesamt", 12, 2.5]],
            "Antworten": [NAMES, *answers(12)],
        },
        ["Antworten"],
        12,
    ),
    "a pivot table and what its chart is drawn from": (
        {
            "Pivot": [["Row Labels", "Count"], *[[f"{WORDS[n]} ({n})", 1] for n in range(3)]],
            "Chart data": [["why", "n"], *[[f"{WORDS[n % 4]} ({n})", 1] for n in range(12)]],
            "Sheet1": [NAMES, *answers(12), *answers(12)],
        },
        ["Sheet1"],
        24,
    ),
    "a later wave that asks more": (
        {
            "Read me": [["Two waves"]],
            "Spring": [NAMES, *answers(5)],
            "Autumn": [["why", "Q1", "id", "new", "age"], *[[w, q, i, "yes", a] for w, q, i, a in TURNED]],
        },
        ["Spring", "Autumn"],
        11,
    ),
    "half of the columns alone make no wave": (
        {
            "Answers": [NAMES, *answers(9)],
            "Visits": [["id", "age", "shop", "till", "sum"], *[[n, 30, "A", n, 3] for n in range(5)]],
        },
        ["Answers"],
        9,
    ),
    "totals below counts": (
        {
            "Answers": [NAMES, *answers(7)],
            "Sheet2": [
                ["Town", "n", "%", "x", "y", "z"],
                *[[f"T{n}", n, n, n, n, n] for n in range(20)],
                ["Total", *[9] * 5],
            ],
        },
        ["Answers"],
        7,
    ),
}


@pytest.mark.parametrize("name", BOOKS)
def test_the_sheets_of_answers_are_read(read: Reader, name: str) -> None:
    sheets, wanted, rows = BOOKS[name]
    found = read(workbook(sheets))
    assert (list(found.report.sheets_read), found.report.rows) == (wanted, rows)
    assert sum(found.report.sheets_read.values()) == rows


def test_columns_of_other_sheets_come_in_the_order_of_the_first(read: Reader) -> None:
    found = read(workbook(BY_COUNTRY))
    told = [tuple(str(cell) for cell in row) for row in [*answers(5), *answers(6, start=20)]]
    assert (found.report.names, sorted(found.rows)) == (tuple(NAMES), sorted(told))


def test_what_a_later_wave_asks_beside_is_a_column_and_a_note(read: Reader) -> None:
    spring = [["id", "age", "Q1", "why", "old"], *[[*row, f"o{n}"] for n, row in enumerate(answers(2))]]
    autumn = [["why", "new", "Q1", "id", "age"], ["Well enough", "yes", 1, 77, 40], ["So so", "no", 2, 78, 41]]
    found = read(workbook({"Spring": spring, "Autumn": autumn}))

    assert found.report.names == ("id", "age", "Q1", "why", "old", "new")
    assert found.rows == [
        ("1", "21", "2", "Fine for what I need (1)", "o0", ""),
        ("2", "22", "3", "Too many menus for me (2)", "o1", ""),
        ("77", "40", "1", "Well enough", "", "yes"),
        ("78", "41", "2", "So so", "", "no"),
    ]
    assert [note.sentence for note in report_notes(found.report)] == [
        "Asked first in “Autumn”: “new” (1 in all); blank for people of earlier files.",
        "Not asked in “Autumn”: “old” (1 in all); blank for its people.",
    ]
    (doubt,) = report_doubts(found.report)
    assert (doubt.id, doubt.default) == ("sheets:file", "all")


FIRST = [["code", "age", "shop"], *[[f"P{n}", 20 + n, "A"] for n in range(6)]]
SECOND = [["why", "Code"], *[[f"{WORDS[n % 4]} {n}", f"P{n}"] for n in (5, 3, 4, 1, 0, 2)]]


def test_parts_of_a_questionnaire_stand_beside_each_other(read: Reader) -> None:
    found = read(workbook({"Part 1": FIRST, "Part 2": SECOND}))

    assert found.report.names == ("code", "age", "shop", "why")
    assert found.rows == [(f"P{n}", f"{20 + n}", "A", f"{WORDS[n % 4]} {n}") for n in range(6)]
    assert (found.report.sheets_read, found.report.sheets_beside) == ({"Part 1": 6}, {"Part 2": "code"})
    assert report_notes(found.report) == ()
    (doubt,) = report_doubts(found.report)
    assert (doubt.id, doubt.default) == ("sheets:file", "all")
    assert [(answer.value, answer.label, answer.effect) for answer in doubt.answers] == [
        ("read", "Only “Part 1”", "The other sheets are left aside."),
        ("all", "“Part 1” with the columns of “Part 2”", "Rows with the same “code” are one person."),
    ]


def test_people_of_one_part_only_are_people(read: Reader) -> None:
    more = [["code", "why"], *[[f"P{n}", f"{WORDS[n % 4]} {n}"] for n in range(1, 21)]]
    found = read(workbook({"A": [["code", "age"], *[[f"P{n}", n] for n in range(20)]], "B": more}))

    assert [row for row in found.rows if "" in row] == [("P0", "0", ""), ("P20", "", f"{WORDS[0]} 20")]
    assert found.report.rows == 21


@pytest.mark.parametrize(
    "second",
    [
        [["code", "why"], *[[f"P{n % 3}", f"{WORDS[n % 4]} {n}"] for n in range(6)]],  # many rows a key
        [["code", "why"], *[[f"Q{n}", f"{WORDS[n % 4]} {n}"] for n in range(6)]],  # others' keys
        [["name", "why"], *[[f"P{n}", f"{WORDS[n % 4]} {n}"] for n in range(6)]],  # no column in both
        [["code", "why"], *[[f"P{n}" if n else "", f"{WORDS[n % 4]} {n}"] for n in range(6)]],  # a row without a key
    ],
    ids=["repeated", "others", "unnamed", "blank"],
)
def test_what_does_not_belong_to_the_same_people_is_not_put_beside(read: Reader, second: list[list[object]]) -> None:
    assert read(workbook({"Part 1": FIRST, "Part 2": second})).report.sheets_beside == {}


def test_parts_may_be_taken_apart(tmp_path: Path) -> None:
    file = tmp_path / "two.xlsx"
    file.write_bytes(workbook({"Part 1": FIRST, "Part 2": SECOND}))
    again = read_source(file, tmp_path / "again", dialect=with_answers(DialectChoice(), {"sheets:file": "read"}))
    assert (again.sheets_read, again.sheets_beside) == ({"Part 1": 6}, {})


def test_sheets_with_the_very_same_columns_are_beyond_doubt(read: Reader) -> None:
    assert report_doubts(read(workbook(BY_COUNTRY)).report) == ()


def test_a_code_book_tells_texts_and_labels(read: Reader) -> None:
    found = read(workbook({"Data": [NAMES, *answers(6)], "Codes": CODES}))
    assert found.report.labels == tuple(row[1] for row in (CODES[1], CODES[2], CODES[3], CODES[6]))
    assert [row[2] for row in found.rows] == ["Now and then", "Every day", "Never"] * 2


@pytest.mark.parametrize(
    "told", ["1 = Never; 2 = Now and then; 3 = Every day", "1: Never\n2: Now and then\n3: Every day"]
)
def test_a_code_book_with_all_labels_in_a_cell(read: Reader, told: str) -> None:
    codes = [["Name", "Text", "Values"], ["age", "How old are you?", ""], ["Q1", "How often do you plan?", told]]
    found = read(workbook({"Data": [NAMES, *answers(3)], "Legend": codes}))
    assert [row[2] for row in found.rows] == ["Now and then", "Every day", "Never"]


def test_labels_that_do_not_fit_are_left_alone(read: Reader) -> None:
    codes = [["Variable", "Code", "Label"], ["age", "", ""], ["Q1", 7, "Often"], ["Q1", 8, "Never"]]
    assert [row[2] for row in read(workbook({"Data": [NAMES, *answers(3)], "Codes": codes})).rows] == ["2", "3", "1"]


def test_width_comes_from_all_rows(read: Reader) -> None:
    late = [[n, "Fine as it is"] + (["A late word"] if n == 1400 else []) for n in range(1, 1501)]
    found = read(workbook({"Data": [["id", "why"], *late]}))
    assert (found.report.rows, found.report.names, found.rows[1399][2]) == (
        1500,
        ("id", "why", "Column 3"),
        "A late word",
    )


def test_which_sheet_is_asked_and_the_answer_holds(tmp_path: Path) -> None:
    file = tmp_path / "two.xlsx"
    other: list[list[object]] = [["shop", "opinion"], *[[f"S{n}", f"{WORDS[n % 4]}, says {n}"] for n in range(9)]]
    file.write_bytes(workbook({"People": [NAMES, *answers(9)], "Shops": other}))
    report = read_source(file, tmp_path / "read")
    (doubt,) = report_doubts(report)
    assert (doubt.id, doubt.default) == ("sheets:file", "read")
    assert [answer.value for answer in doubt.answers] == ["read", "sheet:Shops"]
    assert [note.sentence for note in report_notes(report)] == ["Other sheets were not read: Shops."]
    again = read_source(file, tmp_path / "again", dialect=with_answers(DialectChoice(), {"sheets": "sheet:Shops"}))
    assert (again.sheet, again.names) == ("Shops", ("shop", "opinion"))


def test_sheets_that_were_joined_may_be_taken_apart(tmp_path: Path) -> None:
    file = tmp_path / "two.xlsx"
    longer = [[*NAMES, "more"], *[[*row, "yes"] for row in answers(6, start=20)]]
    file.write_bytes(workbook({"DE": [NAMES, *answers(5)], "FR": longer}))
    (doubt,) = report_doubts(read_source(file, tmp_path / "read"))
    assert (doubt.default, [answer.value for answer in doubt.answers]) == ("all", ["read", "all"])
    again = read_source(file, tmp_path / "again", dialect=with_answers(DialectChoice(), {"sheets:file": "read"}))
    assert len(again.sheets_read) == 1


# -- OpenDocument ----------------------------------------------------------------------------------
SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
KIND = "application/vnd.oasis.opendocument.spreadsheet"


def open_document(body: str, *, manifest: str = "<m/>", kind: str = KIND) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", kind)
        made.writestr("META-INF/manifest.xml", manifest)
        content = f"<office:document-content {SPACES}><office:body><office:spreadsheet>{body}"
        made.writestr("content.xml", f"{content}</office:spreadsheet></office:body></office:document-content>")
    return target.getvalue()


def table(rows: list[list[object]], name: str = "Sheet1") -> str:
    return f'<table:table table:name="{name}">{"".join(map(_row, rows))}</table:table>'


def _row(cells: list[object]) -> str:
    return f"<table:table-row>{''.join(map(_cell, cells))}</table:table-row>"


def _cell(value: object) -> str:
    if isinstance(value, dt.date):
        kind, told = "date", f' office:date-value="{value}"'
    elif isinstance(value, int):
        kind, told = "float", f' office:value="{value}"'
    else:
        kind, told = "string", ""
    return f'<table:table-cell office:value-type="{kind}"{told}><text:p>{value}</text:p></table:table-cell>'


def test_open_document_is_read_like_other_workbooks(read: Reader) -> None:
    tables = table([NAMES, *answers(5)], "Data") + table(CODES, "Codes")
    found = read(open_document(tables))
    assert (found.report.kind, found.report.sheet, found.report.rows) == ("ods", "Data", 5)
    assert found.rows[0] == ("1", "21", "Now and then", "Fine for what I need (1)")


REPEATED = '<table:table-row table:number-rows-repeated="1048576">{}</table:table-row>'
WIDE = 'table:number-columns-repeated="16384" office:value-type="string"'
FAR = f"<table:table-cell {WIDE}><text:p>x</text:p></table:table-cell>"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (open_document(table([NAMES]), manifest="<m><encryption-data/></m>"), "protected"),
        (open_document(f'<table:table table:name="A">{REPEATED.format(FAR)}</table:table>'), "sheet_too_large"),
        (open_document("<table:table"), "damaged"),
        (open_document("", kind="application/vnd.oasis.opendocument.text"), "not_a_table"),
        (open_document(table([])), "empty"),
    ],
    ids=["with a password", "repeated", "broken", "a letter", "no cell"],
)
def test_open_document_that_cannot_be_read_gives_one_sentence(read: Reader, data: bytes, code: str) -> None:
    with pytest.raises(DataError) as raised:
        read(data)
    assert raised.value.code == code

from __future__ import annotations

from typing import Any

import pytest

from experiments import data_report
from experiments.data_report import LeftOutGroup
from persona.messages import LEFT_OUT, hint
from persona.models import ColumnRole, SkippedLine, SourceReport

REPORT: dict[str, Any] = {
    "name": "a.csv",
    "kind": "csv",
    "bytes": 1,
    "sha256": "f",
    "encoding": "utf-8",
    "encoding_how": "checked",
    "delimiter": ",",
    "quote": '"',
    "header_line": 1,
    "names": ("a", "b"),
    "rows": 1,
    "rows_per_part": 50_000,
    "parts": (),
}


def report(**fields: Any) -> SourceReport:
    return SourceReport(**REPORT | fields)


def left(line: int, code: str, message: str) -> SkippedLine:
    return SkippedLine(line=line, code=code, message=f"Line {line}: {message}", text="x")


def test_lines_with_the_same_fault_stand_together() -> None:
    found = data_report.left_out_groups(
        report(
            skipped_lines=[
                left(3, "blank", "no cell is filled in."),
                left(5, "long_row", "9 cells, but the table has 8 columns."),
                left(8, "blank", "no cell is filled in."),
                *(left(line, "short_row", "only 2 of 8 cells.") for line in range(10, 22)),
                left(30, "blank", "no cell is filled in."),
            ]
        )
    )

    assert found == [
        LeftOutGroup("Lines 3, 8 and 30", "no cell is filled in.", hint("blank")),
        LeftOutGroup("Line 5", "9 cells, but the table has 8 columns.", hint("long_row", separator="comma")),
        LeftOutGroup("Lines 10, 11, 12, 13, 14, 15, 16, 17 and 4 more", "only 2 of 8 cells.", hint("short_row")),
    ]


def test_two_lines_are_joined_with_and() -> None:
    found = data_report.left_out_groups(report(skipped_lines=[left(3, "blank", "x"), left(4, "blank", "x")]))

    assert [group.lines for group in found] == ["Lines 3 and 4"]


@pytest.mark.parametrize("code", LEFT_OUT)
def test_every_reason_of_the_reader_can_be_told(code: str) -> None:
    [group] = data_report.left_out_groups(report(skipped_lines=[left(3, code, "x")]))

    assert group.lines == "Line 3"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Comma, UTF-8, header in line 1"),
        (
            {"delimiter": "\t", "encoding": "cp1252", "header_line": 4},
            "Tab, Windows (Western Europe), header in line 4",
        ),
        (
            {"delimiter": "^", "encoding": "iso8859-7", "header_line": None},
            "Caret, ISO 8859-7 (Greek), no column names",
        ),
        ({"kind": "parquet", "delimiter": "", "header_line": None}, "Parquet"),
        ({"kind": "text", "delimiter": "", "header_line": None}, "Text, one paragraph per row"),
        (
            {"kind": "xls", "sheet": "Data", "sheets": ("Data",), "header_line": None},
            "Excel workbook, sheet “Data”, no column names",
        ),
    ],
)
def test_a_dialect_in_words(fields: dict[str, Any], words: str) -> None:
    assert data_report.dialect_in_words(report(**fields)) == words


@pytest.mark.parametrize("role", ColumnRole)
def test_every_role_has_a_word_and_a_picture(role: ColumnRole) -> None:
    told = data_report.ROLES[role]

    assert told.value == role.value
    assert (told.word, told.icon) != ("", "")

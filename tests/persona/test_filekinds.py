"""What kind of file it was, in words."""

from __future__ import annotations

import pytest

from persona.filekinds import DELIMITED, LETTERED, WORKBOOKS, kind_in_words


@pytest.mark.parametrize(
    ("kind", "sheet", "sheets", "line", "words"),
    [
        ("xlsx", "Answers", 2, 1, "Excel workbook, sheet “Answers” of 2, column names in row 1"),
        ("xls", "Answers", 1, 3, "Excel workbook, sheet “Answers”, column names in row 3"),
        ("xlsx", None, 1, None, "Excel workbook, no column names"),
        ("json", None, 0, None, "JSON, one object per row"),
        ("parquet", None, 0, None, "Parquet"),
        ("text", None, 0, None, "Text, one paragraph per row"),
        ("transcript", None, 0, None, "Transcript, one row for each participant"),
        ("sav", None, 0, None, "SPSS file, with the labels of its codes"),
        ("abc", None, 0, None, "abc"),
    ],
)
def test_kind_in_words(kind: str, sheet: str | None, sheets: int, line: int | None, words: str) -> None:
    assert kind_in_words(kind, sheet=sheet, sheets=sheets, header_line=line) == words


def test_a_workbook_has_no_encoding_to_choose() -> None:
    assert set(WORKBOOKS) & set(LETTERED) == set()
    assert set(DELIMITED) <= set(LETTERED)


def test_sheets_that_are_read_together_are_told() -> None:
    words = kind_in_words("zip", sheet="01.txt", sheets=14, header_line=1, together=12)
    assert words == "ZIP archive, 12 of 14 files together"

from __future__ import annotations

import csv
import io

import pytest

from core.spreadsheets import csv_download, safe


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("plain", "plain"),
        ("", ""),
        ("=1+1", "'=1+1"),
        ("+cmd", "'+cmd"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝1+1", "'＝1+1"),  # full width: some programs fold it first
        ("-12.5", "-12.5"),
        ("+49", "+49"),
        ("-1,234.5", "-1,234.5"),
        ("-3 %", "'-3 %"),
        ("a=b", "a=b"),
    ],
)
def test_no_cell_is_taken_for_a_formula(cell: str, written: str) -> None:
    assert safe(cell) == written


def test_a_download_is_a_quoted_file_with_a_name_and_is_not_kept() -> None:
    response = csv_download("rows.csv", ("a", "b"), [("1", 'say "hi", you'), ("=x", "two\nlines")])

    content = b"".join(response).decode()  # type: ignore[arg-type]
    assert list(csv.reader(io.StringIO(content.removeprefix("\ufeff"), newline=""))) == [
        ["a", "b"],
        ["1", 'say "hi", you'],
        ["'=x", "two\nlines"],
    ]
    assert {name: response[name] for name in ("Content-Disposition", "Content-Type", "Cache-Control")} == {
        "Content-Disposition": 'attachment; filename="rows.csv"',
        "Content-Type": "text/csv; charset=utf-8",
        "Cache-Control": "private, no-store",
    }

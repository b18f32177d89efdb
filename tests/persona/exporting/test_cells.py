"""Cells: harmless for spreadsheet programs, and numbers stay numbers."""

from __future__ import annotations

import pytest

from persona.exporting.cells import BOM, csv_lines, original, safe

HARMLESS = ["plain", "", "-12.5", "+49", "-1,234.5", "+1,000", "-1e-5", "-3%", "a=b", "it's = fine", "'quoted'"]
HARMFUL = [
    "=1+1",
    "+cmd",
    "+49 30 1234",
    "-cmd|' /C calc'!A0",
    "@SUM(A1)",
    "@home",
    "-",
    "-3 %",
    "-١+1",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",  # full width: some programs fold it first
    "⁺1+cmd",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_no_formula_stays(text: str) -> None:
    assert (safe(text), original(text)) == (text, text)


@pytest.mark.parametrize("text", HARMFUL, ids=repr)
def test_what_may_be_one_is_marked_and_can_be_had_back(text: str) -> None:
    assert (safe(text), original(safe(text)), safe(safe(text))) == (f"'{text}", text, f"'{text}")


def test_a_table_for_programs() -> None:
    lines = csv_lines(("=a", "b"), [(-1, 0.5), ("-x", 'say "hi", you')], for_people=False)

    assert list(lines) == ["'=a,b\n", "-1,0.5\n", '\'-x,"say ""hi"", you"\n']


def test_a_table_for_people() -> None:
    assert list(csv_lines(("a", "b"), [("1", "@b")], for_people=True)) == [f'{BOM}"a","b"\r\n', '"1","\'@b"\r\n']

"""Sticky notes: one a statement, one column, nothing that a spreadsheet program would run."""

from __future__ import annotations

import csv
import io
from datetime import date

from persona.exporting.cells import BOM, FORMULA
from persona.exporting.notes import notes_csv
from tests.persona.exporting.results import RESULT


def test_notes() -> None:
    text = notes_csv(RESULT, date(2026, 5, 19))

    rows = list(csv.reader(io.StringIO(text.removeprefix(BOM))))
    assert {len(row) for row in rows} == {1}
    assert [row[0] for row in rows][:5] == [
        "Meals [2026]: 20 respondents. 19 May 2026.",
        "Paula *Planner*\n8 respondents, 40 %\n“One plan & done”",
        "Want <one> plan\n3 of 8 say something like this\nPaula *Planner*, goals",
        "'=too_many lists\n1 of 8 says this\nPaula *Planner*, frustrations",
        "Nora\n12 respondents, 60 %\nSays little",
    ]
    assert rows[-1][0].startswith("What to be careful with\nOnly 20 rows: groups will be small.")
    assert [row for row in rows if FORMULA.match(row[0])] == []

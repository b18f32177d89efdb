"""Workbooks whose code book stands on a sheet of its own: what it says of the questions, and what it orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.questionnaire.models import Scale
from persona.questionnaire.rows.reported import report_notes
from persona.questionnaire.understanding import understand
from persona.reading import read_source
from persona.table import Table
from tests.questionnaires import counts
from tests.tables import workbook

if TYPE_CHECKING:
    from pathlib import Path

STEPS = ("visai nepatenkintas", "greičiau nepatenkintas", "nei taip, nei ne", "greičiau patenkintas")
BEST = "visai patenkintas"
STEM = "Kiek esate patenkintas"
CODES: list[list[object]] = [
    ["Kintamasis", "Klausimas", "Kodas", "Reikšmė"],
    ["m", "Miestas", 1, "Vilnius"],
    ["", "", 2, "Kaunas"],
    ["", "", 3, "Klaipėda"],
    *[
        row
        for name, item in (("p1", "keliais"), ("p2", "parkais"), ("p3", "mokyklomis"))
        for row in (
            [name, f"{STEM}: {item}", 1, STEPS[0]],
            *([["", "", code, step] for code, step in enumerate((*STEPS[1:], BEST), 2)]),
            ["", "", 9, "sunku pasakyti"],
        )
    ],
]
ROWS: list[list[object]] = [
    [f"A{at}", at % 3 + 1, at % 5 + 1, at % 4 + 1, 9 if at % 10 == 7 else (at * 2) % 5 + 1] for at in range(60)
]
SUMMARY: list[list[object]] = [["Iš viso", 60]]


def test_codes_in_their_order_make_a_battery_with_a_direction(tmp_path: Path) -> None:
    book: dict[str, list[list[object]]] = {
        "Duomenys": [["id", "m", "p1", "p2", "p3"], *ROWS],
        "Kodai": CODES,
        "Suvestinė": SUMMARY,
    }
    (tmp_path / "answers.xlsx").write_bytes(workbook(book))
    report = read_source(tmp_path / "answers.xlsx", tmp_path / "read")
    found = understand(Table.open([tmp_path / "read"]))
    _, town, battery = found.questions
    assert (town.text, counts(town)) == ("Miestas", {"Vilnius": 20, "Kaunas": 20, "Klaipėda": 20})
    assert (battery.text, [item.label for item in battery.items]) == (
        STEM,
        [f"{STEM}: {item}" for item in ("keliais", "parkais", "mokyklomis")],
    )
    assert battery.scale == Scale(
        low=1, high=5, low_label=STEPS[0], high_label=BEST, higher_is="more", words=(*STEPS, BEST)
    )
    assert counts(battery) == {"sunku pasakyti": 6}
    assert [(note.code, note.sentence) for note in report_notes(report)] == [
        ("other_sheets", "Other sheets were not read: Suvestinė.")
    ]

"""Every answer to every doubt changes how a file is read: one row a doubt, each answer another reading."""

from __future__ import annotations

import csv
import io
from itertools import cycle, islice
from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from persona.questionnaire.codes import DoubtCode
from persona.questionnaire.rows.reported import with_answers, with_what_reading_saw
from persona.questionnaire.understanding import understand
from persona.reading import DialectChoice, read_source
from persona.table import Table
from tests.questionnaires import Rows
from tests.questionnaires import columns as in_memory
from tests.tables import workbook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from persona.questionnaire.models import Questionnaire

NOTES = [f"Note {at} of one person, as he or she wrote it down" for at in range(60)]


def _table(**columns: Sequence[str]) -> Rows:
    """60 people with an open answer each; cells are repeated as often as they are needed."""
    filled = {name: list(islice(cycle(cells), 60)) for name, cells in columns.items()} | {"Comments": NOTES}
    return in_memory(**filled)


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    return file.getvalue().encode()


def _hidden() -> bytes:
    """Every third row is hidden, as a filter does."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Town", "Comments"])
        for number, note in enumerate(NOTES, 1):
            sheet.write_row(number, 0, [("Oslo", "Lyon")[number % 2], note])
            if number % 3 == 0:
                sheet.set_row(number, None, None, {"hidden": True})
    return target.getvalue()


def _sheets() -> bytes:
    def rows(town: str) -> list[list[str]]:
        return [["Town", "Comments"], *([town, f"{note} in {town}"] for note in NOTES)]

    others = [["Shop", "Remarks"], *([f"Shop {at % 4}", f"Remark on it: {note}"] for at, note in enumerate(NOTES))]
    return workbook({"May": rows("Oslo"), "June": rows("Lyon"), "Shops": others})


TALK = b"Jo: I am here.\nKim: I plan on paper, always on Sunday.\nJo: I see.\nKim: It is quick.\n"
LONG = _csv(
    [
        ["person", "question", "answer"],
        *([f"{p}", q, a] for p in range(8) for q, a in (("Age", f"3{p}"), ("Town", "Oslo"))),
    ]
)
TURNED = b"Question,P1,P2,P3\nHow old are you?,34,51,28\nWhat would help?,A list,Less,A plan\n"
HEADS = b"id,v1,v2\nNumber,How old are you?,Home\n1,34,Porto\n2,51,Oslo\n"
PARTNERS = [f"{a}{x}a {b}{y}er" for a in "ABCDE" for x in "nl" for b in "KLM" for y in "ae"]
STATUS = [*["IP Address"] * 50, *["Survey Preview"] * 10]
TWICE = (
    ["Response ID", "Age", "City"],
    [["R1", "34", "Porto"], ["R1", "51", "Oslo"], *([f"R{at}", f"4{at}", "Lyon"] for at in range(2, 12))],
)

TABLES: Mapping[DoubtCode, Rows | tuple[str, bytes]] = {
    DoubtCode.JOIN_COLUMNS: _table(**{"meet people": "1011", "give back": "0110", "career": "11010"}),
    DoubtCode.SCALE_DIRECTION: _table(Food="12345", Service="543213"),
    DoubtCode.NO_ANSWER_CODES: _table(**{"How many trips?": ["3", "5", "8", "2", "99", "4", "7"]}),
    DoubtCode.KIND_CODES: _table(v9="01234532"),
    DoubtCode.NOT_PEOPLE: _table(Status=STATUS, Town=["Oslo", "Lyon"]),
    DoubtCode.HEADER_ROWS: ("a.csv", HEADS),
    DoubtCode.DUPLICATES: Rows(*TWICE),
    DoubtCode.SHEETS: ("a.xlsx", _sheets()),
    DoubtCode.SENSITIVE: _table(
        **{"What is your religion?": ["None", "Catholic", "Muslim"], "Town?": ["Oslo", "Lyon"]}
    ),
    DoubtCode.WEIGHT: _table(wt=["0.8", "1.1", "1.05", "0.9", "1.2"], Town=["Oslo", "Lyon"]),
    DoubtCode.DATE_ORDER: _table(**{"When did you join?": ["03/04/2024", "05/06/2024", "07/08/2024", "01/02/2024"]}),
    DoubtCode.DECIMALS: _table(Menge=["1,234", "2,345", "1,117", "9,999"]),
    DoubtCode.TRANSPOSED: ("a.csv", TURNED),
    DoubtCode.LONG_FORM: ("a.csv", LONG),
    DoubtCode.SPEAKERS: ("a.txt", TALK),
    DoubtCode.ONE_COLUMN: _table(Bistro=["Quay", "Mill", "Park"]),
    DoubtCode.PERSONAL_DATA: _table(Partner=PARTNERS),
}


def _read(table: Rows | tuple[str, bytes], folder: Path, answers: Mapping[str, str]) -> Questionnaire:
    """What answers make of a table; those that are settled while a file is read, of the file."""
    if isinstance(table, Rows):
        return understand(table, answers)
    name, data = table
    (folder / name).write_bytes(data)
    report = read_source(folder / name, folder / "read", dialect=with_answers(DialectChoice(), answers))
    return with_what_reading_saw(understand(Table.open([folder / "read"]), answers), [report])


def _reading(found: Questionnaire) -> str:
    """All that a reading settles: not what is asked and told of it, nor why."""
    plain = found.model_copy(update={"doubts": (), "notes": ()})
    return plain.model_dump_json(exclude={"questions": {"__all__": {"reason", "confidence"}}})


def test_each_doubt_has_a_row() -> None:
    assert list(TABLES) == list(DoubtCode)


@pytest.mark.parametrize("code", list(DoubtCode))
def test_every_answer_is_another_reading_and_the_default_is_the_one_there_was(code: DoubtCode, tmp_path: Path) -> None:
    first = _read(TABLES[code], tmp_path, {})
    doubt = next(doubt for doubt in first.doubts if doubt.code is code)

    readings = {
        answer.value: _reading(_read(TABLES[code], tmp_path, {doubt.id: answer.value})) for answer in doubt.answers
    }

    assert readings[doubt.default] == _reading(first)
    assert len(set(readings.values())) == len(doubt.answers) >= 2


def test_hidden_rows_are_read_or_left_out_as_people_say(tmp_path: Path) -> None:
    told = {
        answer: (found.respondents, [(e.reason, e.rows, e.default) for e in found.excluded], doubt.default)
        for answer in ("keep", "leave_out")
        for found in [_read(("a.xlsx", _hidden()), tmp_path, {"not_people:hidden": answer})]
        for doubt in found.doubts
        if doubt.id == "not_people:hidden"
    }

    assert told == {
        "keep": (60, [("hidden", 20, "kept")], "keep"),
        "leave_out": (40, [("hidden", 20, "left_out")], "leave_out"),
    }

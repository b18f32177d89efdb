from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from persona.reading.cells import parse
from persona.reading.rows import BATCH, CLEAN, Row, as_records, as_text


def test_as_records_keeps_cells_and_lines() -> None:
    rows = [Row(3, ["a", 'b "c", d', "e\nf"]), Row(7, [""]), Row(9, ["x\0y", "", ""])]
    (records,) = as_records(rows)
    assert [parse(records.raw(i), CLEAN) for i in range(len(records))] == [rows[0].cells, [""], ["xy", "", ""]]
    assert (records.line.tolist(), records.width.tolist(), records.final) == ([3, 7, 9], [3, 1, 3], True)


def test_as_records_comes_in_batches_of_which_the_last_is_final() -> None:
    batches = list(as_records(Row(i, ["x"]) for i in range(BATCH + 1)))
    assert [(len(batch), batch.final) for batch in batches] == [(BATCH, False), (1, True)]
    assert list(as_records([])) == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "TRUE"),
        (5.0, "5"),
        (0.1, "0.1"),
        (1e20, "1e+20"),
        (float("nan"), "nan"),
        (Decimal("2.50"), "2.50"),
        (Decimal("2.00"), "2"),
        (7, "7"),
        ("007", "007"),
        (dt.date(2024, 5, 1), "2024-05-01"),
        (dt.datetime(2024, 5, 1, tzinfo=dt.UTC), "2024-05-01"),
        (["Excel", None, 2.0], "Excel; ; 2"),
        ("é".encode(), "é"),
    ],
)
def test_as_text_keeps_what_the_cell_says(value: object, text: str) -> None:
    assert as_text(value) == text

"""What the report says of a file: the same table in many delimiters, encodings, line ends and packings."""

from __future__ import annotations

import gzip
import hashlib
from typing import TYPE_CHECKING

import pytest

from persona.exceptions import Cancelled, ConfigurationError
from persona.reading import DialectChoice, read_source

if TYPE_CHECKING:
    from pathlib import Path

    from tests.persona.reading.conftest import Reader

ROWS = [
    ("Zoë", "31", "Größe, und Preis"),
    ("Aïda", "45", 'says "so"'),
    ("Bo", "27", "für mich"),
    ("Çelik", "38", "ça va"),
]
NAMES = ("name", "age", "why")


def text(delimiter: str, end: str) -> str:
    quoted = [[f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row] for row in ROWS]
    return end.join([delimiter.join(NAMES), *(delimiter.join(row) for row in quoted), ""])


WRITTEN = [
    (",", "utf-8", "\n"), (";", "utf-8", "\r\n"), ("\t", "utf-8", "\n"), ("|", "utf-8", "\r\n"),
    (";", "utf-8-sig", "\n"), ("\t", "utf-16", "\r\n"), (";", "cp1252", "\r\n"),
]  # fmt: skip


@pytest.mark.parametrize(("delimiter", "encoding", "end"), WRITTEN, ids=repr)
def test_a_table_in_text(read: Reader, delimiter: str, encoding: str, end: str) -> None:
    data = text(delimiter, end).encode(encoding)
    found = read(data)
    report = found.report

    assert (report.names, found.rows, found.lines) == (NAMES, ROWS, [2, 3, 4, 5])
    assert (report.delimiter, report.quote, report.escape) == (delimiter, '"', None)
    assert (report.rows, report.header_line, report.header_rows, report.layout) == (4, 1, 1, "people_in_rows")
    assert (report.bytes, report.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert (report.skipped, report.skipped_lines, report.notes) == ({}, (), {})


def test_a_packed_table_is_the_table_in_it(read: Reader) -> None:
    plain = read(text(",", "\n"))
    assert plain.report.kind == "csv"
    data = gzip.compress(text(",", "\n").encode(), mtime=0)
    packed = read(data, name="answers.csv.gz")

    assert (packed.rows, packed.report.names) == (plain.rows, plain.report.names)
    assert packed.report.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("delimiter", ['"', "\n", "\r", "\0", "；", "é"])
def test_a_delimiter_that_can_be_none_is_refused(read: Reader, delimiter: str) -> None:
    with pytest.raises(ConfigurationError):
        read(text(",", "\n"), delimiter=delimiter)


def test_the_listener_hears_how_far_reading_came_and_may_end_it(tmp_path: Path) -> None:
    path, told = tmp_path / "answers.csv", []
    path.write_text(text(",", "\n"), "utf-8")
    size = path.stat().st_size

    read_source(path, tmp_path / "read", on_progress=lambda done, whole: told.append((done, whole)))
    assert told == sorted(told)
    assert told[-1] == (size, size)

    def stop(_done: int, _whole: int) -> None:
        raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        read_source(path, tmp_path / "again", dialect=DialectChoice(), on_progress=stop)

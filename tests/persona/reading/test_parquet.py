from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import numpy as np
import pytest

from persona.reading.dialect import Dialect
from persona.reading.ledger import Ledger
from persona.reading.parquet import _database, read_left_out, write_left_out, write_part
from persona.reading.splitter import split

if TYPE_CHECKING:
    from pathlib import Path


def written(path: Path, data: bytes, dialect: Dialect, width: int) -> list[tuple]:
    records = split(data, dialect)
    write_part(path, data, records.end, records.line, dialect, width)
    return duckdb.connect().execute("SELECT * FROM read_parquet(?)", [str(path)]).fetchall()


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        (b'1,"a ""b"""\n2,\n', [(1, "1", 'a "b"'), (2, "2", "")]),
        (b"x,\x1d\x1e\ny,z\n", [(1, "x", "\x1d\x1e"), (2, "y", "z")]),  # what the engine takes for a missing value
        (b'NULL,"c\r\nd"\r\n#,e', [(1, "NULL", "c\r\nd"), (3, "#", "e")]),
    ],
    ids=["quotes", "looks missing", "line break"],
)
def test_write_part_keeps_every_cell(tmp_path: Path, data: bytes, rows: list[tuple]) -> None:
    assert written(tmp_path / "part.parquet", data, Dialect(), 2) == rows
    assert [path.name for path in tmp_path.iterdir()] == ["part.parquet"]


def test_write_part_of_a_wide_table(tmp_path: Path) -> None:
    row = b",".join(b"%d" % i for i in range(1500)) + b"\n"
    found = written(tmp_path / "part.parquet", row * 2, Dialect(), 1500)
    assert [(line[0], line[1], line[1500]) for line in found] == [(1, "0", "1499"), (2, "0", "1499")]


def test_the_engine_reaches_what_it_reads_and_writes_and_nothing_else(tmp_path: Path) -> None:
    mine, other = tmp_path / "mine.csv", tmp_path / "other.csv"
    for file in (mine, other):
        file.write_text("a,b\n")
    forbidden = (f"FROM read_csv('{other}')", f"COPY (SELECT 1) TO '{other}'", "SET threads = 4", "INSTALL httpfs")

    with _database(2, mine) as database:
        assert database.execute("FROM read_csv(?, header=false)", [str(mine)]).fetchall() == [("a", "b")]
        for query in forbidden:
            with pytest.raises(duckdb.Error):
                database.execute(query)


def test_write_part_gives_the_same_bytes_again(tmp_path: Path) -> None:
    data = b"".join(b"%d,answer %d\n" % (i, i % 97) for i in range(30_000))
    ends, lines = split(data, Dialect()).end, np.arange(30_000)
    for name in ("a.parquet", "b.parquet"):
        write_part(tmp_path / name, data, ends, lines, Dialect(), 2)
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()


def test_left_out_lines_are_kept_all_and_in_order(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        for line in (*range(10, 1500), 5):
            ledger.leave_out("blank", line, f'{line},"a\nb"\n')
    path = tmp_path / "left-out.parquet"
    write_left_out(path, ledger.spool)
    found = list(read_left_out(path))
    assert [entry.line for entry in found] == [5, *range(10, 1500)]
    assert (found[0].code, found[0].message, found[0].text) == ("blank", "Line 5: no cell is filled in.", '5,"a\nb"')
    assert (len(ledger.left_out), ledger.left_out_counts) == (1000, {"blank": 1491})
    assert [p.name for p in tmp_path.iterdir()] == ["left-out.parquet"]

"""Clean records into parts of equal row count."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import duckdb
import numpy as np
import pytest

from persona.exceptions import DataError
from persona.reading import parts
from persona.reading.dialect import Dialect
from persona.reading.parts import Batch, PartWriter, join

if TYPE_CHECKING:
    from pathlib import Path


def batch(*records: str, line: int = 1) -> Batch:
    lengths = [len(record.encode()) for record in records]
    lines = np.arange(line, line + len(records))
    return Batch("".join(records).encode(), np.cumsum(lengths, dtype=np.int64), lines)


def told(some: Batch) -> tuple[bytes, list[int], list[int]]:
    return some.data, some.ends.tolist(), some.lines.tolist()


WHOLE = batch("a,1\n", "bb,22\n", "ü,3\n", "d,4\n", line=2)


@pytest.mark.parametrize(
    ("start", "stop", "part"),
    [
        (0, 4, ("a,1\nbb,22\nü,3\nd,4\n", [4, 10, 15, 19], [2, 3, 4, 5])),
        (0, 2, ("a,1\nbb,22\n", [4, 10], [2, 3])),
        (2, 4, ("ü,3\nd,4\n", [5, 9], [4, 5])),
        (1, 1, ("", [], [])),
        (4, 4, ("", [], [])),
    ],
)
def test_some_records_of_a_batch(start: int, stop: int, part: tuple[str, list[int], list[int]]) -> None:
    text, ends, lines = part

    assert told(WHOLE.take(start, stop)) == (text.encode(), ends, lines)


@pytest.mark.parametrize("cuts", [(0, 4), (0, 1, 4), (0, 2, 2, 3, 4), (0, 1, 2, 3, 4)])
def test_batches_that_were_cut_are_joined_again(cuts: tuple[int, ...]) -> None:
    pieces = [WHOLE.take(a, b) for a, b in pairwise(cuts)]

    assert told(join(pieces)) == told(WHOLE)


def test_nothing_joined_is_nothing() -> None:
    assert told(join([])) == (b"", [], [])


@pytest.mark.parametrize(
    ("sizes", "rows"),
    [((2,), [2]), ((3,), [3]), ((4,), [3, 1]), ((1, 1, 1), [3]), ((2, 5), [3, 3, 1]), ((9,), [3, 3, 3]), ((0, 1), [1])],
)
def test_parts_are_full_but_for_the_last(
    sizes: tuple[int, ...], rows: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "ROWS", 3)
    with PartWriter(tmp_path, Dialect(), 2, max_rows=100) as writer:
        line = 2
        for size in sizes:
            writer.add(batch(*(f"p{at},x\n" for at in range(line, line + size)), line=line))
            line += size
        writer.finish()

    assert (writer.rows, writer.rows_per_part) == (sum(sizes), 3)
    assert writer.names == [f"part-{at:05d}.parquet" for at in range(len(rows))]
    assert sorted(path.name for path in tmp_path.iterdir()) == writer.names
    assert [lines_of(tmp_path / name) for name in writer.names] == numbered(rows)


def numbered(rows: list[int]) -> list[list[int]]:
    ends = np.cumsum([0, *rows]).tolist()
    return [list(range(2 + a, 2 + b)) for a, b in pairwise(ends)]


def lines_of(path: Path) -> list[int]:
    with duckdb.connect() as database:
        return [line for (line,) in database.execute("SELECT _line FROM read_parquet(?)", [str(path)]).fetchall()]


@pytest.mark.parametrize(("width", "rows"), [(1, 50_000), (100, 50_000), (1_000, 5_000), (10_000_000, 1)])
def test_a_part_of_a_wide_table_holds_fewer_rows(width: int, rows: int, tmp_path: Path) -> None:
    assert PartWriter(tmp_path, Dialect(), width, 1).rows_per_part == rows


def test_too_many_rows_are_refused_with_the_limit(tmp_path: Path) -> None:
    with PartWriter(tmp_path, Dialect(), 2, max_rows=3) as writer:
        writer.add(WHOLE.take(0, 3))
        with pytest.raises(DataError, match="3 rows"):
            writer.add(WHOLE.take(3, 4))

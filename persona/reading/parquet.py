"""Parquet files by DuckDB: written from clean CSV, checked against the count of rows, read back by their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from persona.database import MEMORY, open_database
from persona.models import SkippedLine
from persona.reading.cells import parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import duckdb
    import numpy.typing as npt

    from persona.reading.dialect import Dialect

    Positions = npt.NDArray[np.int64]

WIDE = 1000  # columns above which the engine needs more room: it holds 2,048 values of each
WIDE_MEMORY = "4GB"
NO_NULL = "\x1d\x1e"  # what stands for a missing value: nothing that a cell holds, since '' is an empty answer
ROW_GROUP = 20_000
LINE_FLOOR = 2 << 20
# Without the option the engine writes a second time into a file beside, which the lock-down forbids.
FORMAT = f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ROW_GROUP}, USE_TMP_FILE false)"


def column_names(width: int) -> list[str]:
    """What columns are called inside the files: people's names may differ in case only, which SQL cannot tell."""
    return [f"c{i}" for i in range(width)]


def write_part(path: Path, data: bytes, ends: Positions, lines: Positions, dialect: Dialect, width: int) -> None:
    """Write clean records as one part. Should the engine see other rows than the splitter, Python parses them."""
    source = path.with_suffix(".csv")
    source.write_bytes(data)
    try:
        with _database(width, source, path) as database:
            if not _copy_csv(database, source, path, ends, lines, dialect, width):
                _copy_cells(database, path, data, ends, lines, dialect, width)
    finally:
        source.unlink()


def write_left_out(path: Path, spool: Path) -> None:
    """All left-out lines, in order, from the file the ledger wrote; which is removed."""
    with _database(4, spool, path) as database:
        columns = "{'line': 'UINTEGER', 'code': 'VARCHAR', 'message': 'VARCHAR', 'text': 'VARCHAR'}"
        rows = _read_csv(spool, columns, ",", '"', LINE_FLOOR)
        _copy(database, f"FROM {rows} ORDER BY line", path)
    spool.unlink()


def read_left_out(path: Path) -> Iterator[SkippedLine]:
    """The entries that `write_left_out` wrote."""
    with _database(4, path) as database:
        found = database.execute("SELECT line, code, message, text FROM read_parquet(?)", [str(path)])
        while rows := found.fetchmany(1000):
            for line, code, message, text in rows:
                yield SkippedLine(line=line, code=code, message=message, text=text)


def _database(width: int, *files: Path) -> duckdb.DuckDBPyConnection:
    return open_database(files=files, memory=MEMORY if width <= WIDE else WIDE_MEMORY)


def _copy_csv(
    database: duckdb.DuckDBPyConnection,
    source: Path,
    path: Path,
    ends: Positions,
    lines: Positions,
    dialect: Dialect,
    width: int,
) -> bool:
    """Whether the engine found as many rows as there are, with no cell missing."""
    import duckdb

    names = column_names(width)
    longest = int(np.diff(ends, prepend=0).max(initial=0))
    types = ", ".join(f"'{name}': 'VARCHAR'" for name in names)
    rows = _read_csv(
        source,
        f"{{{types}}}",
        dialect.delimiter.decode(),
        (dialect.quote or b"").decode(),
        max(LINE_FLOOR, 2 * longest),
    )
    database.register("line_numbers", {"_line": lines.astype(np.uint32)})
    try:
        _copy(database, f"FROM {rows} r POSITIONAL JOIN line_numbers l SELECT l._line, r.*", path)
    except duckdb.Error:
        return False
    # The counts stand in the file's own footer, so nothing is read again.
    counts = database.execute(
        "SELECT coalesce(sum(num_values) FILTER (WHERE path_in_schema = '_line'), 0)::BIGINT,"
        " coalesce(sum(stats_null_count), 0)::BIGINT FROM parquet_metadata(?)",
        [str(path)],
    ).fetchall()
    return counts == [(len(lines), 0)]


def _copy_cells(
    database: duckdb.DuckDBPyConnection,
    path: Path,
    data: bytes,
    ends: Positions,
    lines: Positions,
    dialect: Dialect,
    width: int,
) -> None:
    starts = [0, *ends[:-1].tolist()]
    rows = [parse(data[start:end], dialect) for start, end in zip(starts, ends.tolist(), strict=True)]
    columns = {name: np.array([row[i] for row in rows], object) for i, name in enumerate(column_names(width))}
    database.register("cells", {"_line": lines.astype(np.uint32), **columns})
    selected = ", ".join(f"{name}::VARCHAR AS {name}" for name in columns)
    _copy(database, f"FROM cells SELECT _line, {selected}", path)


def _copy(database: duckdb.DuckDBPyConnection, query: str, path: Path) -> None:
    database.execute(f"COPY ({query}) TO {literal(path)} {FORMAT}")


def _read_csv(source: Path, columns: str, delimiter: str, quote: str, longest: int) -> str:
    return (
        f"read_csv({literal(source)}, auto_detect=false, header=false, delim={literal(delimiter)},"
        f" quote={literal(quote)}, escape={literal(quote)}, columns={columns}, nullstr={literal(NO_NULL)},"
        f" parallel=false, strict_mode=false, max_line_size={longest})"
    )


def literal(value: object) -> str:
    """A text in SQL, for places that take no parameters."""
    return "'" + str(value).replace("'", "''") + "'"

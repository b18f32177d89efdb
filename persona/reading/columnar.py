"""Parquet files: their columns as text, their rows numbered from 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.database import open_database
from persona.messages import data_error, file_size
from persona.reading.header import Head
from persona.reading.job import Found
from persona.reading.naming import name_columns
from persona.reading.rows import BATCH, CHARACTERS, CLEAN, Row, as_records, as_text
from persona.reading.tabulate import write_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb

    from persona.reading.job import Job

GROUPS = 100_000  # of rows; a million rows are usually ten
MOSTLY_BLANK = 2  # times as many rows as are allowed may be there, should half of them be blank


def read_parquet(job: Job) -> Found:
    """Write the rows of a Parquet file into our own parts."""
    import duckdb

    sha256 = job.sha256()
    try:
        with open_database(files=[job.path]) as database:
            _check_declared(database, job)
            found = database.execute("FROM read_parquet(?)", [str(job.path)])
            named = name_columns([column[0] for column in database.description or ()], len(database.description or ()))
            head = Head(named.names, (), 0, renamed=named.renamed, unnamed=named.unnamed)
            table = write_table(as_records(_rows(found, job)), job, CLEAN, head.width, head)
    except duckdb.OutOfMemoryException:
        raise
    except duckdb.Error as exc:
        raise data_error("damaged", kind="Parquet") from exc
    return Found("parquet", sha256, table)


def _check_declared(database: duckdb.DuckDBPyConnection, job: Job) -> None:
    """What the file says of itself, before any of it is unpacked; `_rows` counts what is true."""
    rows, groups = database.execute(
        "SELECT sum(num_rows), sum(num_row_groups) FROM parquet_file_metadata(?)", [str(job.path)]
    ).fetchall()[0]
    if rows > MOSTLY_BLANK * job.limits.rows:
        raise data_error("too_many_rows", limit=job.limits.rows)
    columns, unpacked = database.execute(
        "SELECT count(DISTINCT column_id), sum(total_uncompressed_size) FROM parquet_metadata(?)", [str(job.path)]
    ).fetchall()[0]
    limit = job.limits.unpacked_for(job.size)
    if groups > GROUPS or (unpacked or 0) > limit:
        raise data_error("unpacks_too_large", limit=file_size(limit))
    if columns > job.limits.columns:
        raise data_error("too_many_columns", line=1, found=columns, limit=job.limits.columns)


def _rows(found: duckdb.DuckDBPyConnection, job: Job) -> Iterator[Row]:
    """Rows with their numbers, a few at first: repeated values take no room in the file, but here they do."""
    before, size, batch, limit = 0, 0, 1, job.limits.unpacked_for(job.size)
    while rows := found.fetchmany(batch):
        taken = 0
        for number, values in enumerate(rows, before + 1):
            cells = [as_text(value) for value in values]
            taken += sum(map(len, cells))
            yield Row(number, cells)
        before, size = before + len(rows), size + taken
        if size > limit:
            raise data_error("unpacks_too_large", limit=file_size(limit))
        batch = max(1, min(2 * batch, BATCH, CHARACTERS * len(rows) // max(taken, 1)))

"""Parquet files: their columns as text, their rows numbered from 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.database import open_database
from persona.messages import data_error
from persona.reading.header import Head
from persona.reading.job import Found
from persona.reading.naming import name_columns
from persona.reading.rows import BATCH, CLEAN, Row, as_records, as_text
from persona.reading.tabulate import write_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb

    from persona.reading.job import Job


def read_parquet(job: Job) -> Found:
    """Write the rows of a Parquet file into our own parts."""
    import duckdb

    sha256 = job.sha256()
    try:
        with open_database(files=[job.path]) as database:
            found = database.execute("FROM read_parquet(?)", [str(job.path)])
            named = name_columns([column[0] for column in database.description or ()], len(database.description or ()))
            head = Head(named.names, (), 0, renamed=named.renamed, unnamed=named.unnamed)
            table = write_table(as_records(_rows(found)), job, CLEAN, head.width, head)
    except duckdb.Error as exc:
        raise data_error("damaged", kind="Parquet") from exc
    return Found("parquet", sha256, table)


def _rows(found: duckdb.DuckDBPyConnection) -> Iterator[Row]:
    before = 0
    while rows := found.fetchmany(BATCH):
        for number, values in enumerate(rows, before + 1):
            yield Row(number, [as_text(value) for value in values])
        before += len(rows)

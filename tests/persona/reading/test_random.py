"""Random tables in random dialects come back as they were; damaged ones never surprise."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from persona.exceptions import DataError
from persona.reading import DialectChoice, parts, read_source, skipped_lines
from persona.reading.parquet import write_part
from persona.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from persona.reading.dialect import Dialect

HOSTILE = Path(__file__).parents[2] / "data" / "hostile"
SEEDS = [path.read_bytes() for path in sorted(HOSTILE.glob("*/*.csv")) if path.stat().st_size < 20_000]
PIECES = [
    b'"',
    b'""',
    b",",
    b"\n",
    b"\r\n",
    b"\r",
    b"\0",
    b"'",
    b";",
    b"\xff",
    b"\xe9",
    b"\\",
    b"\x1f",
    b"\xef\xbb\xbf",
]
LETTERS = st.sampled_from("abcxyz ,;|\t\"'\n\r.:0129-éüßŁж日😀“”")
FILLED = st.text(LETTERS, min_size=1, max_size=12).map(lambda text: f"w{text}w")
CELL = st.one_of(FILLED, st.just(""), st.integers(0, 99999).map(str))
FILES = settings(
    derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """Rows of equal width, the first cell of each filled."""
    width = draw(st.integers(2, 6))
    row = st.tuples(FILLED, *[CELL] * (width - 1)).map(list)
    return draw(st.lists(row, min_size=1, max_size=12))


@settings(FILES, max_examples=40)
@given(
    rows=tables(),
    delimiter=st.sampled_from(",;\t|^~"),
    line_end=st.sampled_from(["\n", "\r\n"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_random_table_in_a_random_dialect_comes_back(
    rows: list[list[str]], delimiter: str, line_end: str, quoting: int, encoding: str
) -> None:
    names = [f"Name {i}" for i in range(len(rows[0]))]
    if quoting == csv.QUOTE_MINIMAL:  # Python leaves a lone carriage return without quotation marks
        rows = [[cell.replace("\r", "\n") for cell in row] for row in rows]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=line_end, quoting=quoting).writerows([names, *rows])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.csv"
        path.write_bytes(text.getvalue().encode(encoding))
        report = read_source(path, Path(folder) / "read", dialect=DialectChoice(delimiter=delimiter, header=True))
        found = Table.open([Path(folder) / "read"]).page(1, report.rows)
    assert report.names == tuple(names)
    assert [list(row.cells.values()) for row in found] == rows


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A file with bytes changed, put in, taken out or cut off."""
    data = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.sampled_from([1, 1, 2, 5, 20]))):
        at = draw(st.integers(0, len(data)))
        match draw(st.sampled_from(["change", "insert", "insert", "remove", "cut"])):
            case "change" if at < len(data):
                data[at] = draw(st.integers(0, 255))
            case "insert":
                data[at:at] = draw(st.sampled_from(PIECES))
            case "remove":
                del data[at : at + draw(st.integers(1, 8))]
            case "cut" if at > len(data) // 2:
                del data[at:]
    return bytes(data)


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Each part is also read by Python's csv from the same clean bytes, cell by cell."""
    rows: list[int] = []
    limit = csv.field_size_limit(2**31 - 1)

    def write_and_compare(
        path: Path, data: bytes, ends: npt.NDArray, lines: npt.NDArray, dialect: Dialect, width: int
    ) -> None:
        write_part(path, data, ends, lines, dialect, width)
        found = [list(cells) for _, *cells in duckdb.connect().execute("FROM read_parquet(?)", [str(path)]).fetchall()]
        assert found == python_rows(data, dialect)
        rows.append(len(found))

    monkeypatch.setattr(parts, "write_part", write_and_compare)
    yield rows
    csv.field_size_limit(limit)


def python_rows(data: bytes, dialect: Dialect) -> list[list[str]]:
    quote = dialect.quote.decode() if dialect.quote else None
    return list(
        csv.reader(
            io.StringIO(data.decode(), newline=""),
            delimiter=dialect.delimiter.decode(),
            quotechar=quote,
            quoting=csv.QUOTE_MINIMAL if quote else csv.QUOTE_NONE,
        )
    )


@settings(FILES, max_examples=80)
@given(data=damaged())
def test_damaged_file_gives_rows_or_one_sentence(data: bytes, compared: list[int]) -> None:
    compared.clear()
    with tempfile.TemporaryDirectory() as name:
        path, folder = Path(name) / "answers.csv", Path(name) / "read"
        path.write_bytes(data)
        try:
            report = read_source(path, folder)
        except DataError:
            assert not folder.exists() or not list(folder.iterdir())
            return
        lines = [entry.line for entry in skipped_lines(folder)]
        assert len(lines) == report.skipped_total
        assert lines == sorted(lines)
        assert sum(compared) == report.rows

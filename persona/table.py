"""Rows of one or more sources, numbered from 1, served from Parquet parts without loading the whole."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from persona.database import open_database
from persona.messages import data_error
from persona.models import SourceReport
from persona.reading import REPORT
from persona.reading.matching import match_columns
from persona.remembering import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.integer[Any]]
    Cells = tuple[Any, ...]
    Select = Callable[["_Part"], str]

AT_ONCE = 500  # columns
LEAST_MEMORY = 400  # megabytes; whole rows of more than 3,200 columns need more
BY_PLACE = "FROM read_parquet(?, file_row_number=true) WHERE file_row_number"


class Row(NamedTuple):
    """One respondent: number in the table, and its place in the file it came from."""

    row: int
    source: str
    line: int
    cells: dict[str, str]


class _Part(NamedTuple):
    path: str
    source: int
    first: int  # row number in the table
    rows: int


class Table:
    """The rows of all sources, one after the other. Made for many threads: each call has its own cursor.

    Example:
        >>> table = Table.open([folder])                                # doctest: +SKIP
        >>> table.page(1, 50)[0].cells["City"]                          # doctest: +SKIP
        'Porto'
    """

    def __init__(self, folders: Sequence[Path], reports: Sequence[SourceReport]) -> None:
        self.reports = tuple(reports)
        self._folders = tuple(folders)
        self._matched = match_columns(self.reports)
        self.names: tuple[str, ...] = self._matched.names
        self._parts = list(_parts(folders, self.reports))
        self._firsts = [part.first for part in self._parts]
        self._source_firsts = list(accumulate((r.rows for r in self.reports), initial=1))
        self.rows = self._source_firsts[-1] - 1
        self._selected = [self._expressions(place) for place in self._matched.places]
        self._database = open_database(folders=folders, memory=f"{max(LEAST_MEMORY, len(self.names) // 8)}MB")

    @classmethod
    def open(cls, folders: Sequence[Path]) -> Table:
        """The table in folders that `read_source` filled.

        Raises:
            DataError: a folder holds no complete source, or two sources have too few columns in common.
        """
        if not folders:
            raise data_error("not_read_yet")
        reports = [_report(folder) for folder in folders]
        if (misfit := match_columns(reports).misfit) is not None:
            raise data_error("columns_differ", name=reports[misfit].name, first=reports[0].name)
        return cls(folders, reports)

    @property
    def weights(self) -> None:
        """Before it is understood, no row of a table counts more than another."""

    @cached_property
    def key(self) -> str:
        """Tells these rows, read in this way, from all others; the same as long as nobody writes the files anew."""
        files = [*(Path(part.path) for part in self._parts), *(folder / REPORT for folder in self._folders)]
        seen = [(path, path.stat()) for path in files]
        return digest(f"{path} {stat.st_size} {stat.st_mtime_ns}" for path, stat in seen)

    @property
    def labels(self) -> tuple[str, ...] | None:
        """The texts of the questions, where the file has them beside the names."""
        return self._matched.labels

    @property
    def titles(self) -> tuple[str, ...]:
        """The lines above the table, of all its sources."""
        return tuple(title for report in self.reports for title in report.titles)

    def values(self, name: str) -> list[str]:
        """One whole column in order of rows; '' is an empty cell."""
        return [value for _, columns in self.batches([name]) for value in columns[name]]

    def batches(self, names: Sequence[str], size: int = 50_000) -> Iterator[tuple[int, dict[str, list[str]]]]:
        """Columns in pieces of at most `size` rows, each with the number of its first row."""
        for part in self._parts:
            for start in range(0, part.rows, size):
                columns: dict[str, list[str]] = {}
                for some in _groups(names):
                    columns |= self._columns(some, part, start, min(start + size, part.rows) - 1)
                yield part.first + start, columns

    def page(self, start: int, count: int) -> list[Row]:
        """`count` rows from row number `start`; fewer at the end."""
        rows: list[Row] = []
        last = min(start + count - 1, self.rows)
        while start <= last:
            part = self._part_of(start)
            stop = min(last, part.first + part.rows - 1)
            found = self._query(self._whole_row(part), part, start - part.first, stop - part.first + 1)
            rows += self._rows(part, found)
            start = stop + 1
        return rows

    def rows_at(self, rows: Sequence[int]) -> list[Row]:
        """The rows with these numbers, in the order asked for."""
        found: dict[int, Row] = {}
        for part, cells in self._among(self._whole_row, rows):
            found |= {row.row: row for row in self._rows(part, cells)}
        return [found[row] for row in rows]

    def search(
        self, text: str, *, names: Sequence[str], among: Numbers | None = None, after: int = 0, limit: int = 51
    ) -> list[Row]:
        """Rows after row number `after` that hold `text` in one of the columns: literal, upper or lower case alike.

        Reads part by part and stops as soon as `limit` rows are found.
        """
        hits = self._hits(self._whole_row, text, names, among, after, limit)
        return [row for part, found in hits for row in self._rows(part, found)]

    def find(
        self, text: str, *, names: Sequence[str], among: Numbers | None = None, after: int = 0, limit: int = 10_001
    ) -> list[int]:
        """The numbers of the rows that `search` would give, without their cells."""
        hits = self._hits(lambda _: "SELECT file_row_number", text, names, among, after, limit)
        return [part.first + at for part, found in hits for (at,) in found]

    def locate(self, row: int) -> tuple[str, int, int]:
        """Source name, row in that source (from 1) and physical line of a row."""
        source = bisect_right(self._source_firsts, row) - 1
        return self.reports[source].name, row - self._source_firsts[source] + 1, self.lines([row])[0]

    def source_of(self, row: int) -> str:
        """The name of the source that holds a row."""
        return self.reports[bisect_right(self._source_firsts, row) - 1].name

    def lines(self, rows: Sequence[int]) -> list[int]:
        """The physical lines of these rows in their files."""
        found: dict[int, int] = {}
        for part, cells in self._among(lambda _: "SELECT file_row_number, _line", rows):
            found |= {part.first + at: line for at, line in cells}
        return [found[row] for row in rows]

    # -- inside -------------------------------------------------------------------------------------
    def _index_of(self, row: int) -> int:
        if not 1 <= row <= self.rows:
            raise IndexError(f"row {row} of {self.rows}")
        return bisect_right(self._firsts, row) - 1

    def _part_of(self, row: int) -> _Part:
        return self._parts[self._index_of(row)]

    def _expressions(self, place: Mapping[str, int]) -> dict[str, str]:
        """What each column is in the parts of one source; one that it lacks is blank there."""
        return {name: f"c{place[name]}" if name in place else "''" for name in self.names}

    def _whole_row(self, part: _Part) -> str:
        return f"SELECT file_row_number, _line, {', '.join(self._selected[part.source].values())}"

    def _columns(self, names: Sequence[str], part: _Part, start: int, stop: int) -> dict[str, list[str]]:
        """The cells of these columns in a part, from a place to another: three times faster than row by row."""
        of = self._selected[part.source]
        there = {name: of[name] for name in names if of[name] != "''"}
        blank = [""] * (stop - start + 1)
        if not there:
            return {name: list(blank) for name in names}
        with self._database.cursor() as cursor:
            sql = f"SELECT {', '.join(there.values())} {BY_PLACE} BETWEEN ? AND ?"
            found = cursor.execute(sql, (part.path, start, stop)).fetchnumpy()
        return {name: found[there[name]].tolist() if name in there else list(blank) for name in names}

    def _rows(self, part: _Part, found: Sequence[Cells]) -> list[Row]:
        source = self.reports[part.source].name
        return [
            Row(part.first + at, source, line, dict(zip(self.names, cells, strict=True))) for at, line, *cells in found
        ]

    def _query(self, select: str, part: _Part, start: int, stop: int) -> list[Cells]:
        return self._run(f"{select} {BY_PLACE} BETWEEN ? AND ?", [part.path, start, stop - 1])

    def _among(self, select: Select, rows: Sequence[int]) -> Iterator[tuple[_Part, list[Cells]]]:
        """The rows with these numbers, part by part."""
        wanted: dict[int, list[int]] = {}
        for row in sorted(set(rows)):
            wanted.setdefault(self._index_of(row), []).append(row)
        for index, numbers in wanted.items():
            part = self._parts[index]
            places = [row - part.first for row in numbers]
            yield part, self._run(f"{select(part)} {BY_PLACE} IN (SELECT unnest(?::BIGINT[]))", [part.path, places])

    def _hits(
        self, select: Select, text: str, names: Sequence[str], among: Numbers | None, after: int, limit: int
    ) -> Iterator[tuple[_Part, list[Cells]]]:
        """Part by part, until `limit` rows are found."""
        for part in self._parts:
            of = self._selected[part.source]
            columns = [of[name] for name in names if of[name] != "''"]
            if limit <= 0:
                return
            if columns and part.first + part.rows - 1 > after:
                found = self._search_part(select(part), part, text, columns, among, after, limit)
                limit -= len(found)
                yield part, found

    def _search_part(
        self,
        select: str,
        part: _Part,
        text: str,
        columns: Sequence[str],
        among: Numbers | None,
        after: int,
        limit: int,
    ) -> list[Cells]:
        if len(columns) > AT_ONCE:
            return self._search_wide(select, part, text, columns, among, after, limit)
        where = " OR ".join(f"contains(lower({column}), lower(?))" for column in columns)
        sql = f"{select} {BY_PLACE} >= ? AND ({where})"
        values: list[object] = [part.path, after - part.first + 1, *[text] * len(columns)]
        if among is not None:
            inside = among[(among >= part.first) & (among < part.first + part.rows)] - part.first
            if not inside.size:
                return []
            sql += " AND file_row_number IN (SELECT unnest(?::BIGINT[]))"
            values.append(inside.tolist())
        return self._run(f"{sql} LIMIT ?", [*values, limit])

    def _search_wide(
        self,
        select: str,
        part: _Part,
        text: str,
        columns: Sequence[str],
        among: Numbers | None,
        after: int,
        limit: int,
    ) -> list[Cells]:
        """The same in very many columns: some of them at a time say which rows, then those are taken."""
        found = [
            self._search_part("SELECT file_row_number", part, text, some, among, after, limit)
            for some in _groups(columns)
        ]
        places = sorted({at for rows in found for (at,) in rows})[:limit]
        return self._run(f"{select} {BY_PLACE} IN (SELECT unnest(?::BIGINT[]))", [part.path, places])

    def _run(self, sql: str, values: Sequence[object]) -> list[Cells]:
        with self._database.cursor() as cursor:
            return cursor.execute(sql, values).fetchall()


def _groups(columns: Sequence[str]) -> Iterator[Sequence[str]]:
    """As many columns at a time as the engine has memory for: it holds 2,048 values of each."""
    return (columns[start : start + AT_ONCE] for start in range(0, len(columns), AT_ONCE))


def _report(folder: Path) -> SourceReport:
    try:
        return SourceReport.model_validate_json((folder / REPORT).read_bytes())
    except (OSError, ValueError) as exc:
        raise data_error("not_read_yet") from exc


def _parts(folders: Sequence[Path], reports: Sequence[SourceReport]) -> Iterator[_Part]:
    first = 1
    for source, (folder, report) in enumerate(zip(folders, reports, strict=True)):
        left = report.rows
        for name in report.parts:
            rows = min(left, report.rows_per_part)
            yield _Part(str(folder / name), source, first, rows)
            first, left = first + rows, left - rows

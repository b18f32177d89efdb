"""Reading bytes as a file, and seeing all that came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import pytest

from persona.reading import DialectChoice, Limits, read_source
from persona.table import Table

if TYPE_CHECKING:
    from pathlib import Path

    from persona.models import SourceReport


NO_LIMITS_CHANGED = Limits()


class Read(NamedTuple):
    """A report, and the rows beside it."""

    report: SourceReport
    rows: list[tuple[str, ...]]
    lines: list[int]

    @property
    def left_out(self) -> list[tuple[int, str]]:
        return [(entry.line, entry.code) for entry in self.report.skipped_lines]

    @property
    def mended(self) -> list[tuple[int | None, str]]:
        return [(entry.line, entry.code) for entry in self.report.repaired]


class Reader(Protocol):
    def __call__(
        self,
        data: bytes | str,
        *,
        limits: Limits = ...,
        header: bool | None = ...,
        name: str | None = ...,
        **choice: str | None,
    ) -> Read: ...


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """`read(text_or_bytes, name=…, delimiter=…, encoding=…, header=…)`."""

    def read(
        data: bytes | str,
        *,
        limits: Limits = NO_LIMITS_CHANGED,
        header: bool | None = None,
        name: str | None = None,
        **choice: str | None,
    ) -> Read:
        path = tmp_path / "answers.csv"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        folder = tmp_path / "read"
        report = read_source(path, folder, name=name, limits=limits, dialect=DialectChoice(header=header, **choice))
        found = Table.open([folder]).page(1, report.rows)
        return Read(report, [tuple(row.cells.values()) for row in found], [row.line for row in found])

    return read

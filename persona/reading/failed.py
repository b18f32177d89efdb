"""Cells in which a formula failed: the library for workbooks leaves them empty, and people should be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from persona.reading.sheets import Sheet

Failed = dict[tuple[int, int], str]
"""What stands in failed cells (`#N/A`), by row and column from 0."""
MOST = 1_000_000  # of a workbook; no more are kept


@dataclass(frozen=True)
class SheetWithFailed:
    """A sheet whose failed cells say so."""

    sheet: Sheet
    failed: Failed

    @property
    def name(self) -> str:
        return self.sheet.name

    @property
    def height(self) -> int:
        return self.sheet.height

    @property
    def width(self) -> int:
        return self.sheet.width

    @property
    def start(self) -> tuple[int, int] | None:
        return self.sheet.start

    def to_python(self, *, nrows: int) -> Sequence[Sequence[object]]:
        """From the first row that is filled."""
        top = (self.sheet.start or (0, 0))[0]
        return list(self._told(self.sheet.to_python(nrows=nrows), top))

    def iter_rows(self) -> Iterator[Sequence[object]]:
        """From the first row of the sheet."""
        return self._told(self.sheet.iter_rows(), 0)

    def _told(self, rows: Iterable[Sequence[object]], top: int) -> Iterator[Sequence[object]]:
        left = (self.sheet.start or (0, 0))[1]
        by_row: dict[int, list[tuple[int, str]]] = {}
        for (row, column), text in self.failed.items():
            by_row.setdefault(row, []).append((column - left, text))
        for number, values in enumerate(rows, top):
            yield _with(values, by_row[number]) if number in by_row else values


def with_failed(sheet: Sheet, failed: Mapping[str, Failed]) -> Sheet:
    """The sheet as it is where no cell of it failed."""
    return SheetWithFailed(sheet, failed[sheet.name]) if failed.get(sheet.name) else sheet


def _with(values: Sequence[object], failed: Sequence[tuple[int, str]]) -> Sequence[object]:
    cells = list(values)
    for column, text in failed:
        if 0 <= column < len(cells) and cells[column] in ("", None):
            cells[column] = text
    return cells

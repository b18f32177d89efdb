"""Several tables as one: rows below each other, columns by name, those of the first table first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from persona.questionnaire.columns import Cells

_BATCH = 50_000


class JoinedCells:
    """The rows of several tables. A column that a table lacks is blank there."""

    def __init__(self, tables: Sequence[Cells]) -> None:
        self._tables = tables
        self.names: tuple[str, ...] = tuple(dict.fromkeys(name for table in tables for name in table.names))
        self.rows = sum(table.rows for table in tables)

    @property
    def labels(self) -> tuple[str, ...] | None:
        """The texts of the questions, from the first table that has one for each column."""
        texts: dict[str, str] = {}
        for table in reversed(self._tables):
            texts |= dict(zip(table.names, table.labels or table.names, strict=True))
        return tuple(texts[name] for name in self.names)

    def batches(self, names: Sequence[str], size: int = _BATCH) -> Iterator[tuple[int, dict[str, list[str]]]]:
        """Columns in pieces of at most `size` rows, each with the number of its first row."""
        before = 0
        for table in self._tables:
            there = [name for name in names if name in set(table.names)]
            for first, cells in table.batches(there or table.names[:1], size):
                rows = len(next(iter(cells.values())))
                yield before + first, {name: cells[name] if name in there else [""] * rows for name in names}
            before += table.rows

"""A wide table of few rows, held in memory while it is understood: each pass over its file would cost seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from persona.questionnaire.columns import Cells

_LEAST_COLUMNS, _MOST_CELLS, _MOST_LETTERS = 300, 2_000_000, 60_000_000


class _Held:
    """The cells of a table by column. Equal cells of a column are one text."""

    def __init__(self, table: Cells, columns: dict[str, list[str]]) -> None:
        self.names, self.rows = table.names, table.rows
        self.labels, self.titles = table.labels, table.titles
        self._columns = columns

    def batches(self, names: Sequence[str], size: int = 50_000) -> Iterator[tuple[int, dict[str, list[str]]]]:
        for start in range(0, self.rows, size):
            yield start + 1, {name: self._columns[name][start : start + size] for name in names}


def hold(table: Cells) -> Cells:
    """The same table with its cells in memory, where it is wide and its cells are not too many; else as it is."""
    if len(table.names) < _LEAST_COLUMNS or len(table.names) * table.rows > _MOST_CELLS:
        return table
    columns: dict[str, list[str]] = {name: [] for name in table.names}
    letters = 0
    for _, cells in table.batches(table.names, max(1, table.rows)):
        for name in table.names:
            once: dict[str, str] = {}
            columns[name] += [once.setdefault(cell, cell) for cell in cells[name]]
            letters += sum(map(len, once))
        if letters > _MOST_LETTERS:
            return table
    return _Held(table, columns)

"""Some rows of a table, as if they were all: what splitting one group looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from persona.recoding.answers import Answers
    from persona.table import Row


class Members:
    """The rows with these numbers (from 1, rising), numbered from 1 anew."""

    def __init__(self, table: Answers, numbers: NDArray[np.int64]) -> None:
        self._table, self._numbers = table, numbers

    @property
    def rows(self) -> int:
        return len(self._numbers)

    def values(self, name: str) -> list[str]:
        return [value for _, cells in self.batches([name]) for value in cells[name]]

    def batches(self, names: Sequence[str], size: int = 50_000) -> Iterator[tuple[int, dict[str, list[str]]]]:
        for first, cells in self._table.batches(names, size):
            length = len(next(iter(cells.values())))
            begin, end = np.searchsorted(self._numbers, [first, first + length])
            places = (self._numbers[begin:end] - first).tolist()
            if places:
                yield int(begin) + 1, {name: [column[place] for place in places] for name, column in cells.items()}

    def rows_at(self, rows: Sequence[int]) -> list[Row]:
        found = self._table.rows_at([int(self._numbers[row - 1]) for row in rows])
        return [row._replace(row=number) for row, number in zip(found, rows, strict=True)]

"""A table in memory, and columns, for the tests of this folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np

from persona.models import Column, ColumnRole, SourceReport
from persona.table import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from persona.recoding.answers import PlacedAnswers


class _Cells:
    def __init__(self, cells: Mapping[str, Sequence[str]], weights: Sequence[float] | None, at_once: int) -> None:
        self._cells, self._at_once = cells, at_once
        self.rows = len(next(iter(cells.values()), ()))
        self.weights = None if weights is None else np.array(weights, float)
        self.reports: tuple[SourceReport, ...] = ()

    def values(self, name: str) -> list[str]:
        return list(dict.fromkeys(self._cells[name]))

    def batches(self, names: Sequence[str]) -> Iterator[tuple[int, dict[str, list[str]]]]:
        for first in range(0, self.rows, self._at_once):
            yield first + 1, {name: list(self._cells[name][first : first + self._at_once]) for name in names}

    def rows_at(self, rows: Sequence[int]) -> list[Row]:
        return [
            Row(row, "answers.csv", row + 1, {name: cells[row - 1] for name, cells in self._cells.items()})
            for row in rows
        ]

    def lines(self, rows: Sequence[int]) -> list[int]:
        return [row + 1 for row in rows]


def table(
    cells: Mapping[str, Sequence[str]], *, weights: Sequence[float] | None = None, at_once: int = 1_000
) -> PlacedAnswers:
    """These cells by the name of their column, read `at_once` rows at a time."""
    return cast("PlacedAnswers", _Cells(cells, weights, at_once))


def column(name: str, role: ColumnRole = ColumnRole.CATEGORY, position: int = 0, **more: object) -> Column:
    """A question with this name; what else it is may be told."""
    told = {"basis": True, "question": name, "filled": 100, "distinct": 5}
    return Column.model_validate({"name": name, "role": role, "position": position} | told | more)

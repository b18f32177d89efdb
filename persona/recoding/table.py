"""The table as its questionnaire reads it: variables in place of columns, and only of people who were asked."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from persona.recoding.mappings import mapping_of
from persona.recoding.variables import variables
from persona.remembering import Remembered, digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from persona.models import Column, SourceReport
    from persona.questionnaire.models import Questionnaire
    from persona.recoding.variables import Variable
    from persona.table import Row, Table

_BATCH = 50_000
_MOST_CELLS = 500_000
"""Of a table whose recoded cells are kept: some 50 MB where all differ. A larger one is recoded anew."""
_TABLES = 2
_KEPT_FOR_EACH = 3
"""Variables that are kept for each column of a table: people change what its questions are."""

_recoded = Remembered["dict[str, list[str]]"](most=_TABLES)


class RecodedTable:
    """Clean cells by the name of a variable; rows have the numbers that they have in the table.

    Rows that are no respondents are blank: nobody counts, quotes or groups them.

    Example:
        >>> recoded = RecodedTable(table, questionnaire)                # doctest: +SKIP
        >>> recoded.values("How satisfied are you?")                    # doctest: +SKIP
        ['4', '', '5']
    """

    def __init__(self, table: Table, questionnaire: Questionnaire) -> None:
        self.table = table
        self.questionnaire = questionnaire
        made = variables(questionnaire)
        self.columns: tuple[Column, ...] = tuple(variable.column for variable in made)
        self.names: tuple[str, ...] = tuple(column.name for column in self.columns)
        self._variables = dict(zip(self.names, made, strict=True))
        self._left_out = np.zeros(table.rows, dtype=bool)
        for first, last in questionnaire.left_out:
            self._left_out[first - 1 : last] = True

    @property
    def rows(self) -> int:
        """All rows of the table, respondents or not."""
        return self.table.rows

    @property
    def respondents(self) -> NDArray[np.int64]:
        """The numbers of the rows that are people's, rising."""
        return np.flatnonzero(~self._left_out) + 1

    @cached_property
    def weights(self) -> NDArray[np.float64] | None:
        """How much each row counts in shares and means; 0 where it has no weight. None: nobody wants weights used."""
        found = self.questionnaire
        if not found.weighted:
            return None
        question = next(each for each in found.questions if each.names[:1] == (found.weight,))
        mapping = mapping_of(question)
        cells = self.table.values(question.names[0])
        weights = np.array([float(text or 0) for text in (mapping.all(cells) if mapping else cells)])
        weights[self._left_out] = 0
        return weights

    @property
    def reports(self) -> tuple[SourceReport, ...]:
        """How the files were read."""
        return self.table.reports

    def values(self, name: str) -> list[str]:
        """One whole variable in order of rows; '' is no answer."""
        return [value for _, cells in self.batches([name]) for value in cells[name]]

    def batches(self, names: Sequence[str], size: int = _BATCH) -> Iterator[tuple[int, dict[str, list[str]]]]:
        """Variables in pieces of at most `size` rows, each with the number of its first row."""
        wanted = [self._variables[name] for name in names]
        if names and self._is_small and 0 < self.rows <= size:
            kept = self._kept
            if len(kept) > _KEPT_FOR_EACH * len(self.table.names) + len(names):
                kept.clear()
            yield 1, {variable.column.name: list(self._whole(variable, kept)) for variable in wanted}
            return
        for first, cells in self.table.batches(_columns(wanted), size):
            rows = len(next(iter(cells.values())))
            blank = np.flatnonzero(self._left_out[first - 1 : first - 1 + rows]).tolist()
            yield first, {variable.column.name: _made(variable, cells, blank) for variable in wanted}

    @cached_property
    def _is_small(self) -> bool:
        return bool(self._key) and self.rows * len(self.table.names) <= _MOST_CELLS

    @cached_property
    def _key(self) -> str:
        """Of a table on disk; what is only read like one has none, and is recoded each time."""
        return getattr(self.table, "key", "")

    @cached_property
    def _kept(self) -> dict[str, list[str]]:
        """Recoded cells of this table without those who are no respondents, by the key of their variable."""
        return _recoded.of(digest([self._key, self._left_out.tobytes()]), dict)

    def _whole(self, variable: Variable, kept: dict[str, list[str]]) -> list[str]:
        found = kept.get(variable.key)
        if found is None:
            cells = {name: self.table.values(name) for name in variable.names}
            found = kept[variable.key] = _made(variable, cells, np.flatnonzero(self._left_out).tolist())
        return found

    def rows_at(self, rows: Sequence[int]) -> list[Row]:
        """The rows with these numbers, in the order asked for."""
        found = self.table.rows_at(rows)
        wanted = list(self._variables.values())
        cells = {name: [row.cells[name] for row in found] for name in _columns(wanted)}
        blank = [at for at, row in enumerate(rows) if self._left_out[row - 1]]
        made = [_made(variable, cells, blank) for variable in wanted]
        return [
            row._replace(cells=dict(zip(self.names, values, strict=True)))
            for row, values in zip(found, zip(*made, strict=True), strict=True)
        ]

    def lines(self, rows: Sequence[int]) -> list[int]:
        """The physical lines of these rows in their files."""
        return self.table.lines(rows)

    def source_of(self, row: int) -> str:
        """The name of the source that holds a row."""
        return self.table.source_of(row)


def recode(table: Table) -> RecodedTable:
    """A table as it is understood when nobody says anything of it."""
    from persona.questionnaire.understanding import understand

    return RecodedTable(table, understand(table))


def _columns(wanted: Sequence[Variable]) -> list[str]:
    return list(dict.fromkeys(name for variable in wanted for name in variable.names))


def _made(variable: Variable, cells: dict[str, list[str]], blank: Sequence[int]) -> list[str]:
    found = variable.make([cells[name] for name in variable.names])
    for at in blank:
        found[at] = ""
    return found

"""Rows and people: one row each as a rule, several rows of one person where an id column says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from persona.models import ColumnRole as Role
from persona.questionnaire import headings
from persona.recoding.cells import is_missing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from persona.grouping.features import Feature
    from persona.models import Column
    from persona.recoding.answers import Answers

    Ints = NDArray[np.int64]
    Cells = dict[str, list[str]]

T = TypeVar("T", bound="np.generic")

_ROWS_EACH = 1.2  # on average; below, repeated ids are slips, not a diary
_BATCH = 20_000


@dataclass(frozen=True)
class PersonBatch:
    """Rows of some people, and which of these people each row belongs to."""

    cells: Cells
    person_of: Ints
    people: int

    def merge(self, features: Sequence[Feature]) -> list[Feature]:
        """Features of rows as features of people."""
        if len(self.person_of) == self.people:
            return list(features)
        return [feature.merge(self.person_of, self.people) for feature in features]

    def texts(self, name: str) -> list[str]:
        """Each person's answers to one question, several rows joined."""
        joined: list[list[str]] = [[] for _ in range(self.people)]
        for cell, person in zip(self.cells[name], self.person_of.tolist(), strict=True):
            joined[person].append(cell)
        return ["\n".join(cells) for cells in joined]


@dataclass(frozen=True)
class People:
    """Who stands behind the rows. `person_of` is None where each row is a person."""

    table: Answers
    person_of: Ints | None

    @classmethod
    def of(cls, table: Answers, columns: Sequence[Column]) -> People:
        for column in columns:
            if column.role is Role.ID and headings.names("person_id", column.question) and _repeats(column, table):
                return cls(table, _numbers(table, column.name))
        return cls(table, None)

    @property
    def count(self) -> int:
        return self.table.rows if self.person_of is None else int(self.person_of.max()) + 1

    @property
    def first_rows(self) -> Ints:
        """The number of each person's first row."""
        if self.person_of is None:
            return np.arange(1, self.table.rows + 1)
        return np.unique(self.person_of, return_index=True)[1] + 1

    def sample(self, names: Sequence[str], size: int, seed: int) -> tuple[Ints, PersonBatch]:
        """All people, or `size` of them drawn by a seed, in order; and their rows."""
        if self.count <= size:
            return np.arange(self.count), self._all(names)
        chosen = np.sort(np.random.default_rng([seed, 1]).choice(self.count, size, replace=False))
        return chosen, self._rows_of(names, chosen)

    def batches(self, names: Sequence[str]) -> Iterator[PersonBatch]:
        """Everybody, in order of people."""
        if self.person_of is None:
            for _, cells in self.table.batches(names, _BATCH):
                rows = len(cells[names[0]])
                yield PersonBatch(cells, np.arange(rows), rows)
            return
        for start in range(0, self.count, _BATCH):
            yield self._rows_of(names, np.arange(start, min(start + _BATCH, self.count)))

    @property
    def pieces(self) -> int:
        """How many batches everybody makes, or nearly so many."""
        return -(-self.count // _BATCH)

    def rows(self, by_person: NDArray[T]) -> NDArray[T]:
        """A value of each person, given to each of the rows."""
        return by_person if self.person_of is None else by_person[self.person_of]

    def _all(self, names: Sequence[str]) -> PersonBatch:
        cells: Cells = {name: [] for name in names}
        for _, batch in self.table.batches(names):
            for name in names:
                cells[name] += batch[name]
        person_of = np.arange(self.table.rows) if self.person_of is None else self.person_of
        return PersonBatch(cells, person_of, self.count)

    def _rows_of(self, names: Sequence[str], chosen: Ints) -> PersonBatch:
        if self.person_of is None:
            rows, person_of = chosen, np.arange(len(chosen))
        else:
            rows = np.nonzero(np.isin(self.person_of, chosen))[0]
            person_of = np.searchsorted(chosen, self.person_of[rows])
        found = self.table.rows_at((rows + 1).tolist())
        return PersonBatch({name: [row.cells[name] for row in found] for name in names}, person_of, len(chosen))


def _repeats(column: Column, table: Answers) -> bool:
    """Whether ids come back row after row. A sample that knows too few different ones is asked again in full."""
    if column.filled <= 0.5 * table.rows or column.filled <= _ROWS_EACH * column.distinct:
        return False
    named, different = 0, [np.array([], np.int64)]
    for _, cells in table.batches([column.name]):
        ids = [hash(text.strip()) for text in cells[column.name] if not is_missing(text)]
        named += len(ids)
        different.append(np.unique(np.array(ids, np.int64)))  # a number each, not a text: a million fit in 8 MB
    return named > _ROWS_EACH * len(np.unique(np.concatenate(different)))


def _numbers(table: Answers, name: str) -> Ints:
    """People numbered by first appearance; a row without an id is a person of its own."""
    known: dict[str, int] = {}
    numbers = np.empty(table.rows, np.int64)
    for first, cells in table.batches([name]):
        for row, text in enumerate(cells[name], first - 1):
            numbers[row] = known.setdefault(f"\x00{row}" if is_missing(text) else text.strip(), len(known))
    return numbers

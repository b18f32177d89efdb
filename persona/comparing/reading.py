"""Two studies read through one questionnaire: the cells of both in the same words, one person a row."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from persona.comparing.questions import same_questions
from persona.grouping.members import Members
from persona.messages import sentence
from persona.models import ColumnRole as Role
from persona.recoding.cells import choices, fold, is_missing
from persona.recoding.table import RecodedTable
from persona.recoding.variables import USABLE, variables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from persona.comparing.questions import SameQuestion
    from persona.models import Column, GenerationResult
    from persona.outputs import Output
    from persona.questionnaire.models import Question

    Ints = NDArray[np.int64]

LEAST_ANSWERS = 10
"""Of each study; with fewer a question says nothing of a change."""
LEAST_COMMON = 0.05
"""Share of the answers that both studies give alike; below it they are written in two ways."""


class Wave:
    """One side of a comparison: its people, and the persona of each."""

    def __init__(self, output: Output) -> None:
        self.output = output
        self.result: GenerationResult = output.result()
        segmentation = output.segmentation()
        self.rows = len(segmentation.assignments)
        self.places = segmentation.first_rows()
        self.own: Ints = segmentation.assignments[self.places].astype("int64")
        self.personas: tuple[int, ...] = tuple(np.unique(self.own).tolist())
        self.names = {index: self._name(index) for index in self.personas}

    @property
    def people(self) -> int:
        return len(self.own)

    def size(self, persona: int) -> int:
        """How many people it has."""
        return int((self.own == persona).sum())

    def _name(self, index: int) -> str:
        found = next((persona for persona in self.result.personas if persona.index == index), None)
        return (found.label or found.name) if found else sentence("group_number", number=index)


class Alike:
    """The answers of both waves to the questions that both asked; the first wave's people come first."""

    def __init__(self, first: Wave, second: Wave) -> None:
        self.first, self.second = first, second
        self.left_out: list[tuple[str, str]] = []
        """Question and why it is left out."""
        self.pairs = [pair for pair in self._pairs() if self._is_same_scale(pair)]
        self._read()

    @property
    def is_first(self) -> NDArray[np.bool_]:
        """By person, whether of the first wave."""
        return np.arange(self.first.people + self.second.people) < self.first.people

    @cached_property
    def telling(self) -> list[Column]:
        """The questions that formed the groups of either; where they are few, all."""
        basis = {name for name, old in self._old_columns.items() if old.basis}
        chosen = [column for column in self.columns if column.basis or column.name in basis]
        return chosen if len(chosen) > 1 else self.columns

    @property
    def asked(self) -> tuple[int, int]:
        """Questions of each wave that are anybody's answers."""
        return tuple(  # type: ignore[return-value]
            sum(column.role in USABLE for column in wave.output.finished.columns) for wave in (self.first, self.second)
        )

    def named_before(self, name: str) -> str | None:
        """What the first wave calls a column of the second."""
        return self._old_names.get(name)

    # -- reading -----------------------------------------------------------------------------------
    def _pairs(self) -> list[SameQuestion]:
        return same_questions(self.first.output.finished.questionnaire, self.second.output.finished.questionnaire)

    def _is_same_scale(self, pair: SameQuestion) -> bool:
        before, now = pair.first.scale, pair.second.scale
        if before is None or now is None or (len(before.words) == len(now.words) and before.words):
            return True
        if (before.low, before.high) == (now.low, now.high):
            return True
        text = sentence("scale_changed", before=f"{before.low:g}–{before.high:g}", now=f"{now.low:g}–{now.high:g}")
        self.left_out.append((pair.second.text, text))
        return False

    def _read(self) -> None:
        study = self.second.output.finished
        asked = tuple(map(_of_both, self.pairs))
        known = study.questionnaire.model_copy(update={"questions": asked, "excluded": (), "weighted": False})
        names = {new: old for pair in self.pairs for new, old in pair.names.items()}
        now = RecodedTable(study.rows.table, known)
        before = RecodedTable(Renamed(self.first.output.finished.rows.table, names), known)  # type: ignore[arg-type]
        self._old_columns, self._old_names = self._as_before(known)
        self.columns: list[Column] = []
        self.cells: dict[str, list[str]] = {}
        for column in now.columns:
            if column.role in USABLE:
                self._add(
                    column, *(_cells(table, wave.places, column.name) for table, wave in self._sides(before, now))
                )

    def _sides(self, before: RecodedTable, now: RecodedTable) -> list[tuple[RecodedTable, Wave]]:
        return [(before, self.first), (now, self.second)]

    def _add(self, column: Column, before: list[str], now: list[str]) -> None:
        answered = [sum(not is_missing(cell) for cell in cells) for cells in (before, now)]
        if min(answered) < LEAST_ANSWERS:
            if max(answered) >= LEAST_ANSWERS:
                self.left_out.append((column.question or column.name, sentence(self._why_hardly(column))))
            return
        if column.role in (Role.CATEGORY, Role.MULTIPLE) and _common(before, now, column) < LEAST_COMMON:
            self.left_out.append((column.question or column.name, sentence("written_otherwise")))
            return
        self.columns.append(column)
        self.cells[column.name] = before + now

    def _why_hardly(self, column: Column) -> str:
        """Whether people left it out, or what they answered is nothing to whoever reads it as the other wave does."""
        asked = next((pair for pair in self.pairs if pair.second.columns[0] == column.position), None)
        was_answered = asked is not None and asked.first.answered >= LEAST_ANSWERS
        return "read_otherwise" if was_answered and column.filled >= LEAST_ANSWERS else "hardly_answered"

    def _as_before(self, known: Any) -> tuple[dict[str, Column], dict[str, str]]:
        """Column of the second wave -> the first wave's column, and its name."""
        names = {new: old for pair in self.pairs for new, old in pair.names.items()}
        old = {variable.names: variable.column for variable in variables(self.first.output.finished.questionnaire)}
        by_set = {(frozenset(key), column.role): column for key, column in old.items()}
        found = {}
        for variable in variables(known):
            there = frozenset(names[name] for name in variable.names if name in names)
            if (column := by_set.get((there, variable.column.role))) is not None:
                found[variable.column.name] = column
        return found, {name: column.name for name, column in found.items()}


class Renamed:
    """A table under the names that another study gave its columns; what it lacks is no answer."""

    def __init__(self, table: Any, names: dict[str, str]) -> None:
        self._table, self._names = table, names
        self.rows: int = table.rows
        self.names = tuple(names)

    def batches(self, names: Sequence[str], size: int = 50_000) -> Iterator[tuple[int, dict[str, list[str]]]]:
        there = [self._names[name] for name in names if name in self._names]
        if not there:
            yield from ((at + 1, self._blank(names, at, size)) for at in range(0, self.rows, size))
            return
        for first, cells in self._table.batches(list(dict.fromkeys(there)), size):
            blank = [""] * len(next(iter(cells.values())))
            yield first, {name: cells[self._names[name]] if name in self._names else blank for name in names}

    def _blank(self, names: Sequence[str], at: int, size: int) -> dict[str, list[str]]:
        return {name: [""] * min(size, self.rows - at) for name in names}


def _of_both(pair: SameQuestion) -> Question:
    """The second wave's question; numbers that either wave knows as such are numbers."""
    before, now = pair.first.numbers, pair.second.numbers
    if before is None or now is None:
        return pair.second
    ends = {"min": min(before.min, now.min), "max": max(before.max, now.max)}
    return pair.second.model_copy(update={"numbers": now.model_copy(update=ends)})


def _cells(table: RecodedTable, places: Ints, name: str) -> list[str]:
    return Members(table, places + 1).values(name)


def _common(before: Sequence[str], now: Sequence[str], column: Column) -> float:
    """How much of the answers is the same in both, 0 to 1."""
    shares = []
    for cells in (before, now):
        said = [fold(option) for cell in cells if not is_missing(cell) for option in choices(cell, column)]
        shares.append({option: said.count(option) / len(said) for option in set(said)} if said else {})
    return sum(min(share, shares[1].get(option, 0.0)) for option, share in shares[0].items())

"""What the columns of one file have in common, and what people said of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from persona.questionnaire.identifiers import GivenAnswers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from persona.questionnaire.codes import DoubtCode
    from persona.questionnaire.columns import ColumnView
    from persona.questionnaire.scales.anchors import Anchors
    from persona.questionnaire.scales.direction import Marks
    from persona.questionnaire.values.numerals import Mark


@dataclass(frozen=True)
class Settings:
    """People's answers to doubts, looked up by the id of a column's question."""

    answers: GivenAnswers = field(default_factory=GivenAnswers)
    ids: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def to(self, code: DoubtCode, column: ColumnView) -> str | None:
        return next((said for name in self._names(column) if (said := self.answers.to(code, name)) is not None), None)

    def concern(self, column: ColumnView) -> bool:
        """Whether anything that people said may change how this column is read."""
        return self.answers.concern(self._names(column))

    def _names(self, column: ColumnView) -> tuple[str, ...]:
        return self.ids.get(column.position, (column.name,))


@dataclass(frozen=True)
class Context:
    """What is known of the whole file before its columns are read."""

    settings: Settings = field(default_factory=Settings)
    mark: Mark | None = None
    habit: Mark | None = None
    """The decimal mark of programs that part cells as this file does, where its numbers do not tell theirs."""
    alike: Mapping[int, tuple[ColumnView, ...]] = field(default_factory=dict)
    """Neighbours that hold numbers in the same way, by position."""
    gates: frozenset[int] = frozenset()
    """Columns whose rarer answer ended the survey for whoever gave it, by position."""
    reviewed: frozenset[int] = frozenset()
    """The one column of whole numbers from 1 on beside people's sentences, by position."""
    worded: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    """The answers of all columns that use the words of this one, by position."""
    legend: Anchors | None = None
    """What the lines above the table say of the ends of its scales."""
    marks: Marks = ""
    """Which way school marks run in the file."""
    paired: frozenset[int] = frozenset()
    """Columns of the best and the worst of a set, by position."""
    people: frozenset[int] = frozenset()
    """Columns of codes of people who have many rows each, by position."""

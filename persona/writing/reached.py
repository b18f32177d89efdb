"""Whom the statements that were told of a segment speak for, so that the next one speaks for somebody else."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from persona.writing.people import NOBODY, People

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.writing.choices import Choice
    from persona.writing.listening import Part


class Reached:
    """Those for whom something speaks that was told: they say it, or speak of the topic that it names."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self._columns: dict[str, People] = {}
        self._everybody = NOBODY
        self._topics: Counter[str] = Counter()
        for choice in choices:
            self.add(choice)

    def add(self, choice: Choice) -> None:
        """One more is told."""
        column, behind = choice.part.theme.column, choice.people | choice.mentions
        self._columns[column] = self._columns.get(column, NOBODY) | behind
        self._everybody |= behind
        self._topics[_home(choice.part)] += 1

    def of(self, part: Part) -> People:
        """Those of its question."""
        return self._columns.get(part.theme.column, NOBODY)

    def times(self, part: Part) -> int:
        """How often its topic was told."""
        return self._topics[_home(part)]

    def new(self, choice: Choice) -> int:
        """How many nothing spoke for so far."""
        return len((choice.people | choice.mentions) - self._everybody)


def _home(part: Part) -> str:
    """The topic of a claim, or the topic that it is."""
    return part.theme.parent or part.theme.id

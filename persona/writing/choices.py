"""A choice: one unit that was picked as a passage, and what is known of it before anybody is counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from persona.kinds import StatementKind
from persona.writing.units import Unit


@dataclass(frozen=True)
class Choice:
    """A unit that was chosen as a passage. `stands`: good enough to be a statement as it is."""

    index: int
    unit: Unit
    kind: StatementKind
    stands: bool
    score: float
    z: float
    topic: str | None = None
    """Stems of the topic that more people touch than say just this."""
    topic_words: str | None = None
    others: int = 0
    opposed: int = 0
    """People of the segment who say the opposite."""
    likeness: Callable[[Unit], float] | None = None
    """How far others say the same, where the space does not tell: in conversations."""
    core: Unit | None = None
    """What others are measured against, where details of the one who is quoted are left out."""

    @property
    def measured(self) -> Unit:
        return self.core or self.unit

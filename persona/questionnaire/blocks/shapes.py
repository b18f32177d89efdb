"""What neighbouring columns would have to hold to be one block, and the block that comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from persona.questionnaire.blocks.ticks import Tick
    from persona.questionnaire.columns import ColumnView
    from persona.questionnaire.kinds import QuestionKind
    from persona.questionnaire.models import Confidence


@dataclass(frozen=True)
class Block:
    """Columns that are one question. `ticks` are those of a check-all question, by position."""

    kind: QuestionKind
    columns: tuple[ColumnView, ...]
    text: str
    items: tuple[str, ...]
    reason: str
    confidence: Confidence = "sure"
    ticks: Mapping[int, Tick] = field(default_factory=dict)
    head: ColumnView | None = None
    """The column before it that holds the same choices in one cell, or how many were ticked."""
    guess: str = ""
    """Of boxes that hold two codes: the one that means ticked, until somebody says otherwise."""

    @property
    def positions(self) -> tuple[int, ...]:
        return tuple(column.position for column in self.columns)

"""Cross-tables: what each persona answered to a question, with bases and tests."""

from __future__ import annotations

from pydantic import Field

from persona.models.base import Frozen
from persona.models.columns import ColumnRole


class Cell(Frozen):
    """One persona, or everyone, in one line of a table."""

    persona: int | None = Field(description="Its number; None: everyone.")
    base: int = Field(description="Its people who answered.")
    count: int | None = Field(default=None, description="Those who gave the option; None: a mean is told.")
    share: float | None = Field(default=None, description="Of those who answered; by weights where a run uses them.")
    mean: float | None = None
    higher_than: str = Field(default="", description="Letters of the personas it is clearly above: 95 %, two-sided.")


class CrossLine(Frozen):
    """An option of a question, or the mean of its numbers."""

    option: str | None = Field(description="None: the mean.")
    cells: tuple[Cell, ...] = Field(description="Personas in their order, everyone last.")


class CrossTable(Frozen):
    """One closed question beside all personas; persona 1 has the letter A."""

    question: str
    column: str
    role: ColumnRole
    lines: tuple[CrossLine, ...]

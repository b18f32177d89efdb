"""Two to four personas as the table beside each other shows them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from core import figures
from persona.comparing.beside import MOST
from persona.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generation.personas.models import Persona, Statement
    from persona.comparing import Comparison
    from persona.comparing.models import BesideCell

__all__ = ["MOST", "Beside", "chosen_of"]
FIRST = 3
"""Personas that stand there before anybody chose."""
SAID = 3
"""Statements of a kind in one cell; all are on the persona's page."""
COUNTED = 12


@dataclass(frozen=True)
class Cell:
    """One persona in a line of counts."""

    position: int
    figure: str
    base: str
    why: str


@dataclass(frozen=True)
class Line:
    """A line of counts."""

    text: str
    cells: list[Cell]


@dataclass(frozen=True)
class Row:
    """What each of them says of one kind."""

    title: str
    cells: list[tuple[int, list[Statement]]]


@dataclass(frozen=True)
class SharedLine:
    """What several of them say."""

    text: str
    personas: list[Persona]


@dataclass(frozen=True)
class AlikeRow:
    """How much the words of one persona are those of each other one."""

    persona: Persona
    cells: list[tuple[str, str]]
    """A class of colour and the figure."""


@dataclass(frozen=True)
class OwnRow:
    """What people added to each of them under one name; "" where they added nothing."""

    name: str
    cells: list[tuple[int, str]]


class Beside:
    """Everything that the page shows of the chosen personas."""

    def __init__(self, personas: Sequence[Persona], found: Comparison, *, only_differences: bool = False) -> None:
        self.personas = personas
        self._found, self._only = found, only_differences
        self._shared = {(each.kind, each.text) for each in found.shared}

    @cached_property
    def largest(self) -> int:
        """The end of the bars of shares, in percent."""
        return max(10, round(100 * max(persona.share for persona in self.personas)))

    @cached_property
    def rows(self) -> list[Row]:
        """By kind, what people say in their own words, most people first."""
        made = []
        for kind, about in KINDS.items():
            cells = [(persona.position, self._said(persona, kind)) for persona in self.personas]
            if any(said for _, said in cells):
                made.append(Row(about.heading, cells))
        return made

    @cached_property
    def own(self) -> list[OwnRow]:
        """Fields that people gave the personas, in the order in which the first of them has them."""
        told = [
            (persona.position, {own["name"]: own["text"] for own in persona.edited.get("fields", ())})
            for persona in self.personas
        ]
        names = dict.fromkeys(name for _, fields in told for name in fields)
        return [OwnRow(name, [(position, fields.get(name, "")) for position, fields in told]) for name in names]

    @cached_property
    def lines(self) -> list[Line]:
        """Counts of which one stands apart first."""
        lines = [
            line for line in self._found.lines if not self._only or any(cell.apart != "none" for cell in line.cells)
        ]
        return [Line(line.text, [_cell(cell) for cell in line.cells]) for line in lines[:COUNTED]]

    @cached_property
    def shared(self) -> list[SharedLine]:
        """Statements that several have."""
        known = {persona.position: persona for persona in self.personas}
        return [
            SharedLine(each.text, [known[number] for number in each.personas if number in known])
            for each in self._found.shared
        ]

    @cached_property
    def alike(self) -> list[AlikeRow]:
        """How alike their words are."""
        return [
            AlikeRow(persona, [_likeness(value, at == place) for place, value in enumerate(row)])
            for at, (persona, row) in enumerate(zip(self.personas, self._found.alike, strict=True))
        ]

    def _said(self, persona: Persona, kind: str) -> list[Statement]:
        said = [each for each in persona.statements.all() if each.kind == kind and each.count is None]
        if self._only:
            said = [each for each in said if (each.kind, each.text) not in self._shared]
        return sorted(said, key=lambda each: (-each.support, each.position))[:SAID]


def chosen_of(personas: Sequence[Persona], wanted: Sequence[str]) -> list[Persona]:
    """Those whose numbers are asked for, at most four; where nobody asked, the first ones."""
    if not wanted:
        return list(personas[:FIRST])
    return [persona for persona in personas if str(persona.position) in wanted][:MOST]


def _cell(cell: BesideCell) -> Cell:
    if cell.mean is not None:
        figure = f"{cell.mean:,.1f}"
    else:
        figure = "–" if cell.share is None or not cell.base else figures.percent(cell.share)
    base = f"{cell.count:,} of {cell.base:,}" if cell.count is not None else ""
    return Cell(cell.persona, figure, base, cell.why)


def _likeness(value: float, is_self: bool) -> tuple[str, str]:
    if is_self:
        return "self", "–"
    return "h3" if value >= 0.4 else "h2" if value >= 0.25 else "h1", figures.percent(value)

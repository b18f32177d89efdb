"""An answer as its page shows it: passages with their persona's mark, bars by persona, counts by option."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.urls import reverse

from generation.personas import charts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generation.personas.models import Persona
    from generation.runs.models import Run
    from persona.models.asking import AskedAnswer, AskedPassage, CountedAnswer
    from persona.models.crosstables import Cell, CrossLine

AROUND = 240
"""Characters of the rest of an answer on either side of its passage."""
DOTS = " … "


@dataclass(frozen=True)
class Mark:
    """A persona with the shape that stands for it wherever colours do not."""

    persona: Persona

    @property
    def position(self) -> int:
        return self.persona.position

    @property
    def shape(self) -> str:
        """The path of the shape in a box of 10 by 10."""
        return charts.shape(self.position).key

    @property
    def is_hollow(self) -> bool:
        return charts.is_hollow(self.position)


@dataclass(frozen=True)
class Said:
    """One passage in its answer."""

    number: int
    passage: AskedPassage
    mark: Mark | None
    run: Run

    @cached_property
    def before(self) -> str:
        text = self.passage.cell[: self.passage.evidence.start]
        return text if len(text) <= AROUND else f"…{text[-AROUND:].partition(' ')[2]}"

    @property
    def said(self) -> str:
        return self.passage.evidence.quote

    @cached_property
    def after(self) -> str:
        text = self.passage.cell[self.passage.evidence.end :]
        return text if len(text) <= AROUND else f"{text[:AROUND].rpartition(' ')[0]} …"

    @property
    def person(self) -> str:
        """The address of the page with all answers of who said it."""
        return reverse("generation:person", args=[self.run.pk, self.passage.row])


@dataclass(frozen=True)
class Bar:
    """How many people of one persona speak of it, or chose an option."""

    mark: Mark
    people: int
    base: int

    @property
    def width(self) -> float:
        return round(100 * self.people / self.base, 1) if self.base else 0.0


@dataclass(frozen=True)
class Line:
    """An option of a closed question beside all personas."""

    line: CrossLine
    marks: Mapping[int, Mark]

    @property
    def everyone(self) -> Cell:
        return self.line.cells[-1]

    @property
    def width(self) -> float:
        return round(100 * (self.everyone.share or 0), 1)

    @property
    def bars(self) -> list[Bar]:
        """By persona, where the option was counted."""
        return [
            Bar(self.marks[cell.persona], cell.count, cell.base)
            for cell in self.line.cells[:-1]
            if cell.persona is not None and cell.persona in self.marks and cell.count is not None
        ]


@dataclass(frozen=True)
class Counted:
    """A closed question that the question is about."""

    counted: CountedAnswer
    lines: list[Line]

    @property
    def is_one(self) -> bool:
        """Whether one option was asked for: then it is shown by persona."""
        return len(self.lines) == 1


@dataclass(frozen=True)
class Shown:
    """The whole answer."""

    answer: AskedAnswer
    passages: list[Said]
    closest: list[Said]
    bars: list[Bar]
    counts: list[Counted]

    @property
    def left(self) -> int:
        """Passages that are not shown yet."""
        return max(0, self.answer.total - sum(said.passage.same for said in self.passages))


def shown(run: Run, answer: AskedAnswer, personas: Sequence[Persona]) -> Shown:
    """What the page shows of an answer; hidden personas keep their counts out of it."""
    marks = {persona.position: Mark(persona) for persona in personas}

    def lines(passages: Sequence[AskedPassage]) -> list[Said]:
        return [
            Said(number, passage, marks.get(passage.persona or 0), run)
            for number, passage in enumerate(passages, start=1)
        ]

    return Shown(
        answer=answer,
        passages=lines(answer.passages),
        closest=lines(answer.closest),
        bars=[Bar(marks[said.persona], said.people, said.base) for said in answer.personas if said.persona in marks],
        counts=[Counted(counted, [Line(line, marks) for line in counted.lines]) for counted in answer.counts],
    )

"""A result as readers of a link see it: with its edits, without what the link hides, and never more than that.

The pages, the slides, the frame and the files of a link all show what `shown` returns; nothing else of a run reaches
a reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid5

from accounts.teams.looks import look_of
from core.pages.kept import Kept
from generation.edits.log import edited
from generation.personas.models import Evidence, Persona, Statement
from generation.personas.page import Portrait
from generation.personas.persistence import evidence_rows, persona_fields, statement_fields
from generation.personas.results import NumberGroup, PersonaCard, best, clearest
from persona.exporting.choosing import Choice, narrowed
from persona.exporting.formats import FORMATS, export_run
from persona.exporting.hiding import NUMBERED, for_strangers, without_columns, without_words
from persona.exporting.look import OURS, Look
from persona.exporting.method import Method, method
from persona.messages import configuration_error
from persona.models.verdict import LEAST_STATEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from generation.runs.models import Run
    from generation.shares.models import ShareLink
    from persona import models as library
    from persona.exporting.formats import FormatId
    from persona.grouping import Segmentation
    from persona.models.crosstables import CrossTable

SIZE = 24
MARKS = 8
FILES: tuple[FormatId, ...] = ("pdf", "pptx", "docx", "md", "html")
"""What readers may save: forms that tell personas; none that tells of every respondent."""


class Rules(NamedTuple):
    """What is left out; for members nothing is."""

    quotes: bool = True
    names: bool = True
    hidden: tuple[str, ...] = ()

    @classmethod
    def of(cls, link: ShareLink) -> Rules:
        return cls(link.quotes, link.names, tuple(link.hidden))


@dataclass(frozen=True)
class Shown:
    """A result under the rules of a link; it may be exported as any finished run, but for tables of everyone."""

    run: Run
    found: library.GenerationResult
    rules: Rules
    pictures: dict[int, str]

    # -- as a finished run, for exports -----------------------------------------------------------------
    def result(self) -> library.GenerationResult:
        return self.found

    def segmentation(self) -> Segmentation:
        """Who belongs to which persona is told to no reader: none of `FILES` asks for it."""
        raise configuration_error("format_needs_run", name="assignments")

    def cross_tables(self) -> tuple[CrossTable, ...]:
        return ()

    def day(self) -> date | None:
        return self.run.finished.date() if self.run.finished else None

    def file(self, kind: FormatId, look: Look = OURS) -> bytes:
        """One of `FILES`, with a look of one's own.

        Raises:
            ConfigurationError: it needs something that is not installed.
        """
        return export_run(self, kind, look=look)

    @property
    def files(self) -> list[tuple[FormatId, str]]:
        return [(kind, FORMATS[kind].title) for kind in FILES if FORMATS[kind].is_installed]

    # -- as pages -----------------------------------------------------------------------------------------
    @property
    def title(self) -> str:
        return self.found.experiment

    @property
    def sections(self) -> library.Sections | None:
        """Which sections of personas are shown."""
        return self.found.sections

    @property
    def people(self) -> int:
        return sum(segment.size for segment in self.found.segmentation.segments)

    @cached_property
    def personas(self) -> list[Persona]:
        return [self._row(persona) for persona in self.found.personas]

    def _row(self, persona: library.Persona) -> Persona:
        picture = self.pictures.get(persona.index, "") if self.rules.names else f"mark{(persona.index - 1) % MARKS + 1}"
        fields = persona_fields(persona, persona)
        return Persona(
            id=uuid5(self.run.pk, f"persona {persona.index}"),
            run=self.run,
            position=persona.index,
            picture=picture,
            edited={"fields": [own.model_dump() for own in persona.fields]},
            **fields,
        )

    @cached_property
    def statements(self) -> dict[int, list[Statement]]:
        """By the number of their persona; none of them is in the database."""
        return {
            persona.index: [
                Statement(id=self._id(said), persona=row, position=place, **statement_fields(said))
                for place, said in enumerate(persona.statements, start=1)
            ]
            for row, persona in zip(self.personas, self.found.personas, strict=True)
        }

    def _id(self, said: library.Statement) -> UUID:
        """The same in every process, and of no use elsewhere."""
        return uuid5(self.run.pk, f"statement {said.id}")

    @property
    def lines(self) -> list[PersonaCard]:
        """All personas, each with what stands for it."""
        return [
            PersonaCard(persona, best(self.statements[persona.position], self.sections)) for persona in self.personas
        ]

    @cached_property
    def cards(self) -> list[PersonaCard]:
        """Personas that say enough."""
        return [line for line in self.lines if self._says_enough(line.persona)]

    @cached_property
    def number_groups(self) -> list[NumberGroup]:
        """Groups of which there are numbers only."""
        facts = {persona.index: persona.facts for persona in self.found.personas}
        return [
            NumberGroup(p, clearest(facts[p.position]), len(self.statements[p.position]))
            for p in self.personas
            if not self._says_enough(p)
        ]

    def _says_enough(self, persona: Persona) -> bool:
        return len(self.statements[persona.position]) >= LEAST_STATEMENTS

    def portrait(self, number: int) -> Portrait | None:
        """The persona with this number; None where there is none."""
        persona = next((each for each in self.personas if each.position == number), None)
        return Portrait(persona, self.statements[number], self.personas, self.sections) if persona else None

    def evidence(self, statement: Statement) -> list[Evidence]:
        """The passages behind a statement, the strongest first."""
        persona = next(each for each in self.found.personas if each.index == statement.persona.position)
        said = next(each for each in persona.statements if each.id == statement.key)
        return evidence_rows(statement, said)

    @cached_property
    def method(self) -> Method:
        return method(self.found, self.day())


_shown: Kept[Shown] = Kept(size=SIZE)


def shown(run: Run, rules: Rules) -> Shown:
    """The result of a run under these rules.

    Raises:
        ConfigurationError: its files have gone.
    """
    key = (run.pk, run.finished, run.edited, run.experiment.name, run.experiment.team.look, rules)
    return _shown.get(key, lambda: _made(run, rules))


def _made(run: Run, rules: Rules) -> Shown:
    applied = edited(run).applied
    found = without_columns(
        applied.result, rules.hidden, rewritten={persona.index: persona.rewritten for persona in applied.personas}
    )
    if not rules.quotes:
        found = without_words(found)
    if not rules.names:
        found = _numbered(found)
    found = for_strangers(narrowed(found, Choice(quotes=rules.quotes, names=rules.names)))
    pictures = {persona.index: persona.portrait or "" for persona in applied.personas}
    sections = look_of(run.experiment.team).sections if found.sections is None else found.sections
    found = found.model_copy(update={"experiment": run.experiment.name, "sections": sections})
    return Shown(run, found, rules, pictures)


def _numbered(found: library.GenerationResult) -> library.GenerationResult:
    """With a label for those that had a name only."""
    return found.model_copy(update={"personas": tuple(_labelled(found.personas))})


def _labelled(personas: Iterable[library.Persona]) -> Iterable[library.Persona]:
    for persona in personas:
        label = persona.label or NUMBERED.format(number=persona.index)
        yield persona.model_copy(update={"label": label})

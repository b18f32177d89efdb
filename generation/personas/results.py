"""Results: what the page of a finished run shows, from rows and the run's own summary."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from core import figures
from generation.personas.charts import Drawn, Slice, draw, is_hollow, shape, slices
from generation.personas.verdicts import VerdictPage, verdict_of
from generation.provenance import origins
from persona.crosstables import letters
from persona.models import ColumnUse, Fact, SegmentationSummary
from persona.models.verdict import LEAST_STATEMENTS
from persona.sections import arranged

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generation.personas.models import Persona, Statement
    from generation.runs.models import Run
    from persona.models import Sections

_facts = TypeAdapter(tuple[Fact, ...])
STRENGTHS = ("strong", "clear", "weak")
TRAITS = 3
AS_MANY = 0.5
"""A mean has nobody who says it; it stands beside what half of the people say."""
SHOWN_COLUMNS = 5


@dataclass(frozen=True)
class PersonaCard:
    """One persona on the results page."""

    persona: Persona
    traits: list[Statement]


@dataclass(frozen=True)
class NumberGroup:
    """A group with too little to say for a persona: who it is, in at most three figures."""

    persona: Persona
    facts: list[Fact]
    statements: int


@dataclass(frozen=True)
class Share:
    """One line of the table of shares."""

    persona: Persona
    letter: str
    mark: str
    is_hollow: bool


@dataclass(frozen=True)
class Use:
    """Columns with which grouping did the same, for the same reason."""

    reason: str
    names: list[str]

    @property
    def first(self) -> list[str]:
        """All of a short list; to fold a single name away would save nothing."""
        return self.names if len(self.names) <= SHOWN_COLUMNS + 1 else self.names[:SHOWN_COLUMNS]

    @property
    def rest(self) -> list[str]:
        return self.names[len(self.first) :]


@dataclass(frozen=True)
class Results:
    """A finished run as its page shows it."""

    run: Run
    personas: Sequence[Persona]
    sections: Sections | None = None
    """Which sections of personas are shown."""

    @cached_property
    def summary(self) -> SegmentationSummary:
        return SegmentationSummary.model_validate(self.run.summary)

    @property
    def writer(self) -> str:
        return origins.writer(self.run)

    @property
    def price(self) -> str:
        return origins.price(self.run)

    @property
    def people(self) -> int:
        """Respondents; one of them may have many rows."""
        return sum(segment.size for segment in self.summary.segments)

    @cached_property
    def cards(self) -> list[PersonaCard]:
        """Personas that say enough."""
        found = [(persona, list(persona.statements.all())) for persona in self.personas]
        return [
            PersonaCard(persona, best(said, self.sections)) for persona, said in found if len(said) >= LEAST_STATEMENTS
        ]

    @cached_property
    def number_groups(self) -> list[NumberGroup]:
        """Groups that can be described in numbers only."""
        found = [(persona, list(persona.statements.all())) for persona in self.personas]
        return [
            NumberGroup(persona, clearest(_facts.validate_python(persona.facts)), len(said))
            for persona, said in found
            if len(said) < LEAST_STATEMENTS
        ]

    @property
    def warnings(self) -> list[str]:
        """What a reader must know first, but for the reason of the groups, which has its own place."""
        return [warning for warning in self.run.warnings if warning != self.summary.reason]

    @property
    def verdict(self) -> VerdictPage | None:
        return verdict_of(self.run)

    # -- the map ------------------------------------------------------------------------------------
    @cached_property
    def map_groups(self) -> list[tuple[Drawn, str]]:
        """The groups as they were drawn when the run ended (or are now, if that was before 0.6), with their labels."""
        drawn = draw(self.summary.map) if self.run.drawing is None else map(Drawn.read, self.run.drawing)
        labels = {persona.position: f"{_short(persona)} {_amount(persona)}" for persona in self.personas}
        return [(group, labels[group.position]) for group in drawn if group.position in labels]

    @property
    def map_words(self) -> str:
        """The map for those who do not see it."""
        names = {persona.position: persona for persona in self.personas}
        places = [
            f"{names[c.position].called} {c.place}, {figures.percent(names[c.position].share)}"
            for c, _ in self.map_groups
        ]
        return f"{len(places)} groups. {'. '.join(places)}." if len(places) != 1 else f"One group. {places[0]}."

    @property
    def slices(self) -> list[Slice]:
        return slices([persona.share for persona in self.personas])

    @property
    def shares(self) -> list[Share]:
        return [
            Share(p, letters(p.position) if p.label else "", shape(p.position).key, is_hollow(p.position))
            for p in self.personas
        ]

    # -- the columns --------------------------------------------------------------------------------
    @property
    def used(self) -> list[Use]:
        return uses(column for column in self.summary.columns if column.used)

    @property
    def set_aside(self) -> list[Use]:
        return uses(column for column in self.summary.columns if not column.used)


def _short(persona: Persona) -> str:
    """On the map: its letter, as in cross-tables; of older runs, its first name."""
    return letters(persona.position) if persona.label else persona.name.split()[0]


def _amount(persona: Persona) -> str:
    return f"({persona.size})" if persona.is_handful else figures.percent(persona.share)


def uses(columns: Iterable[ColumnUse]) -> list[Use]:
    """The columns by reason, in the order in which reasons come up."""
    names: dict[str, list[str]] = {}
    for column in columns:
        names.setdefault(column.reason[:1].upper() + column.reason[1:], []).append(column.name)
    return [Use(reason, found) for reason, found in names.items()]


def clearest(facts: Sequence[Fact]) -> list[Fact]:
    """The shares and means that stand furthest from everyone's."""
    return sorted(facts, key=lambda fact: (fact.share is None, -_apart(fact)))[:TRAITS]


def _apart(fact: Fact) -> float:
    return abs((fact.share or 0.0) - (fact.everyone_share or 0.0))


def best(statements: list[Statement], sections: Sections | None = None) -> list[Statement]:
    """The statements that stand for a persona: the best of each kind first, strongest and most said before others.

    Those of sections that are not shown stand for nobody.
    """
    shown = arranged(sections)
    ranked = sorted((statement for statement in statements if statement.kind in shown), key=_rank)
    first_of_kind = {statement.kind: statement for statement in reversed(ranked)}.values()
    chosen = sorted(first_of_kind, key=_rank)[:TRAITS]
    rest = [statement for statement in ranked if statement not in chosen]
    return (chosen + rest)[:TRAITS]


def _rank(statement: Statement) -> tuple[int, float, int]:
    is_mean = statement.count is not None and statement.count["share"] is None
    share = AS_MANY if is_mean else statement.support / statement.base if statement.base else 0.0
    return STRENGTHS.index(statement.strength), -share, statement.position

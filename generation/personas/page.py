"""Portrait: one persona as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from generation.provenance.origins import PersonaProvenance
from persona.kinds import KINDS, StatementKind
from persona.models import Evidence, Fact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generation.personas.models import Persona, Statement

_facts = TypeAdapter(tuple[Fact, ...])
_quotes = TypeAdapter(tuple[Evidence, ...])


@dataclass(frozen=True)
class Section:
    """The statements of one kind."""

    kind: str
    title: str
    icon: str
    statements: list[Statement]


@dataclass(frozen=True)
class Versus:
    """A share of this persona beside everyone's, as a bar with a line: both in percent of its width."""

    fact: Fact
    bar: float
    line: float


@dataclass(frozen=True)
class Told:
    """A sentence of the story or of "Unlike the others", with the statements that it tells."""

    text: str
    statements: list[Statement]
    other: int | None = None


@dataclass(frozen=True)
class Portrait:
    """A persona with its statements, and who stands before and after it."""

    persona: Persona
    statements: Sequence[Statement]
    others: Sequence[Persona]

    @property
    def making(self) -> PersonaProvenance:
        return PersonaProvenance(self.persona)

    @property
    def lead(self) -> Evidence | None:
        """The passage that lets the person speak first."""
        return next(iter(_quotes.validate_python(self.persona.quotes)), None)

    @property
    def story(self) -> list[Told]:
        """The summary sentence by sentence; empty where a model or an older version wrote it."""
        return [] if "summary" in self.persona.phrased else self._told(self.persona.story)

    @property
    def unlike(self) -> list[Told]:
        return self._told(self.persona.unlike)

    def _told(self, sentences: Sequence[dict[str, Any]]) -> list[Told]:
        at = {statement.position: statement for statement in self.statements}
        return [
            Told(told["text"], [at[p] for p in told["positions"] if p in at], told.get("persona")) for told in sentences
        ]

    @property
    def sections(self) -> list[Section]:
        grouped = {kind: [s for s in self.statements if s.kind == kind] for kind in sorted(KINDS, key=_section)}
        return [Section(kind, KINDS[kind].heading, KINDS[kind].icon, found) for kind, found in grouped.items() if found]

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        return _facts.validate_python(self.persona.facts)

    @property
    def versus(self) -> list[Versus]:
        return [
            Versus(fact, round(fact.share * 100, 1), round(fact.everyone_share * 100, 1))
            for fact in self.facts
            if fact.share is not None and fact.everyone_share is not None
        ]

    @property
    def in_short(self) -> list[Fact]:
        return [fact for fact in self.facts if fact.share is None or fact.everyone_share is None]

    @property
    def previous(self) -> Persona | None:
        """Who stands before; with two personas the other one is the next already."""
        return self._beside(-1) if len(self.others) > 2 else None

    @property
    def next(self) -> Persona | None:
        """Who stands after, in a circle."""
        return self._beside(1) if len(self.others) > 1 else None

    def _beside(self, step: int) -> Persona:
        at = next(i for i, other in enumerate(self.others) if other.pk == self.persona.pk)
        return self.others[(at + step) % len(self.others)]


def _section(kind: StatementKind) -> int:
    return KINDS[kind].section

"""Portrait: one persona as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

from pydantic import TypeAdapter

from core import figures
from generation.provenance.origins import PersonaProvenance
from persona.kinds import KINDS
from persona.models import Evidence, Fact
from persona.sections import ON_PAGES, arranged, part_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generation.personas.models import Persona, Statement
    from persona.models import SectionId, Sections

_facts = TypeAdapter(tuple[Fact, ...])
_quotes = TypeAdapter(tuple[Evidence, ...])


@dataclass(frozen=True)
class Section:
    """The statements of one kind."""

    kind: str
    title: str
    icon: str
    statements: list[Statement]
    part: str = ""
    """Stands above it, where sections of several kinds belong together: "Who they are"."""
    begins: bool = False
    """Whether it is the first of its part."""


@dataclass(frozen=True)
class Block:
    """A part of the middle of the page: the story, the contrasts, or sections of statements that follow each other."""

    kind: Literal["story", "unlike", "statements"]
    sections: tuple[Section, ...] = ()


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
    topic: str = ""


@dataclass(frozen=True)
class Duel:
    """A persona and another one in the same count, as two bars in percent of their width."""

    told: Told
    statement: Statement
    other: Persona
    theirs: dict[str, Any]

    @property
    def here(self) -> str:
        return _figure(self.statement.count or {})

    @property
    def there(self) -> str:
        return _figure(self.theirs)

    @property
    def bars(self) -> tuple[float, float]:
        """Shares as they are, means beside the larger of the two."""
        count = self.statement.count or {}
        if count.get("share") is not None:
            return _percent(count["share"]), _percent(self.theirs.get("share"))
        largest = max(abs(count.get("mean") or 0), abs(self.theirs.get("mean") or 0)) or 1
        return _percent((count.get("mean") or 0) / largest), _percent((self.theirs.get("mean") or 0) / largest)


@dataclass(frozen=True)
class Portrait:
    """A persona with its statements, and who stands before and after it."""

    persona: Persona
    statements: Sequence[Statement]
    others: Sequence[Persona]
    chosen: Sections | None = None
    """Which sections are shown, and in which order; None: all, as usual."""

    @cached_property
    def shown(self) -> tuple[SectionId, ...]:
        return arranged(self.chosen, ON_PAGES)

    @property
    def making(self) -> PersonaProvenance:
        return PersonaProvenance(self.persona)

    @property
    def lead(self) -> Evidence | None:
        """The passage that lets the person speak first."""
        return next(iter(_quotes.validate_python(self.persona.quotes)), None) if "quotes" in self.shown else None

    @property
    def story(self) -> list[Told]:
        """The summary sentence by sentence; empty where a model or an older version wrote it."""
        return [] if "summary" in self.persona.phrased else self._told(self.persona.story)

    @property
    def unlike(self) -> list[Told]:
        return self._told(self.persona.unlike)

    @property
    def duels(self) -> list[Duel]:
        """The persona beside others, each in the counted statement in which the two differ most."""
        by_position = {other.position: other for other in self.others}
        return [
            Duel(told, statement, by_position[told.other], _group(statement, told.other))
            for told in self.unlike
            for statement in told.statements
            if told.other in by_position
        ]

    def _told(self, sentences: Sequence[dict[str, Any]]) -> list[Told]:
        at = {statement.position: statement for statement in self.statements}
        return [
            Told(
                told["text"], [at[p] for p in told["positions"] if p in at], told.get("persona"), told.get("topic", "")
            )
            for told in sentences
        ]

    @property
    def sections(self) -> list[Section]:
        return [section for block in self.blocks for section in block.sections]

    @cached_property
    def blocks(self) -> list[Block]:
        """The middle of the page, from the top; what is empty is left out but for the story."""
        found: dict[str, list[Statement]] = {}
        for statement in self.statements:
            found.setdefault(statement.kind, []).append(statement)
        here = [name for name in self.shown if name in found or name in ("story", "unlike")]
        blocks: list[Block] = []
        for before, name in pairwise(("", *here)):
            if name in ("story", "unlike"):
                blocks.append(Block("story" if name == "story" else "unlike"))
                continue
            section = _section_of(name, before, found[name])
            follows = blocks and blocks[-1].kind == "statements"
            sections = (*blocks.pop().sections, section) if follows else (section,)
            blocks.append(Block("statements", sections))
        return blocks

    @property
    def aside(self) -> list[SectionId]:
        """What stands beside the middle, from the top: numbers, and what people added."""
        return [name for name in self.shown if name in ("facts", "fields")]

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


def _group(statement: Statement, position: int | None) -> dict[str, Any]:
    groups = (statement.count or {}).get("groups", [])
    return next((group for group in groups if group["persona"] == position), {})


def _figure(count: Mapping[str, Any]) -> str:
    if count.get("share") is not None:
        return figures.percent(count["share"])
    return "–" if count.get("mean") is None else f"{count['mean']:.1f}"


def _percent(part: float | None) -> float:
    return round(100 * max(part or 0.0, 0.0), 1)


def _section_of(name: str, before: str, found: list[Statement]) -> Section:
    kind = next(kind for kind in KINDS if kind == name)
    about, part = KINDS[kind], part_of(kind)
    starts = part not in ("", next((KINDS[known].part for known in KINDS if known == before), ""))
    return Section(kind, about.heading, about.icon, found, part, begins=starts)

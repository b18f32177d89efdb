"""The count behind a counted statement: this persona beside everyone and each other persona."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core import figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generation.personas.models import Persona, Statement


@dataclass(frozen=True)
class CountLine:
    """One persona, or everyone, in the table of a count."""

    name: str
    position: int | None
    figure: str
    bar: float | None
    base: str
    is_own: bool = False


@dataclass(frozen=True)
class CountDrawer:
    """The open drawer of a counted statement."""

    statement: Statement
    persona: Persona
    personas: Sequence[Persona]

    @property
    def question(self) -> str:
        return str(self._count["question"])

    @property
    def option(self) -> str | None:
        return self._count["option"]

    @property
    def is_share(self) -> bool:
        return self._count["share"] is not None

    @property
    def columns(self) -> int:
        """How many columns were asked together; a run before 0.7 has their names alone."""
        return len(self._count.get("asked") or self._count["columns"])

    @property
    def is_distinctive(self) -> bool:
        return self._count["standing"] == "distinctive"

    @property
    def everyone(self) -> float:
        """Everyone's share in percent, where the line on each bar stands."""
        return round(100 * (self._count["everyone_share"] or 0), 1)

    @property
    def lines(self) -> list[CountLine]:
        """This persona first, then the others that are shown in their order, and everyone."""
        groups = sorted(self._count["groups"], key=lambda group: (not self._is_own(group), group["persona"]))
        names = {persona.position: persona.called for persona in self.personas}
        shown = [group for group in groups if group["persona"] in names]
        told = [self._line(names[g["persona"]], g["persona"], g, is_own=self._is_own(g)) for g in shown]
        count = self._count
        everyone = {
            "share": count["everyone_share"],
            "mean": count["everyone_mean"],
            "base": count["everyone_base"],
            "count": None if count["everyone_share"] is None else sum(group["count"] for group in groups),
        }
        return [*told, self._line("Everyone", None, everyone)]

    @property
    def _count(self) -> dict[str, Any]:
        return self.statement.count or {}

    def _is_own(self, group: dict[str, int]) -> bool:
        return group["persona"] == self.persona.position

    def _line(self, name: str, position: int | None, group: dict[str, Any], *, is_own: bool = False) -> CountLine:
        share = group["share"]
        if share is None:
            return CountLine(name, position, f"{group['mean']:.1f}", None, f"{group['base']:,} answered", is_own)
        base = f"{group['count']:,} of {group['base']:,}"
        return CountLine(name, position, figures.percent(share), round(100 * share, 1), base, is_own)

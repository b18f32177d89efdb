"""Endings: what can be done about a run that stopped before its end."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from core import figures
from generation.billing.usage import Cost, raised
from generation.providers.registry import BUILTIN
from persona.exceptions import PersonaError
from persona.models import Estimate, PersonaConfig
from persona.providers import PROVIDERS, Provider
from persona.writers.llm import ModelName

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generation.personas.models import Persona
    from generation.runs.models import Run

KEY_CODES = frozenset({"provider_auth", "provider_no_credit", "key_missing"})
BUDGET_CODES = frozenset({"budget_exceeded", "monthly_limit"})
ICONS = {"key": "key", "budget": "coin", "other": "alert"}


@dataclass(frozen=True)
class Ending:
    """A run that failed or was stopped, and the ways on from there."""

    run: Run
    personas: Sequence[Persona]

    @cached_property
    def config(self) -> PersonaConfig:
        return PersonaConfig.model_validate(self.run.config)

    @property
    def kind(self) -> str:
        """What would help: another key, more money, or simply another try."""
        code = (self.run.error or {}).get("code")
        return "key" if code in KEY_CODES and self.provider else "budget" if code in BUDGET_CODES else "other"

    @property
    def icon(self) -> str:
        return ICONS[self.kind]

    @property
    def provider(self) -> Provider | None:
        if not self.has_model:
            return None
        try:
            return PROVIDERS[ModelName.parse(self.config.model).provider]
        except PersonaError:
            return None

    @property
    def has_model(self) -> bool:
        return self.config.model != BUILTIN

    @property
    def cost(self) -> Cost | None:
        return Cost.of(self.run)

    @property
    def wanted(self) -> int:
        return len(self.run.sizes) or self.config.count or 0

    @property
    def missing(self) -> list[int]:
        """The sizes of the groups without a persona."""
        written = {persona.position for persona in self.personas}
        return [size for position, size in enumerate(self.run.sizes, start=1) if position not in written]

    @property
    def without_persona(self) -> float:
        """The share of people whose group has no persona."""
        people = sum(self.run.sizes)
        return sum(self.missing) / people if people else 0.0

    @cached_property
    def more(self) -> float:
        """What the missing personas may cost: as much each as the finished ones did, else as was expected."""
        left = len(self.missing) or self.wanted or 1
        spent = (self.run.usage or {}).get("cost_usd") or 0.0
        if self.personas and spent:
            return float(spent) / len(self.personas) * left
        expected = Estimate.model_validate(self.run.expected).cost_usd if self.run.expected else None
        return (expected or 0.0) / (self.wanted or left) * left

    @property
    def more_words(self) -> str:
        return f"about {figures.money(self.more)} more" if self.more else "price unknown"

    @property
    def raised(self) -> float:
        """A limit that is enough, also when answers have to be asked for again."""
        spent = float((self.run.usage or {}).get("cost_usd") or 0.0)
        most = (Estimate.model_validate(self.run.expected).cost_high or 0.0) if self.run.expected else 0.0
        left = len(self.missing) or self.wanted or 1
        return raised(spent, max(1.5 * self.more, most / (self.wanted or left) * left), self.config.budget_usd or 0.0)

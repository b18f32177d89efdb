"""Costs: what a run has cost so far, beside its limit and what was expected, as pages show it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from core import figures
from generation.providers.registry import BUILTIN
from generation.runs.models import Run
from persona.models import Estimate, PersonaConfig, Usage

FINE = 10_000  # parts of a dollar that a bar can show


@dataclass(frozen=True)
class Cost:
    """The money of a run that a model writes."""

    run: Run
    config: PersonaConfig
    usage: Usage

    @classmethod
    def of(cls, run: Run) -> Cost | None:
        """None for the built-in writer, unless a model has written before it."""
        config, usage = PersonaConfig.model_validate(run.config), Usage.model_validate(run.usage or {})
        return None if config.model == BUILTIN and not usage.requests else cls(run, config, usage)

    @property
    def spent(self) -> str:
        return "Free" if self.is_free else figures.money(self.usage.cost_usd)

    @property
    def limit(self) -> str:
        return "" if self.config.budget_usd is None or self.is_free else figures.money(self.config.budget_usd)

    @property
    def is_free(self) -> bool:
        return self.run.payer == "nobody" and not self.usage.cost_usd

    @property
    def expected(self) -> str:
        """What was expected before it began, with its bounds."""
        return figures.bounds(Estimate.model_validate(self.run.expected)) if self.run.expected else ""

    @property
    def bar(self) -> tuple[int, int] | None:
        """How far the limit is used up, as value and most; None without a limit."""
        if not self.limit or self.usage.cost_usd is None or not self.config.budget_usd:
            return None
        most = round(self.config.budget_usd * FINE)
        return min(round(self.usage.cost_usd * FINE), most), most

    @property
    def words(self) -> str:
        """What was read and written, for those who want to know."""
        if not self.usage.requests:
            return ""
        read, written = self.usage.input_tokens, self.usage.output_tokens
        asked = f"{self.usage.requests:,} question{'' if self.usage.requests == 1 else 's'}"
        return f"{asked}, {read + written:,} tokens."


def raised(spent: float, more: float, budget: float) -> float:
    """A round limit that is enough for what is left, and clearly more than before."""
    wanted = max(spent + more, budget * 1.25, 0.01)
    step = 10 ** math.floor(math.log10(wanted)) / 2
    return round(math.ceil(wanted / step) * step, 4)

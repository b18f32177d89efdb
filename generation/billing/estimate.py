"""Forecast: what a run will take, before it starts, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from core import figures
from experiments.ingest import library
from generation.providers.registry import BUILTIN
from persona.estimate import estimate
from persona.models import Column, Estimate, PersonaConfig

if TYPE_CHECKING:
    from collections.abc import Sequence

    from experiments.models import Experiment
    from generation.providers.registry import WriterOption
    from persona.writers.llm import Access

_columns = TypeAdapter(tuple[Column, ...])


@dataclass(frozen=True)
class RunEstimate:
    """An estimate as the pages show it."""

    config: PersonaConfig
    estimate: Estimate

    @property
    def time(self) -> str:
        return figures.span(self.estimate.seconds_low, self.estimate.seconds_high)

    @property
    def cost(self) -> str:
        return figures.money(self.estimate.cost_usd)

    @property
    def bounds(self) -> str:
        """How far the cost may be from that, and where it ends in any case."""
        if self.config.model == BUILTIN:
            return "The built-in writer is free"
        if self.estimate.cost_usd == 0:
            return "Nothing is paid on a machine of your own"
        most = "" if self.estimate.cost_high is None else f"At most {figures.money(self.estimate.cost_high)}"
        limit = "" if self.config.budget_usd is None else f"your limit is {figures.money(self.config.budget_usd)}"
        return ", ".join(filter(None, (most, limit))).capitalize() or "No limit is set"

    @property
    def words(self) -> int:
        """Of the language that is read and written; a token is somewhat less than a word."""
        return int(round(self.estimate.tokens * 0.75, -2))


def estimate_run(experiment: Experiment, config: PersonaConfig, access: Access | None = None) -> RunEstimate:
    """What a run of `experiment` with these settings will take; `access` says where it is asked and at what price."""
    stored = experiment.source.columns if experiment.source else []
    columns = _columns.validate_python(stored)
    return RunEstimate(config, estimate(library(experiment), columns, config=config, access=access))


def prices(experiment: Experiment, config: PersonaConfig, writers: Sequence[WriterOption]) -> dict[str, str]:
    """What each writer would cost with these settings, in a word or two."""
    return {option.id: _price(experiment, config, option) for option in writers}


def _price(experiment: Experiment, config: PersonaConfig, option: WriterOption) -> str:
    if option.payer == "nobody" or option.is_self_hosted:
        return "Free"
    asked = config.model_copy(update={"model": option.model})
    cost = estimate_run(experiment, asked, option.terms).estimate.cost_usd
    return "Price unknown" if cost is None else f"about {figures.money(cost)}" if cost else "Free"

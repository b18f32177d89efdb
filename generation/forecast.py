"""Forecast: what a run will take, before it starts, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from experiments.work import library
from generation import words
from persona.estimate import estimate
from persona.models import Column, Estimate, PersonaConfig

if TYPE_CHECKING:
    from experiments.models import Experiment

_columns = TypeAdapter(tuple[Column, ...])


@dataclass(frozen=True)
class Forecast:
    """An estimate as the pages show it."""

    estimate: Estimate

    @property
    def time(self) -> str:
        return words.span(self.estimate.seconds_low, self.estimate.seconds_high)

    @property
    def cost(self) -> str:
        return words.money(self.estimate.cost_usd)


def forecast(experiment: Experiment, config: PersonaConfig) -> Forecast:
    """What a run of `experiment` with these settings will take."""
    stored = experiment.source.columns if experiment.source else []
    columns = _columns.validate_python(stored)
    return Forecast(estimate(library(experiment), columns, config=config))

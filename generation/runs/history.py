"""History: the runs of an experiment as lines of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from core import figures
from generation.provenance import origins
from generation.providers.registry import writer_words
from generation.runs.forms import DETAILS
from generation.runs.models import Run
from persona.models import PersonaConfig
from persona.run_states import RUN_STATES, State

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class RunEntry:
    """One run."""

    run: Run

    @property
    def look(self) -> State:
        return next(about for name, about in RUN_STATES.items() if name == self.run.status)

    @property
    def address(self) -> str:
        page = "generation:results" if self.run.status == Run.Status.DONE else "generation:run"
        return reverse(page, args=(self.run.pk,))

    @property
    def asked(self) -> str:
        """The settings in a few words."""
        config = PersonaConfig.model_validate(self.run.config)
        count = f"{config.count} persona{'' if config.count == 1 else 's'}" if config.count else "We decide"
        return f"{count}, {dict(DETAILS)[config.detail].lower()}, {writer_words(config.model)}"

    @property
    def cost(self) -> str:
        return origins.price(self.run)

    @property
    def took(self) -> str:
        if self.run.started is None or self.run.finished is None:
            return ""
        return figures.clock(self.run.finished - self.run.started)


def spent(runs: Iterable[Run]) -> str:
    """What the runs have cost together; nothing is said where nothing was paid."""
    total = sum((run.usage or {}).get("cost_usd") or 0.0 for run in runs)
    return figures.money(total) if total else ""

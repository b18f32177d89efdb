"""Terms: what must be settled before a run may begin or go on: who is asked, who pays, and how much at most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generation.billing import budget
from generation.billing.estimate import estimate_run
from generation.providers.registry import BUILTIN, Payer, provider_access
from persona.exceptions import PersonaError
from persona.messages import configuration_error
from persona.writers.llm import ModelName
from persona.writers.llm.prices import Tariff
from persona.writers.llm.templates import TEMPLATES

if TYPE_CHECKING:
    from accounts.models import User
    from experiments.models import Experiment
    from generation.runs.models import Run
    from persona.models import Estimate, PersonaConfig


class NotOffered(PersonaError):
    """A setting of the library that this installation does not take from people."""

    code = "setting_not_offered"

    def __init__(self) -> None:
        super().__init__("The setting “embeddings” is not offered here.", hint="Leave it out.")


@dataclass(frozen=True)
class Preflight:
    """The settings as they will be used, whose money it is, and what is expected."""

    config: PersonaConfig
    payer: Payer
    expected: Estimate | None = None

    def set_aside(self, run: Run) -> None:
        """Reserve what the run may cost the operator, inside the caller's transaction.

        Raises:
            MonthlyLimitReached: the team's month does not hold that much.
        """
        if self.payer == "operator":
            budget.reserve(run, budget=self.config.budget_usd or 0.0)


def check_run(experiment: Experiment, config: PersonaConfig, by: User | None = None) -> Preflight:
    """The terms for these settings and whoever starts the run, else whoever made the experiment.

    It looks at files and prices, so ask before a transaction begins.

    Raises:
        ConfigurationError: there is no such model or template, or its price must be known and is not.
        NoAccess: there is no key for it.
        AddressRefused: it is asked at an address that this server may not call.
    """
    _check_is_ours(config)
    if config.model == BUILTIN:
        return Preflight(config, "nobody")
    way = provider_access(experiment.team, config.model)
    is_known = Tariff.of(ModelName.parse(config.model), way.access).kind != "unknown"
    if not is_known and (way.payer == "operator" or config.budget_usd is not None):
        raise configuration_error("price_unknown", model=config.model)
    if way.payer == "operator" and config.budget_usd is None:
        config = config.model_copy(update={"budget_usd": float(budget.left(experiment.team, by or experiment.owner))})
    return Preflight(config, way.payer, estimate_run(experiment, config, way.access).estimate)


def _check_is_ours(config: PersonaConfig) -> None:
    """The library also takes templates from files and vectors from providers; here both belong to the operator."""
    if config.template is not None and config.template not in TEMPLATES:
        raise configuration_error("template_missing", name=config.template, names=", ".join(TEMPLATES))
    if config.embeddings is not None:
        raise NotOffered

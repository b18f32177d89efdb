"""What a run will take, before it starts, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pydantic import SecretStr

from generation.billing.estimate import RunEstimate, estimate_run, prices
from generation.providers.registry import writer_options
from persona.models import Estimate, PersonaConfig
from tests.factories import DataSourceFactory, ExperimentFactory

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from accounts.models import User

MODEL = "openai:gpt-4o-mini"
NBSP = "\u00a0"


def estimated(model: str = MODEL, budget: float | None = None, **fields: Any) -> RunEstimate:
    values = {"seconds_low": 2, "seconds_high": 5, "cost_usd": 0.4, "tokens": 12_345}
    return RunEstimate(PersonaConfig(model=model, budget_usd=budget), Estimate(**values | fields))


def test_time_money_and_words_as_people_read_them() -> None:
    found = estimated()

    assert (found.time, found.cost, found.words) == (f"2–5{NBSP}s", "$0.40", 9_300)


@pytest.mark.parametrize(
    ("found", "bounds"),
    [
        (estimated("builtin", cost_usd=0), "The built-in writer is free"),
        (estimated("ollama:qwen3", cost_usd=0), "Nothing is paid on a machine of your own"),
        (estimated(cost_high=0.85), "At most $0.85"),
        (estimated(cost_high=0.85, budget=0.5), "At most $0.85, your limit is $0.50"),
        (estimated(cost_usd=None, budget=0.5), "Your limit is $0.50"),
        (estimated(cost_usd=None), "No limit is set"),
    ],
)
def test_where_the_cost_ends_in_any_case(found: RunEstimate, bounds: str) -> None:
    assert found.bounds == bounds


@pytest.mark.django_db
def test_an_experiment_with_data_is_estimated_from_its_columns(alice: User, data_dir: Path) -> None:
    experiment = DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment

    free = estimate_run(experiment, PersonaConfig(count=2)).estimate
    paid = estimate_run(experiment, PersonaConfig(count=2, model=MODEL)).estimate

    assert (free.cost_usd, free.requests, free.leaves) == (0, 0, ())
    assert paid.requests >= 2
    assert 0 < (paid.cost_usd or 0) <= (paid.cost_high or 0) < 0.1
    assert paid.leaves != ()


@pytest.mark.django_db
def test_every_writer_has_a_price_in_a_word_or_two(alice: User, data_dir: Path, settings: Settings) -> None:
    settings.ENV = settings.ENV.model_copy(update={"openai_api_key": SecretStr("sk-operator")})
    experiment = DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment
    options = writer_options(alice.membership.team)

    found = prices(experiment, PersonaConfig(count=2), options)

    assert list(found) == [option.id for option in options]
    assert (found["builtin"], found["ollama"]) == ("Free", "Free")
    assert found["openai"].startswith(("about $", "under $"))

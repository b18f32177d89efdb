"""What must be settled before a run begins: who is asked, who pays, how much at most."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from pydantic import SecretStr

from generation.billing import budget
from generation.billing.preflight import NotOffered, check_run
from generation.models import BudgetEntry
from persona.exceptions import ConfigurationError, PersonaError
from persona.models import PersonaConfig
from tests.factories import DataSourceFactory, ExperimentFactory, RunFactory

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from accounts.models import User
    from experiments.models import Experiment

pytestmark = pytest.mark.django_db
MODEL = "openai:gpt-4o-mini"


@pytest.fixture
def experiment(alice: User, data_dir: Path) -> Experiment:
    return DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment


@pytest.fixture
def operator(settings: Settings) -> None:
    paid = {"openai_api_key": SecretStr("sk-operator"), "monthly_limit_usd": 5.0}
    settings.ENV = settings.ENV.model_copy(update=paid)


def test_the_built_in_writer_asks_nobody(experiment: Experiment) -> None:
    config = PersonaConfig(count=2)

    found = check_run(experiment, config)

    assert (found.config, found.payer, found.expected) == (config, "nobody", None)


@pytest.mark.usefixtures("operator")
def test_the_operator_pays_at_most_what_is_left_of_the_month(experiment: Experiment) -> None:
    found = check_run(experiment, PersonaConfig(count=2, model=MODEL))

    assert (found.payer, found.config.budget_usd) == ("operator", 5.0)
    assert found.expected is not None
    assert 0 < (found.expected.cost_usd or 0) < 0.1


@pytest.mark.usefixtures("operator")
def test_a_limit_of_ones_own_stays(experiment: Experiment) -> None:
    assert check_run(experiment, PersonaConfig(model=MODEL, budget_usd=0.25)).config.budget_usd == 0.25


@pytest.mark.usefixtures("operator")
def test_only_the_operators_money_is_set_aside(experiment: Experiment, alice: User) -> None:
    check_run(experiment, PersonaConfig()).set_aside(RunFactory(experiment=experiment))
    assert BudgetEntry.objects.count() == 0

    config = PersonaConfig(model=MODEL, budget_usd=2)
    check_run(experiment, config).set_aside(RunFactory(experiment=experiment, config=config.model_dump(mode="json")))

    assert budget.left(alice.membership.team, alice) == Decimal(3)


@pytest.mark.usefixtures("operator")
@pytest.mark.parametrize(
    ("config", "code"),
    [
        (PersonaConfig(model="openai:of-our-own"), "price_unknown"),
        (PersonaConfig(template="/etc/passwd"), "template_missing"),
        (PersonaConfig(template="poetry"), "template_missing"),
    ],
)
def test_what_is_refused(experiment: Experiment, config: PersonaConfig, code: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        check_run(experiment, config)

    assert caught.value.code == code


def test_without_a_key_there_is_nobody_to_pay(experiment: Experiment) -> None:
    with pytest.raises(PersonaError) as caught:
        check_run(experiment, PersonaConfig(model=MODEL))

    assert caught.value.hint


def test_grouping_by_a_model_is_not_offered(experiment: Experiment) -> None:
    with pytest.raises(NotOffered) as caught:
        check_run(experiment, PersonaConfig(embeddings="openai:text-embedding-3-small"))

    assert (caught.value.code, caught.value.message) == (
        "setting_not_offered",
        "The setting “embeddings” is not offered here.",
    )


@pytest.mark.parametrize("template", ["ux", "marketing", "product", "healthcare"])
def test_templates_of_the_library_are_taken(experiment: Experiment, template: str) -> None:
    assert check_run(experiment, PersonaConfig(template=template)).config.template == template

"""Charges: nobody spends more of the operator's money in a month than one person may."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from threading import Thread
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone
from pydantic import SecretStr

from accounts.teams.services import create_team
from generation.billing import budget
from generation.billing.budget import MonthlyLimitReached
from generation.models import BudgetEntry, Run
from generation.runs import services
from generation.runs.recorder import Recorder, end_unheld
from persona.events import UsageUpdated
from persona.exceptions import ConfigurationError
from persona.models import PersonaConfig, Usage
from tests.factories import DataSourceFactory, ExperimentFactory

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from accounts.models import User
    from experiments.models import Experiment

pytestmark = pytest.mark.django_db
MODEL = "openai:gpt-4o-mini"
ERROR = {"code": "x", "message": "x", "hint": "", "retryable": True}


@pytest.fixture(autouse=True)
def operator(settings: Settings) -> None:
    """Pays up to five dollars a person."""
    paid = {"openai_api_key": SecretStr("sk-operator"), "monthly_limit_usd": 5.0}
    settings.ENV = settings.ENV.model_copy(update=paid)


@pytest.fixture
def experiment(alice: User, data_dir: Path) -> Experiment:
    return DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment


def start(experiment: Experiment, budget: float | None = 2.0, model: str = MODEL) -> Run:
    return services.start_run(experiment=experiment, config=PersonaConfig(model=model, budget_usd=budget, count=1))


def spend(run: Run, cost: float | None) -> Recorder:
    claimed = Run.objects.claim(run.pk)
    assert claimed is not None
    recorder = Recorder(claimed)
    recorder.store(UsageUpdated(usage=Usage(requests=1, cost_usd=cost)))
    return recorder


def test_a_run_sets_its_budget_aside_and_gives_back_what_it_did_not_use(experiment: Experiment, alice: User) -> None:
    run = start(experiment)
    assert (run.payer, budget.left(alice.membership.team, alice)) == ("operator", Decimal(3))

    spend(run, 0.25).failed(ERROR)

    assert budget.left(alice.membership.team, alice) == Decimal("4.75")
    assert not budget.is_reserved(run)


def test_what_the_month_does_not_hold_is_refused_and_nothing_starts(experiment: Experiment) -> None:
    start(experiment, 4.0)

    with pytest.raises(MonthlyLimitReached) as refused:
        start(experiment, 2.0)

    assert refused.value.message == "Your team has $1.00 left of the $5.00 that it may spend here in a month."
    assert Run.objects.count() == 1


def test_without_a_budget_a_run_may_use_what_is_left(experiment: Experiment) -> None:
    start(experiment, 4.0)

    assert PersonaConfig.model_validate(start(experiment, None).config).budget_usd == 1.0


def test_going_on_reserves_only_what_may_still_be_spent(experiment: Experiment, alice: User) -> None:
    run = start(experiment)
    spend(run, 1.5).failed(ERROR)
    run.refresh_from_db()

    assert services.resume_run(run=run, budget_usd=3.0)

    assert [(charge.before, charge.amount) for charge in BudgetEntry.objects.open()] == [
        (Decimal("1.5"), Decimal("1.5"))
    ]
    assert budget.left(alice.membership.team, alice) == Decimal(2)


def test_a_run_without_a_known_price_is_not_paid_by_the_operator(experiment: Experiment) -> None:
    with pytest.raises(ConfigurationError, match="price"):
        start(experiment, 1.0, "openai:of-our-own")


def test_a_run_stopped_before_it_began_costs_nothing(experiment: Experiment, alice: User) -> None:
    services.cancel_run(run=start(experiment))

    assert budget.left(alice.membership.team, alice) == Decimal(5)


def test_a_run_whose_workers_are_lost_costs_what_it_told(experiment: Experiment, alice: User) -> None:
    run = start(experiment)
    spend(run, 0.5)

    end_unheld(Run.objects.filter(pk=run.pk), Run.Status.FAILED, ERROR)

    assert budget.left(alice.membership.team, alice) == Decimal("4.5")


def test_deleting_the_experiment_gives_no_money_back(experiment: Experiment, alice: User) -> None:
    spend(start(experiment), 2.0).failed(ERROR)

    experiment.delete()

    assert budget.left(alice.membership.team, alice) == Decimal(3)


def test_a_new_month_begins_with_all_of_it_but_what_is_still_at_work(experiment: Experiment, alice: User) -> None:
    spend(start(experiment), 2.0).failed(ERROR)
    start(experiment, 1.0)

    BudgetEntry.objects.update(created=timezone.now() - timedelta(days=32))

    assert budget.left(alice.membership.team, alice) == Decimal(4)


def test_ones_own_money_has_no_month(experiment: Experiment, bob: User) -> None:
    start(experiment, 5.0)

    assert budget.left(bob.membership.team, bob) == Decimal(5)


@pytest.mark.django_db(transaction=True)
def test_starts_at_the_same_time_never_exceed_the_month(
    alice: User, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "MAX_ACTIVE", 100)
    studies = [DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment for _ in range(6)]
    refused: list[Exception] = []

    def attempt(study: Experiment) -> None:
        try:
            start(study, 1.5)
        except MonthlyLimitReached as error:
            refused.append(error)
        finally:
            connection.close()

    threads = [Thread(target=attempt, args=[study]) for study in studies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (Run.objects.count(), len(refused), budget.left(alice.membership.team, alice)) == (3, 3, Decimal("0.5"))


def test_a_team_and_a_person_over_all_their_teams_have_one_month(alice: User, bob: User) -> None:
    """More teams are not more money, and neither are more people in a team."""
    first = alice.membership.team
    BudgetEntry.objects.create(owner=alice, run=uuid4(), model="openai:gpt", before=0, amount=2)
    create_team(user=alice, name="Second")
    second = alice.membership.team
    BudgetEntry.objects.create(owner=bob, team=second, run=uuid4(), model="openai:gpt", before=0, amount=1)

    left = [budget.left(*each) for each in ((first, alice), (second, alice), (second, bob), (first, None))]

    assert left == [Decimal(3), Decimal(2), Decimal(4), Decimal(3)]

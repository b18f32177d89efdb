"""The same request with the same key from many sides at once makes one thing; benchmarks/api_once.py has more of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from accounts.models import ApiToken
from experiments.models import DataSource, Experiment
from generation.models import Run
from tests.api.conftest import ALL_SCOPES, Program
from tests.api.races import race
from tests.factories import ANSWERS, DataSourceFactory, ExperimentFactory

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response
    from pytest_django import Settings

    from accounts.models import User

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("data_dir")]
THREADS = 8


@pytest.fixture
def token(alice: User, settings: Settings) -> str:
    settings.ENV = settings.ENV.model_copy(update={"api_writes_per_minute": 100_000})
    return ApiToken.objects.issue(alice, name="race", scopes=ALL_SCOPES)[1]


def test_experiments_are_made_once(token: str) -> None:
    def send(program: Program, headers: dict[str, str]) -> Response:
        return program.post("/experiments", {"name": "Race"}, headers=headers)

    outcome = race(token, send, threads=THREADS, rounds=5)

    assert (outcome.is_once_each, Experiment.objects.count()) == (True, 5), outcome
    assert set(outcome.statuses) <= {201, 409}


def test_an_upload_is_taken_once(token: str, alice: User) -> None:
    path = f"/experiments/{ExperimentFactory(owner=alice).pk}/sources"

    def send(program: Program, headers: dict[str, str]) -> Response:
        return program.post(path, ANSWERS, headers=headers, content_type="text/csv")

    outcome = race(token, send, threads=THREADS, rounds=1)

    assert (outcome.is_once_each, DataSource.objects.count()) == (True, 1), outcome


def test_a_run_starts_once(token: str, alice: User) -> None:
    source = DataSourceFactory(experiment=ExperimentFactory(owner=alice))

    def send(program: Program, headers: dict[str, str]) -> Response:
        return program.post(f"/experiments/{source.experiment_id}/runs", {}, headers=headers)

    outcome = race(token, send, threads=THREADS, rounds=2)

    assert (outcome.is_once_each, Run.objects.count()) == (True, 2), outcome

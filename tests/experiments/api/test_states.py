"""The API's states are those of the page."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from experiments.api.states import states_of
from experiments.experiment_list import with_state
from experiments.models import DataSource, Experiment
from generation.models import Run
from tests.factories import ExperimentFactory, RunFactory

if TYPE_CHECKING:
    from pytest_django.fixtures import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db

SOURCES = ("", "waiting", "reading", "ready", "failed")
RUNS = (
    (),
    ("queued",),
    ("running",),
    ("done",),
    ("failed",),
    ("cancelled",),
    ("done", "failed"),
    ("done", "cancelled"),
)
FIELDS = {"failed": {"error": {}}, "ready": {"report": {}}, "reading": {"lease_until": "2026-01-01T00:00Z"}}
RUN_FIELDS = {"failed": {"error": {}}, "running": {"lease_until": "2026-01-01T00:00Z"}}


def test_both_ways_say_the_same(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for source, runs in product(SOURCES, RUNS):
        experiment = ExperimentFactory()
        if source:
            DataSource.objects.create(experiment=experiment, name="x.csv", status=source, **FIELDS.get(source, {}))
        for status in runs:
            RunFactory(experiment=experiment, status=Run.Status(status), **RUN_FIELDS.get(status, {}))
    ids = list(Experiment.objects.values_list("pk", flat=True))

    with django_assert_num_queries(1):
        states = states_of(ids)

    assert states == dict(with_state(Experiment.objects.all()).order_by().values_list("pk", "state"))
    assert len(set(states.values())) == 8

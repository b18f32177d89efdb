"""The state of an experiment is written down, and follows its runs and its source however their status changes."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from core.lease.models import RESEND
from experiments.models import DataSource, Experiment
from experiments.states import STATES, state_of
from generation.models import Run
from tests.factories import ExperimentFactory, RunFactory

if TYPE_CHECKING:
    from accounts.models import User

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
LEASE = {"lease_until": "2026-01-01T00:00Z"}
FIELDS = {"failed": {"error": {}}, "ready": {"report": {}}, "reading": LEASE}
RUN_FIELDS = {"failed": {"error": {}}, "running": LEASE}


def add_source(experiment: Experiment, status: str) -> DataSource:
    return DataSource.objects.create(experiment=experiment, name="x.csv", status=status, **FIELDS.get(status, {}))


def state(experiment: Experiment) -> str:
    experiment.refresh_from_db()
    return experiment.state


def test_what_is_made_is_written_down(alice: User) -> None:
    found = set()
    for source, runs in product(SOURCES, RUNS):
        experiment = ExperimentFactory(owner=alice)
        if source:
            add_source(experiment, source)
        for status in runs:
            RunFactory(experiment=experiment, status=Run.Status(status), **RUN_FIELDS.get(status, {}))
        said = state_of(run=runs[-1] if runs else None, has_result="done" in runs, source=source or None)
        assert state(experiment) == said, (source, runs)
        found.add(said)

    assert found == set(STATES)


def test_a_source_takes_its_experiment_along(alice: User) -> None:
    experiment = ExperimentFactory(owner=alice)
    source = add_source(experiment, "waiting")
    seen = [state(experiment)]
    claimed = DataSource.objects.claim(source.pk)
    assert claimed is not None
    seen.append(state(experiment))
    DataSource.objects.settle(claimed, status="failed", error={})
    seen.append(state(experiment))
    DataSource.objects.filter(pk=source.pk).update(status="ready", report={})
    seen.append(state(experiment))
    DataSource.objects.filter(pk=source.pk).delete()

    assert [*seen, state(experiment)] == ["reading", "reading", "unreadable", "check", "empty"]


def test_a_run_takes_its_own_experiment_along_and_no_other(alice: User) -> None:
    experiment, other = ExperimentFactory(owner=alice), ExperimentFactory(owner=alice)
    run = RunFactory(experiment=experiment)
    seen = [state(experiment)]
    Run.objects.filter(pk=run.pk).update(status="cancelled")
    seen.append(state(experiment))
    run.status = Run.Status.DONE
    run.save()

    assert ([*seen, state(experiment)], state(other)) == (["running", "stopped", "ready"], "empty")


def test_a_lost_change_of_hands_changes_nothing(alice: User) -> None:
    run = RunFactory(experiment=ExperimentFactory(owner=alice))
    claimed = Run.objects.claim(run.pk)
    assert claimed is not None
    Run.objects.filter(pk=run.pk).update(attempt=claimed.attempt + 1, sent=claimed.sent - RESEND)

    assert Run.objects.settle(claimed, status="failed", error={}) is False
    assert state(run.experiment) == "running"

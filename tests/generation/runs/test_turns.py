"""Turns of runs and files: one team's many do not hold up another's one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from core.queues import Queue
from experiments.models import DataSource
from generation.models import Run
from persona.models import PersonaConfig
from tests.factories import ExperimentFactory, RunFactory

if TYPE_CHECKING:
    from accounts.models import User
    from experiments.models import Experiment

pytestmark = pytest.mark.django_db
BY_MODEL = PersonaConfig(model="openai:gpt-4o-mini").model_dump(mode="json")


@pytest.fixture
def his(bob: User) -> Experiment:
    return ExperimentFactory(owner=bob)


@pytest.fixture
def hers(alice: User) -> Experiment:
    return ExperimentFactory(owner=alice)


def claimed(queue: Queue = Queue.BUILTIN) -> Run | None:
    return Run.objects.in_queue(queue).claim_next()


def test_one_run_is_not_held_up_by_ten(his: Experiment, hers: Experiment) -> None:
    many = [RunFactory(experiment=his) for _ in range(10)]
    one = RunFactory(experiment=hers)

    assert [claimed(), claimed(), claimed()] == [many[0], one, many[1]]


def test_who_ended_a_run_a_moment_ago_lets_others_go_first(his: Experiment, hers: Experiment) -> None:
    first, _ = RunFactory(experiment=his), RunFactory(experiment=his)
    one = RunFactory(experiment=hers)
    taken = claimed()
    assert taken == first
    Run.objects.settle(taken, status=Run.Status.CANCELLED)

    assert claimed() == one


def test_runs_with_a_model_wait_in_a_line_of_their_own(his: Experiment, hers: Experiment) -> None:
    builtin, model = RunFactory(experiment=his), RunFactory(experiment=hers, config=BY_MODEL)

    assert (builtin.queue, model.queue) == (Queue.BUILTIN, Queue.MODELS)
    assert [claimed(Queue.MODELS), claimed(Queue.MODELS), claimed(), claimed()] == [model, None, builtin, None]


def test_runs_that_wait_for_their_file_have_no_turn(his: Experiment) -> None:
    RunFactory(experiment=his, awaits_data=True)

    assert claimed() is None


def test_one_file_is_not_held_up_by_ten(his: Experiment, hers: Experiment) -> None:
    many = [DataSource.objects.create(experiment=his, name="many.csv") for _ in range(10)]
    one = DataSource.objects.create(experiment=hers, name="one.csv")

    assert [DataSource.objects.claim_next() for _ in range(3)] == [many[0], one, many[1]]


def test_a_sweep_wakes_no_more_workers_than_help(his: Experiment) -> None:
    for _ in range(3):
        RunFactory(experiment=his, sent=timezone.now() - timedelta(minutes=1))

    assert [len(list(Run.objects.take_unheard(2))) for _ in range(3)] == [2, 1, 0]

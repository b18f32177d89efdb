"""The line: the place of a run that waits, who is before it, and when it will begin; on its page and in the API."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from generation.models import Run
from generation.runs.line import Entry, line_of
from tests.factories import ExperimentFactory, RunFactory
from tests.generation.values import running_run

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from accounts.models import User
    from experiments.models import Experiment

pytestmark = pytest.mark.django_db


@pytest.fixture
def hers(alice: User) -> Experiment:
    return ExperimentFactory(owner=alice, name="Support tickets")


@pytest.fixture
def his(bob: User) -> Experiment:
    return ExperimentFactory(owner=bob, name="A secret study")


def ended(experiment: Experiment, minutes: int) -> None:
    """A run that took so long."""
    now = timezone.now()
    run = RunFactory(experiment=experiment)
    Run.objects.filter(pk=run.pk).update(status=Run.Status.DONE, started=now - timedelta(minutes=minutes), finished=now)


def test_who_waits_alone_is_the_next(hers: Experiment) -> None:
    line = line_of(RunFactory(experiment=hers))

    assert line is not None
    assert (line.place, line.waiting, line.at_work, line.starts) == (1, 1, (), None)


def test_runs_that_do_not_wait_for_a_worker_are_in_no_line(hers: Experiment) -> None:
    assert line_of(running_run(experiment=hers)) is None
    assert line_of(RunFactory(experiment=hers, awaits_data=True)) is None


def test_the_place_among_others_and_when_it_begins(hers: Experiment, his: Experiment) -> None:
    ended(his, minutes=10)
    ended(his, minutes=20)
    at_work = running_run(experiment=his)
    for _ in range(5):
        RunFactory(experiment=his)
    first, second = RunFactory(experiment=hers), RunFactory(experiment=hers)

    line = line_of(second)
    assert line is not None
    # Hers have waited for a turn while his is at work: one of hers, one of his, then this one.
    assert (line_of(first).place, line.place, line.waiting) == (1, 3, 7)  # type: ignore[union-attr]
    assert (line.at_work, line.heading, line.title) == (
        (at_work,),
        "Third in line",
        "The line for runs with the built-in writer",
    )
    assert line.starts is not None
    assert round((line.starts - timezone.now()).total_seconds() / 60) == 45  # fifteen minutes each, one at a time


def test_others_are_not_named(hers: Experiment, his: Experiment) -> None:
    running_run(experiment=his)
    RunFactory(experiment=his)
    line = line_of(RunFactory(experiment=hers))

    assert line is not None
    assert line.entries == [
        Entry("Somebody’s run", "0 %", None),
        Entry("Support tickets", "yours", 1, is_this=True),
    ]


def test_the_page_shows_the_line_and_tells_when_it_moves(
    hers: Experiment, his: Experiment, alice: User, client_of: Callable[[User], Client]
) -> None:
    working = running_run(experiment=his)
    run, client = RunFactory(experiment=hers), client_of(alice)
    address = f"/runs/{run.pk}/"
    page = client.get(address)

    assertContains(page, "<h1>First in line</h1>")
    assertContains(page, "Leave the line")
    assertNotContains(page, "A secret study")
    poll = {"headers": {"hx-request": "true", "hx-target": "run"}}
    assert client.get(address, {"seen": f"{run.mark}-1"}, **poll).status_code == 204

    Run.objects.settle(working, status=Run.Status.CANCELLED)
    assertContains(client.get(address, {"seen": f"{run.mark}-1"}, **poll), "Waiting to begin")

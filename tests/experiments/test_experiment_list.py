from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from django.utils import timezone

from experiments import experiment_list
from experiments.models import DataSource, Experiment
from generation.models import Run
from tests.factories import ExperimentFactory, RunFactory
from tests.generation.values import finished_run

if TYPE_CHECKING:
    from accounts.models import User

pytestmark = pytest.mark.django_db
Status, Data = Run.Status, DataSource.Status
LEASE = {"lease_until": timezone.now() + timedelta(minutes=1)}


def with_source(owner: User, **fields: Any) -> Experiment:
    experiment = ExperimentFactory(owner=owner, name="Meals", description="How people plan")
    DataSource.objects.create(experiment=experiment, name="a.csv", **fields)
    return experiment


def with_data(owner: User) -> Experiment:
    return with_source(owner, status=Data.READY, report={}, rows=240)


def card(owner: User) -> experiment_list.ExperimentCard:
    """The card of the only experiment of this person."""
    [found] = experiment_list.cards(Experiment.objects.visible_to(owner))
    return found


def says(found: experiment_list.ExperimentCard) -> dict[str, Any]:
    names = ("word", "say", "url", "rows", "personas", "percent", "cost")
    return {name: getattr(found, name) for name in names} | {"icon": found.look.icon}


def said(**fields: Any) -> dict[str, Any]:
    return {"rows": 240, "personas": 0, "percent": None, "cost": "", "say": "How people plan"} | fields


def test_without_data_it_waits_at_upload(alice: User) -> None:
    experiment = ExperimentFactory(owner=alice)

    assert says(card(alice)) == said(
        word="Draft",
        icon="edit",
        say="Waiting for you at “Upload”",
        url=reverse("experiments:upload", args=[experiment.pk]),
        rows=0,
    )


@pytest.mark.parametrize("fields", [{}, {"status": Data.READING, **LEASE, "progress": 40}])
def test_a_file_that_is_being_read_shows_how_far(alice: User, fields: dict[str, Any]) -> None:
    experiment = with_source(alice, **fields)

    assert says(card(alice)) == said(
        word="Being read",
        icon="spin",
        url=reverse("experiments:check", args=[experiment.pk]),
        rows=0,
        percent=fields.get("progress", 0),
    )


def test_a_file_that_cannot_be_read_says_why(alice: User) -> None:
    experiment = with_source(alice, status=Data.FAILED, error={"code": "empty", "message": "The file is empty."})

    assert says(card(alice)) == said(
        word="Needs attention",
        icon="alert",
        say="The file is empty.",
        url=reverse("experiments:check", args=[experiment.pk]),
        rows=0,
    )


def test_read_data_waits_at_the_check(alice: User) -> None:
    experiment = with_data(alice)

    assert says(card(alice)) == said(
        word="Draft",
        icon="edit",
        say="Waiting for you at “Check”",
        url=reverse("experiments:check", args=[experiment.pk]),
    )


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({}, "Waiting"),
        ({"status": Status.RUNNING, "stage": "group", **LEASE}, "Finding groups"),
        ({"status": Status.RUNNING, "stage": "write", **LEASE}, "Writing personas"),
    ],
)
def test_a_run_at_work_says_what_it_does(alice: User, fields: dict[str, Any], word: str) -> None:
    run = RunFactory(experiment=with_data(alice), **fields)

    assert says(card(alice)) == said(
        word=word, icon="spin", url=reverse("generation:run", args=[run.pk]), percent=run.percent
    )


def test_a_failed_run_says_why(alice: User) -> None:
    error = {"code": "provider_auth", "message": "OpenAI did not accept the key."}
    run = RunFactory(
        experiment=with_data(alice),
        status=Status.FAILED,
        error=error,
        usage={"cost_usd": 0.02},
        finished=timezone.now(),
    )

    assert says(card(alice)) == said(
        word="Needs attention",
        icon="alert",
        say="OpenAI did not accept the key.",
        url=reverse("generation:run", args=[run.pk]),
        cost="$0.02",
    )


def test_a_finished_run_leads_to_its_personas(alice: User) -> None:
    run = finished_run(with_data(alice), personas=4, usage={"cost_usd": 0.0})

    found = card(alice)

    assert says(found) == said(
        word="Ready", icon="check", url=reverse("generation:results", args=[run.pk]), personas=4, cost="Free"
    )
    assert list(found.faces) == [1, 2, 3, 4]
    assert (found.has_data, found.has_runs) == (True, True)


def test_a_stopped_run_leaves_the_results_before_it(alice: User) -> None:
    experiment = with_data(alice)
    stopped = RunFactory(experiment=experiment, number=7, status=Status.CANCELLED)
    assert card(alice).word == "Stopped"
    assert card(alice).url == reverse("generation:run", args=[stopped.pk])

    done = finished_run(experiment, number=6)

    assert (card(alice).word, card(alice).url) == ("Ready", reverse("generation:results", args=[done.pk]))


def test_only_the_newest_run_and_source_count(alice: User) -> None:
    experiment = with_source(alice, status=Data.FAILED, error={"code": "empty", "message": "The file is empty."})
    DataSource.objects.create(experiment=experiment, name="b.csv", status=Data.READY, report={}, rows=5)
    finished_run(experiment, number=1)
    run = RunFactory(experiment=experiment, number=2)

    assert says(card(alice)) == said(
        word="Waiting", icon="spin", url=reverse("generation:run", args=[run.pk]), rows=5, percent=0
    )


def test_counts_of_what_can_be_shown(alice: User, charlie: User) -> None:
    ExperimentFactory(owner=alice)
    with_data(alice)
    with_source(alice)
    with_source(alice, status=Data.FAILED, error={"code": "empty", "message": "x"})
    RunFactory(experiment=with_data(alice))
    RunFactory(experiment=with_data(alice), status=Status.FAILED, error={"message": "x"})
    finished_run(with_data(alice))
    finished_run(with_data(charlie))

    assert experiment_list.counts(alice.membership.team_id) == {
        "all": 7,
        "ready": 1,
        "running": 2,
        "attention": 2,
        "archive": 0,
        "bin": 0,
    }

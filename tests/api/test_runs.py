"""Runs over HTTP: start, follow, stop, go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from experiments.models import DataSource
from generation.models import Run, RunEvent
from persona.models import PersonaConfig
from tests.factories import DataSourceFactory, ExperimentFactory, RunFactory
from tests.generation.values import finished_run

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django.fixtures import DjangoAssertNumQueries

    from accounts.models import User
    from tests.api.conftest import Program

pytestmark = pytest.mark.django_db


@pytest.fixture
def source(alice: User, data_dir: Path) -> DataSource:
    return DataSourceFactory(experiment=ExperimentFactory(owner=alice))


def test_a_run_starts_with_its_settings(as_alice: Program, source: DataSource) -> None:
    source.overrides = {"city": {"role": "category", "basis": True}}
    source.save()

    response = as_alice.post(f"/experiments/{source.experiment_id}/runs", {"count": 2, "seed": 7, "notify": True})

    run = Run.objects.get()
    told = response.json()
    assert (response.status_code, response.headers["Location"]) == (202, f"/api/v1/runs/{run.pk}")
    assert (told["status"], told["config"]["count"], told["config"]["seed"]) == ("queued", 2, 7)
    assert (run.config["columns"], run.notify) == (source.overrides, True)


def test_the_same_key_is_the_same_run(as_alice: Program, source: DataSource) -> None:
    path, key = f"/experiments/{source.experiment_id}/runs", {"Idempotency-Key": "nightly"}

    ids = {as_alice.post(path, {}, headers=key).json()["id"] for _ in range(3)}

    assert (len(ids), Run.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    "body",
    [
        {"count": 0},
        {"count": 13},
        {"model": "gpt"},
        {"detail": "long"},
        {"seed": -1},
        {"budget_usd": -1},
        {"colour": 1},
    ],
    ids=str,
)
def test_settings_that_make_no_sense_are_refused(as_alice: Program, source: DataSource, body: dict) -> None:
    response = as_alice.post(f"/experiments/{source.experiment_id}/runs", body)

    assert (response.status_code, response.json()["code"], Run.objects.count()) == (422, "invalid_input", 0)


def test_a_run_needs_data_and_room(as_alice: Program, alice: User, source: DataSource) -> None:
    empty = as_alice.post(f"/experiments/{ExperimentFactory(owner=alice).pk}/runs", {})
    for _ in range(2):
        RunFactory(experiment=source.experiment)
    full = as_alice.post(f"/experiments/{source.experiment_id}/runs", {})

    assert (empty.status_code, empty.json()["code"]) == (409, "data_not_ready")
    assert (full.status_code, full.json()["code"], full.json()["retryable"]) == (429, "too_many_runs", True)
    assert full.headers["Retry-After"] == "5"


def test_a_run_is_followed_until_its_end(as_alice: Program, source: DataSource) -> None:
    run = RunFactory(experiment=source.experiment)
    address = f"/runs/{run.pk}"
    first = as_alice.get(address)
    same = as_alice.get(address, headers={"If-None-Match": first.headers["ETag"]})

    Run.objects.update(status="done", version=4)
    done = as_alice.get(address, headers={"If-None-Match": first.headers["ETag"]})

    assert (first.json()["status"], first.headers["Retry-After"]) == ("queued", "1")
    assert (same.status_code, same.headers["Retry-After"]) == (304, "1")
    assert (done.json()["status"], done.json()["percent"], "Retry-After" in done.headers) == ("done", 100, False)


def test_events_come_after_a_number(as_alice: Program, source: DataSource) -> None:
    run = RunFactory(experiment=source.experiment, version=3)
    for number in (1, 2, 3):
        RunEvent.objects.create(run=run, number=number, type="generation.progress", payload={"done": number})
    path = f"/runs/{run.pk}/events"

    some = as_alice.get(f"{path}?limit=2").json()
    rest = as_alice.get(f"{path}?after={some['next']}").json()
    Run.objects.update(status="cancelled")
    none = as_alice.get(f"{path}?after={rest['next']}").json()

    assert [event["payload"]["done"] for event in some["items"] + rest["items"]] == [1, 2, 3]
    assert (some["next"], rest["next"], rest["is_finished"]) == (2, 3, False)
    assert none == {"items": [], "next": 3, "is_finished": True}


def test_a_waiting_run_is_stopped_at_once_and_resumed(as_alice: Program, source: DataSource) -> None:
    run = RunFactory(experiment=source.experiment)

    stopped = as_alice.post(f"/runs/{run.pk}/cancel")
    resumed = as_alice.post(f"/runs/{run.pk}/resume")
    again = as_alice.post(f"/runs/{run.pk}/resume")

    assert (stopped.status_code, stopped.json()["status"]) == (202, "cancelled")
    assert (resumed.status_code, resumed.json()["status"]) == (202, "queued")
    assert (again.status_code, again.json()["code"]) == (409, "not_resumable")


def test_a_run_goes_on_with_more_money_or_another_writer(as_alice: Program, source: DataSource) -> None:
    run = RunFactory(
        experiment=source.experiment,
        status="failed",
        error={"code": "budget_exceeded", "message": "…", "hint": "…", "retryable": False},
        config=PersonaConfig(model="openai:gpt-5.4-nano", budget_usd=0.01).model_dump(mode="json"),
    )

    without_key = as_alice.post(f"/runs/{run.pk}/resume?budget_usd=0.5")
    resumed = as_alice.post(f"/runs/{run.pk}/resume?model=builtin&budget_usd=0.5")
    unknown = as_alice.post(f"/runs/{run.pk}/resume?seed=3")

    assert (without_key.status_code, without_key.json()["code"]) == (422, "key_missing")
    assert (resumed.status_code, resumed.json()["status"]) == (202, "queued")
    assert {name: resumed.json()["config"][name] for name in ("model", "budget_usd")} == {
        "model": "builtin",
        "budget_usd": 0.5,
    }
    assert unknown.status_code == 422


def test_runs_are_listed_and_filtered(
    as_alice: Program, as_charlie: Program, alice: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    study, other = ExperimentFactory(owner=alice), ExperimentFactory(owner=alice)
    done, queued = finished_run(study), RunFactory(experiment=other)
    as_alice.get("/runs")

    with django_assert_num_queries(3):
        every = as_alice.get("/runs").json()["items"]
    some = as_alice.get("/runs?status=done").json()["items"]
    of_other = as_alice.get(f"/runs?experiment={other.pk}").json()["items"]
    foreign = as_charlie.get(f"/runs?experiment={other.pk}")

    assert [item["id"] for item in every] == [str(queued.pk), str(done.pk)]
    assert ([item["id"] for item in some], [item["id"] for item in of_other]) == ([str(done.pk)], [str(queued.pk)])
    assert (foreign.status_code, foreign.json()["code"]) == (404, "not_found")
    assert as_charlie.get("/runs").json()["items"] == []


def test_the_groups_of_a_run_are_told(as_alice: Program, source: DataSource) -> None:
    run = finished_run(source.experiment)

    told = as_alice.get(f"/runs/{run.pk}/segmentation").json()

    assert (len(told["segments"]), told["strength"]) == (2, "clear")
    assert as_alice.get(f"/runs/{RunFactory(experiment=source.experiment).pk}/segmentation").status_code == 404


def test_models_and_usage_are_told(as_alice: Program, source: DataSource) -> None:
    finished_run(source.experiment, usage={"requests": 2, "input_tokens": 30, "output_tokens": 4, "cost_usd": 0.25})
    finished_run(source.experiment, usage={"requests": 1, "cost_usd": None})

    builtin = as_alice.get("/models").json()["items"][0]
    (month,) = as_alice.get("/usage").json()["items"]

    assert builtin == {
        "name": "builtin",
        "label": "Built-in",
        "provider": "Built-in",
        "is_ready": True,
        "is_private": True,
        "payer": "nobody",
    }
    del month["month"]
    assert month == {
        "runs": 2,
        "personas": 4,
        "requests": 3,
        "input_tokens": 30,
        "output_tokens": 4,
        "cost_usd": 0.25,
        "unpriced_runs": 1,
    }

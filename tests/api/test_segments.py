"""Segments over HTTP: found by a worker, changed, and their personas written."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from core.lease.models import MAX_ATTEMPTS
from generation.models import Run, SegmentDraft
from generation.runs import tasks as run_tasks
from generation.segments import tasks
from tests.factories import DataSourceFactory, ExperimentFactory
from tests.invented import invented_answers

if TYPE_CHECKING:
    from pathlib import Path

    from accounts.models import User
    from experiments.models import DataSource
    from tests.api.conftest import Program

# A heartbeat writes on a connection of its own.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def source(alice: User, data_dir: Path) -> DataSource:
    return DataSourceFactory(experiment=ExperimentFactory(owner=alice), content=invented_answers(60))


def test_segments_are_found_changed_and_written(as_alice: Program, source: DataSource) -> None:
    asked = as_alice.post(f"/experiments/{source.experiment_id}/segments", {"count": 3})
    address = asked.headers["Location"]
    assert (asked.status_code, asked.json()["status"], asked.json()["found"]) == (202, "waiting", None)
    early = [as_alice.post(f"{address}/runs", {}), as_alice.post(f"{address}/edits", {"edits": [rename()]})]
    assert [(each.status_code, each.json()["code"]) for each in early] == [(409, "segments_not_ready")] * 2

    tasks.find_segments(asked.json()["id"])
    found = as_alice.get(address).json()
    assert (found["status"], len(found["found"]["segments"])) == ("ready", 3)

    edits = {"edits": [{"type": "merge", "segments": [2, 3]}, rename()]}
    changing = as_alice.post(f"{address}/edits", edits)
    assert (changing.status_code, changing.json()["status"]) == (202, "waiting")
    tasks.find_segments(asked.json()["id"])
    changed = as_alice.get(address).json()
    assert [segment["name"] for segment in changed["found"]["segments"]] == ["Planners", None]

    started = as_alice.post(f"{address}/runs", {})
    assert started.headers["Location"] == f"/api/v1/runs/{asked.json()['id']}"
    run_tasks.generate_run(started.json()["id"])
    run = Run.objects.get()
    assert (run.status, run.personas.count(), run.personas.get(position=1).tagline) == ("done", 2, "Planners")

    late = as_alice.post(f"{address}/edits", {"edits": [rename()]})
    assert (late.status_code, late.json()["code"]) == (409, "segments_in_use")
    assert as_alice.post(f"{address}/runs", {}).json()["id"] == str(run.pk)


def rename() -> dict:
    return {"type": "rename", "segment": 1, "name": "Planners"}


def test_an_edit_that_cannot_be_made_is_taken_back(as_alice: Program, source: DataSource) -> None:
    made = as_alice.post(f"/experiments/{source.experiment_id}/segments", {"count": 2}).json()
    tasks.find_segments(made["id"])
    address = f"/segments/{made['id']}"

    as_alice.post(f"{address}/edits", {"edits": [{"type": "rename", "segment": 9, "name": "Nobody"}]})
    tasks.find_segments(made["id"])

    told = as_alice.get(address).json()
    assert (told["status"], told["edits"], len(told["found"]["segments"])) == ("ready", [], 2)
    assert told["error"]["message"]
    as_alice.post(f"{address}/edits", {"edits": [rename()]})
    tasks.find_segments(made["id"])
    again = as_alice.get(address).json()
    assert (again["error"], again["found"]["segments"][0]["name"]) == (None, "Planners")


def test_a_grouping_whose_worker_died_is_sent_again(
    as_alice: Program, source: DataSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = as_alice.post(f"/experiments/{source.experiment_id}/segments", {}).json()
    assert SegmentDraft.objects.claim(made["id"]) is not None
    assert SegmentDraft.objects.claim(made["id"]) is None
    past = timezone.now() - timedelta(minutes=1)
    SegmentDraft.objects.update(lease_until=past, sent=past)
    sent: list[str] = []
    monkeypatch.setattr(tasks.find_segments, "delay", sent.append)

    tasks.sweep_segments()
    tasks.sweep_segments()

    assert sent == [made["id"]]


def test_one_that_kills_its_workers_is_given_up(as_alice: Program, source: DataSource) -> None:
    made = as_alice.post(f"/experiments/{source.experiment_id}/segments", {}).json()
    SegmentDraft.objects.update(attempt=MAX_ATTEMPTS)

    tasks.find_segments(made["id"])

    assert as_alice.get(f"/segments/{made['id']}").json()["error"]["code"] == "unexpected"


def test_segments_need_data_and_sense(as_alice: Program, alice: User, source: DataSource) -> None:
    empty = as_alice.post(f"/experiments/{ExperimentFactory(owner=alice).pk}/segments", {})
    wrong = as_alice.post(f"/experiments/{source.experiment_id}/segments", {"count": 99})

    assert (empty.status_code, empty.json()["code"]) == (409, "data_not_ready")
    assert (wrong.status_code, wrong.json()["code"]) == (422, "invalid_input")

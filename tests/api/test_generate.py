"""One call for scripts: a file goes in, a run comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import experiments.tasks
from experiments import files
from experiments.models import DataSource, Experiment
from generation.models import Run
from generation.runs import tasks
from tests.factories import RunFactory
from tests.invented import invented_answers

if TYPE_CHECKING:
    from accounts.models import User
    from tests.api.conftest import Program

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("data_dir")]


def generate(program: Program, text: str, query: str = "", **kwargs: object):
    return program.post(f"/generate?name=answers.csv{query}", text, content_type="text/csv", **kwargs)


def test_a_file_becomes_personas(as_alice: Program) -> None:
    response = generate(as_alice, invented_answers(60), "&count=2&experiment=Weekly")
    address = response.headers["Location"]
    assert (response.status_code, response.json()["status"], response.json()["config"]["count"]) == (202, "queued", 2)
    assert Experiment.objects.get().name == "Weekly"

    tasks.generate_run(response.json()["id"])  # too early: nothing happens
    assert as_alice.get(address).json()["status"] == "queued"
    experiments.tasks.check_source(str(DataSource.objects.get().pk))
    tasks.generate_run(response.json()["id"])

    done = as_alice.get(address).json()
    assert (done["status"], done["rows"], len(done["sizes"])) == ("done", 60, 2)


def test_reading_the_file_tells_the_run(as_alice: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    run = generate(as_alice, invented_answers(60)).json()["id"]
    sent: list[Run] = []
    monkeypatch.setattr(tasks, "send", sent.append)

    experiments.tasks.check_source(str(DataSource.objects.get().pk))

    assert [str(told.pk) for told in sent] == [run]


def test_a_file_that_cannot_be_used_ends_the_run(as_alice: Program) -> None:
    run = generate(as_alice, "a\n1\n").json()["id"]

    experiments.tasks.check_source(str(DataSource.objects.get().pk))
    tasks.generate_run(run)

    told = as_alice.get(f"/runs/{run}").json()
    assert (told["status"], told["error"]["code"], told["error"]["retryable"]) == ("failed", "one_column", False)


def test_a_model_that_cannot_be_used_ends_the_run(as_alice: Program) -> None:
    run = generate(as_alice, invented_answers(60), "&model=openai:gpt-5.4").json()["id"]

    experiments.tasks.check_source(str(DataSource.objects.get().pk))
    tasks.generate_run(run)

    told = as_alice.get(f"/runs/{run}").json()
    assert (told["status"], told["error"]["code"]) == ("failed", "key_missing")


def test_the_same_key_is_the_same_run(as_alice: Program) -> None:
    text, key = invented_answers(30), {"Idempotency-Key": "nightly"}

    first, second = generate(as_alice, text, headers=key), generate(as_alice, text, headers=key)

    assert first.json() == second.json()
    assert (Experiment.objects.count(), DataSource.objects.count(), Run.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize("query", ["&count=0", "&colour=red", "&model=gpt"])
def test_settings_that_make_no_sense_leave_nothing(as_alice: Program, query: str) -> None:
    assert generate(as_alice, invented_answers(30), query).status_code == 422
    assert (Experiment.objects.count(), list(files.incoming().iterdir())) == (0, [])


def test_without_room_for_a_run_nothing_is_kept(as_alice: Program, alice: User) -> None:
    for _ in range(2):
        RunFactory(experiment__owner=alice)

    response = generate(as_alice, invented_answers(30))

    assert (response.status_code, response.json()["code"], DataSource.objects.count()) == (429, "too_many_runs", 0)
    assert [path for path in files.incoming().parent.iterdir() if path.is_file()] == []


def test_a_run_that_waits_for_data_can_be_stopped(as_alice: Program) -> None:
    run = generate(as_alice, invented_answers(30)).json()["id"]

    assert as_alice.post(f"/runs/{run}/cancel").json()["status"] == "cancelled"
    tasks.generate_run(run)
    assert Run.objects.get().status == "cancelled"

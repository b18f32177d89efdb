"""Services: start, stop and go on, with numbers and limits that hold."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING

import pytest
from django.db import connection

from experiments.models import Experiment
from generation.models import Run
from generation.runs import drafts, services
from persona.models import ColumnChoice, ColumnRole, PersonaConfig
from tests.factories import DataSourceFactory, ExperimentFactory, RunFactory

if TYPE_CHECKING:
    from pathlib import Path

    from tests.generation.conftest import Posted

pytestmark = pytest.mark.django_db

ERROR = {"code": "step_failed", "message": "It broke.", "hint": "", "retryable": True}


@pytest.fixture
def experiment(data_dir: Path) -> Experiment:
    return DataSourceFactory().experiment


def start(experiment: Experiment, **changes: object) -> Run:
    return services.start_run(experiment=experiment, config=PersonaConfig(), **changes)  # type: ignore[arg-type]


def test_start_run_makes_a_waiting_run(experiment: Experiment) -> None:
    config = PersonaConfig(count=3, detail="short")

    run = services.start_run(experiment=experiment, config=config, notify=True)

    assert (run.number, run.status, run.rows, run.notify) == (1, "queued", 4, True)
    assert PersonaConfig.model_validate(run.config) == config


def test_start_run_sends_the_id_once_it_is_committed(experiment: Experiment, posted: Posted) -> None:
    with posted() as messages:
        run = start(experiment)

    assert messages == [("generation.generate_run", [str(run.pk)])]


def test_start_run_brings_the_experiment_to_the_top_of_the_list(experiment: Experiment) -> None:
    ExperimentFactory(owner=experiment.owner)

    start(experiment)

    assert Experiment.objects.visible_to(experiment.owner).first() == experiment


def test_start_run_with_the_same_key_is_the_same_run(experiment: Experiment, posted: Posted) -> None:
    with posted() as messages:
        runs = [start(experiment, request_key="click") for _ in range(3)]

    assert {run.pk for run in runs} == {Run.objects.get().pk}
    assert messages == [("generation.generate_run", [str(Run.objects.get().pk)])]


def test_start_run_numbers_runs_within_the_experiment(experiment: Experiment) -> None:
    RunFactory(experiment=experiment, number=7, status="done")
    RunFactory(number=40, status="done")

    assert start(experiment).number == 8


def test_start_run_allows_two_at_once_for_one_person(experiment: Experiment) -> None:
    start(experiment)
    RunFactory(experiment=ExperimentFactory(owner=experiment.owner))

    with pytest.raises(services.TooManyRuns) as refused:
        start(experiment)

    assert refused.value.message == "2 of your runs are at work already."
    assert Run.objects.count() == 2


def test_start_run_does_not_count_ended_runs_nor_those_of_others(experiment: Experiment) -> None:
    RunFactory(experiment=experiment, number=1, status="done")
    RunFactory(experiment=experiment, number=2, status="failed", error=ERROR)
    RunFactory.create_batch(3)

    assert start(experiment).number == 3


def test_start_run_without_data_is_refused(data_dir: Path) -> None:
    with pytest.raises(services.DataNotReady):
        start(ExperimentFactory())


def test_next_config_of_a_new_experiment_is_the_default(experiment: Experiment) -> None:
    assert drafts.next_config(experiment) == PersonaConfig()


def test_next_config_is_what_was_chosen_last_with_the_choices_of_columns(experiment: Experiment) -> None:
    drafts.save_draft(experiment=experiment, count=4, model="builtin", detail="deep")
    drafts.save_draft(experiment=experiment, count=5, model="builtin", detail="deep")
    source = experiment.source
    assert source is not None
    source.overrides = {"city": {"role": "ignore"}}
    source.save()

    assert drafts.next_config(experiment) == PersonaConfig(
        count=5, detail="deep", columns={"city": ColumnChoice(role=ColumnRole.IGNORE)}
    )


def test_cancel_run_ends_a_waiting_run_at_once() -> None:
    run = RunFactory()

    services.cancel_run(run=run)

    run.refresh_from_db()
    assert (run.status, run.cancel_requested) == ("cancelled", False)


def test_cancel_run_asks_the_worker_of_a_running_one() -> None:
    run = Run.objects.claim(RunFactory().pk)
    assert run is not None

    services.cancel_run(run=run)

    run.refresh_from_db()
    assert (run.status, run.cancel_requested) == ("running", True)


@pytest.mark.parametrize("status", ["done", "cancelled"])
def test_cancel_run_leaves_ended_runs_as_they_are(status: str) -> None:
    run = RunFactory(status=status)

    services.cancel_run(run=run)

    run.refresh_from_db()
    assert (run.status, run.cancel_requested) == (status, False)


def test_resume_run_makes_a_failed_run_wait_again_with_new_attempts(posted: Posted) -> None:
    run = RunFactory(status="failed", error=ERROR, attempt=5)

    with posted() as messages:
        assert services.resume_run(run=run)

    run.refresh_from_db()
    assert (run.status, run.error, run.attempt, run.attempt_limit) == ("queued", None, 5, 10)
    assert messages == [("generation.generate_run", [str(run.pk)])]


def test_resume_run_twice_sends_it_once(posted: Posted) -> None:
    run = RunFactory(status="cancelled")

    with posted() as messages:
        assert [services.resume_run(run=run), services.resume_run(run=run)] == [True, False]

    assert messages == [("generation.generate_run", [str(run.pk)])]


def test_resume_run_keeps_to_the_limit() -> None:
    run = RunFactory(status="cancelled")
    RunFactory.create_batch(2, experiment=run.experiment)

    with pytest.raises(services.TooManyRuns):
        services.resume_run(run=run)


@pytest.mark.django_db(transaction=True)
def test_start_run_by_many_at_once_keeps_numbers_and_limit(experiment: Experiment) -> None:
    together = Barrier(6)

    def press(_: int) -> int | str:
        together.wait()
        try:
            return start(experiment).number
        except services.TooManyRuns as refused:
            return refused.code
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as people:
        answers = list(people.map(press, range(6)))

    assert sorted(answers, key=str) == [1, 2, *["too_many_runs"] * 4]


@pytest.mark.django_db(transaction=True)
def test_claim_by_many_at_once_is_one_attempt() -> None:
    run, together = RunFactory(), Barrier(6)

    def claim(_: int) -> bool:
        together.wait()
        try:
            return Run.objects.claim(run.pk) is not None
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as workers:
        answers = list(workers.map(claim, range(6)))

    run.refresh_from_db()
    assert (sorted(answers), run.attempt) == ([False] * 5 + [True], 1)

"""Tasks: the library really works here; messages may come twice, workers may stop, die and be overtaken."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core import mail
from django.db import OperationalError
from django.db.models import F
from django.db.models.signals import post_save
from django.utils import timezone

from core import shutdown
from core.lease.models import MAX_ATTEMPTS
from experiments import files
from experiments.ingest import library
from generation.models import Evidence, Persona, Run, Statement
from generation.runs import lease, recorder, services, tasks, worker
from persona.models import PersonaConfig
from tests.factories import DataSourceFactory, RunFactory
from tests.generation.values import finished_run
from tests.invented import invented_answers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from experiments.models import Experiment
    from tests.generation.conftest import Posted

# The watch looks at the run on a thread and a connection of its own.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def experiment(data_dir: Path) -> Experiment:
    return DataSourceFactory(content=invented_answers(60)).experiment


def start(experiment: Experiment, *, count: int = 2, **changes: Any) -> Run:
    return services.start_run(experiment=experiment, config=PersonaConfig(count=count), **changes)


def expire(run: Run) -> None:
    Run.objects.filter(pk=run.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


@contextmanager
def at_first_persona(do: Callable[[Run], object]) -> Iterator[None]:
    """Do something in the middle of a run: in the moment its first persona is written."""

    def receive(instance: Persona, created: bool, **_: Any) -> None:
        if created and instance.run.personas.count() == 1:
            do(instance.run)

    post_save.connect(receive, sender=Persona)
    try:
        yield
    finally:
        post_save.disconnect(receive, sender=Persona)


def found_by_library(run: Run) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """Names, statements and quotes as the library keeps them in the folder of the run."""
    result = library(run.experiment).run(run.pk).result()
    assert result is not None
    return [(p.name, [(s.text, [e.quote for e in s.evidence]) for s in p.statements]) for p in result.personas]


def found_in_rows(run: Run) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    return [
        (p.name, [(s.text, list(s.evidence.values_list("quote", flat=True))) for s in p.statements.all()])
        for p in run.personas.all()
    ]


def rows(run: Run) -> tuple[Any, ...]:
    """Everything stored about a run, by id."""
    run.refresh_from_db()
    kinds = (run.events, run.personas, Statement.objects.filter(persona__run=run))
    return (run.status, run.version, run.attempt, *(set(kind.values_list("pk", flat=True)) for kind in kinds))


def test_generate_run_stores_what_the_library_finds(experiment: Experiment) -> None:
    run = start(experiment)

    tasks.generate_run(str(run.pk))

    run.refresh_from_db()
    assert (run.status, run.attempt, run.lease_until, run.rows, run.error) == ("done", 1, None, 60, None)
    assert found_in_rows(run) == found_by_library(run)
    assert Evidence.objects.filter(statement__persona__run=run).exists()
    assert [event.type for event in run.events.all()][:1] == ["generation.started"]
    assert list(run.events.values_list("number", flat=True)) == list(range(1, run.version + 1))
    assert [mark["stage"] for mark in run.stages] == ["read", "profile", "group", "write", "check"]
    assert sum(run.sizes) == 60


def test_generate_run_twice_changes_nothing(experiment: Experiment) -> None:
    run = start(experiment)
    tasks.generate_run(str(run.pk))
    once = rows(run)

    tasks.generate_run(str(run.pk))

    assert rows(run) == once


def test_generate_run_of_a_run_that_is_gone_does_nothing() -> None:
    tasks.generate_run("01a20cb4-0000-7000-8000-000000000000")


def test_cancel_before_the_first_step_stops_at_once(experiment: Experiment) -> None:
    run = start(experiment)
    Run.objects.filter(pk=run.pk).update(cancel_requested=True)

    tasks.generate_run(str(run.pk))

    run.refresh_from_db()
    assert (run.status, run.personas.count(), run.cancel_requested) == ("cancelled", 0, False)


def test_cancel_keeps_finished_personas_and_resume_writes_the_others(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease, "LOOK_SECONDS", 0.01)
    run = start(DataSourceFactory(content=invented_answers(300)).experiment, count=10)
    with at_first_persona(lambda run: Run.objects.filter(pk=run.pk).update(cancel_requested=True)):
        tasks.generate_run(str(run.pk))
    run.refresh_from_db()
    kept = set(run.personas.values_list("pk", flat=True))
    assert (run.status, 1 <= len(kept) < 10) == ("cancelled", True)

    assert services.resume_run(run=run)
    tasks.generate_run(str(run.pk))

    run.refresh_from_db()
    assert (run.status, run.personas.count()) == ("done", 10)
    assert kept <= set(run.personas.values_list("pk", flat=True))
    assert found_in_rows(run) == found_by_library(run)


def test_an_attempt_overtaken_in_the_middle_writes_nothing_more(experiment: Experiment) -> None:
    run = start(experiment)
    with at_first_persona(lambda run: Run.objects.filter(pk=run.pk).update(attempt=F("attempt") + 1)):
        tasks.generate_run(str(run.pk))

    run.refresh_from_db()
    assert (run.status, run.attempt, run.personas.count()) == ("running", 2, 1)
    assert run.events.last().type == "persona.created"  # type: ignore[union-attr]


def test_the_next_attempt_goes_on_where_the_last_one_died(experiment: Experiment) -> None:
    run = start(experiment)
    with at_first_persona(lambda run: Run.objects.filter(pk=run.pk).update(attempt=F("attempt") + 1)):
        tasks.generate_run(str(run.pk))
    first = run.personas.get().pk
    expire(run)

    tasks.generate_run(str(run.pk))

    run.refresh_from_db()
    assert (run.status, run.attempt, run.personas.first().pk) == ("done", 3, first)  # type: ignore[union-attr]
    assert found_in_rows(run) == found_by_library(run)


def test_a_worker_asked_to_stop_gives_its_run_back(experiment: Experiment, posted: Posted) -> None:
    run = start(experiment)
    try:
        with posted() as messages, at_first_persona(lambda _: shutdown.asked.set()):
            tasks.generate_run(str(run.pk))
    finally:
        shutdown.asked.clear()

    run.refresh_from_db()
    assert (run.status, run.personas.count(), run.attempt_limit, messages) == ("queued", 1, MAX_ATTEMPTS + 1, [])
    with posted() as messages:
        tasks.sweep()
    assert messages == [("generation.generate_run", [str(run.pk)])]


def test_data_that_is_gone_fails_the_run_in_the_words_of_the_library(experiment: Experiment) -> None:
    run = start(experiment)
    shutil.rmtree(files.experiment(experiment.pk) / "sources")

    tasks.generate_run(str(run.pk))

    run.refresh_from_db()
    assert (run.status, run.error) == (
        "failed",
        {
            "code": "no_data",
            "message": f"The experiment “{experiment.name}” has no data yet.",
            "hint": "Add a file with answers first.",
            "retryable": False,
        },
    )


def test_a_fault_of_ours_fails_the_run_without_its_inner_words(
    experiment: Experiment, caplog: pytest.LogCaptureFixture
) -> None:
    run = RunFactory(experiment=experiment, config={"count": 99})

    tasks.generate_run(str(run.pk))

    run.refresh_from_db()
    assert (run.status, run.error) == ("failed", worker.UNEXPECTED)
    assert f"Run {run.pk} failed." in caplog.text


def test_a_run_that_has_cost_five_workers_is_given_up_and_its_owner_told(posted: Posted) -> None:
    silent = timezone.now() - timedelta(seconds=1)
    run = RunFactory(status="running", attempt=MAX_ATTEMPTS, lease_until=silent, notify=True)

    with posted() as messages:
        tasks.generate_run(str(run.pk))

    assert messages == [("generation.tell_owner", [str(run.pk)])]
    run.refresh_from_db()
    assert (run.status, run.attempt, run.error) == ("failed", MAX_ATTEMPTS, worker.WORKERS_LOST)


def test_sweep_sends_what_nobody_works_on(posted: Posted) -> None:
    long_ago, now = timezone.now() - timedelta(minutes=1), timezone.now()
    unheard = RunFactory(sent=long_ago)
    silent = RunFactory(status="running", sent=long_ago, lease_until=long_ago)
    RunFactory(sent=now)
    RunFactory(status="running", sent=long_ago, lease_until=now + timedelta(minutes=1))
    RunFactory(status="done", sent=long_ago)

    with posted() as messages:
        tasks.sweep()
        tasks.sweep()

    assert sorted(messages) == sorted(("generation.generate_run", [str(run.pk)]) for run in (unheard, silent))


def test_generate_run_sends_word_to_the_owner_only_when_asked(experiment: Experiment, posted: Posted) -> None:
    with posted():
        quiet, told = start(experiment), start(experiment, notify=True)

    with posted() as messages:
        tasks.generate_run(str(quiet.pk))
        tasks.generate_run(str(told.pk))

    # That a result can be found is told for both (experiments.index).
    assert [each for each in messages if each[0] != "experiments.index"] == [("generation.tell_owner", [str(told.pk)])]


def test_tell_owner_mails_a_link_to_the_personas(experiment: Experiment) -> None:
    run = finished_run(experiment, number=1)

    tasks.tell_owner(str(run.pk))

    (message,) = mail.outbox
    assert (message.to, message.subject) == ([experiment.owner.email], f"Your personas are ready: {experiment.name}")
    assert message.body == (
        f"2 personas from 4 people. Read them here:\nhttp://127.0.0.1:8000/runs/{run.pk}/results/\n"
    )


def test_tell_owner_says_why_a_run_failed(experiment: Experiment) -> None:
    run = RunFactory(experiment=experiment, status="failed", error=worker.UNEXPECTED)

    tasks.tell_owner(str(run.pk))

    (message,) = mail.outbox
    assert message.subject == f"Your run stopped: {experiment.name}"
    assert message.body == (
        "Something went wrong on our side. Continue the run: what is finished is kept."
        f" Finished personas: 0. Go on here:\nhttp://127.0.0.1:8000/runs/{run.pk}/\n"
    )


def test_a_database_that_does_not_answer_leaves_the_run_to_the_next_attempt(
    experiment: Experiment, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = start(experiment)

    def refuse(*_: object) -> None:
        raise OperationalError("database is locked")

    with monkeypatch.context() as patch:
        patch.setattr(recorder, "store_persona", refuse)
        tasks.generate_run(str(run.pk))
    run.refresh_from_db()
    assert (run.status, run.error, run.attempt) == ("running", None, 1)

    expire(run)
    tasks.generate_run(str(run.pk))
    run.refresh_from_db()
    assert (run.status, run.personas.count(), run.attempt) == ("done", 2, 2)

"""Runs change hands by conditional updates; what must hold is held by the database."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.lease.models import MAX_ATTEMPTS
from generation.models import Evidence, Run, RunEvent, Statement
from generation.personas.persistence import store_persona
from tests.factories import ExperimentFactory, RunFactory
from tests.generation.values import finished_run, portrait, running_run

if TYPE_CHECKING:
    from accounts.models import User

pytestmark = pytest.mark.django_db


def silence(run: Run) -> None:
    """The worker of the run has not been heard of for longer than its lease."""
    Run.objects.filter(pk=run.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


def test_claim_takes_a_waiting_run() -> None:
    run = running_run()

    assert (run.status, run.attempt, run.started is not None) == ("running", 1, True)
    assert run.lease_until is not None
    assert run.lease_until > timezone.now()


def test_claim_by_a_second_worker_finds_nothing() -> None:
    assert Run.objects.claim(running_run().pk) is None


def test_claim_takes_over_a_run_whose_worker_is_silent() -> None:
    first = running_run()
    silence(first)

    second = Run.objects.claim(first.pk)

    assert second is not None
    assert (second.attempt, second.started) == (2, first.started)


@pytest.mark.parametrize("status", ["done", "cancelled"])
def test_claim_leaves_ended_runs_alone(status: str) -> None:
    assert Run.objects.claim(RunFactory(status=status).pk) is None


def test_claim_out_of_attempts_finds_nothing() -> None:
    spent = RunFactory(attempt=MAX_ATTEMPTS)

    assert Run.objects.claim(spent.pk) is None
    assert list(Run.objects.spent()) == [spent]


def test_renew_prolongs_the_lease_of_the_holder_only() -> None:
    old = running_run()
    silence(old)
    new = Run.objects.claim(old.pk)
    assert new is not None

    assert (Run.objects.renew(old), Run.objects.renew(new)) == (False, True)


def test_release_makes_a_run_wait_again_without_costing_an_attempt() -> None:
    run = running_run()

    assert Run.objects.release(run)

    run.refresh_from_db()
    assert (run.status, run.lease_until, run.attempt_limit - run.attempt) == ("queued", None, MAX_ATTEMPTS)


def test_release_by_an_old_attempt_changes_nothing() -> None:
    old = running_run()
    silence(old)
    Run.objects.claim(old.pk)

    assert not Run.objects.release(old)
    old.refresh_from_db()
    assert old.status == "running"


def test_visible_to_shows_people_their_own(alice: User, charlie: User) -> None:
    run = finished_run(ExperimentFactory(owner=alice))

    assert list(Run.objects.visible_to(alice)) == [run]
    assert list(Run.objects.visible_to(charlie)) == []
    assert list(type(run.personas.get(position=1)).objects.visible_to(charlie)) == []


def test_mark_differs_as_soon_as_there_is_news() -> None:
    marks = [
        Run(**changes).mark
        for changes in ({}, {"version": 1}, {"attempt": 1}, {"status": "running"}, {"cancel_requested": True})
    ]

    assert len(set(marks)) == len(marks)


def test_percent_of_a_done_run_is_all_of_it() -> None:
    assert (Run(status="done").percent, Run().percent) == (100, 0)


def breaks(make: Any) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make()


def test_request_key_is_used_once_in_an_experiment() -> None:
    run = RunFactory()

    breaks(lambda: RunFactory(experiment=run.experiment, request_key=run.request_key))


def test_number_is_used_once_in_an_experiment() -> None:
    run = RunFactory()

    breaks(lambda: RunFactory(experiment=run.experiment, number=run.number))


def test_running_needs_a_lease_and_failed_an_error() -> None:
    breaks(lambda: RunFactory(status="running"))
    breaks(lambda: RunFactory(status="failed"))


def test_events_of_a_run_have_different_numbers() -> None:
    run = RunFactory()
    RunEvent.objects.create(run=run, number=1, type="generation.started")

    breaks(lambda: RunEvent.objects.create(run=run, number=1, type="generation.started"))


def test_position_is_used_once_in_a_run_a_persona_and_a_statement() -> None:
    run = RunFactory()
    persona = store_persona(run, portrait())
    statement = persona.statements.first()
    assert statement is not None

    breaks(lambda: store_persona(run, portrait()))
    breaks(lambda: Statement.objects.create(persona=persona, position=statement.position, support=1, base=1))
    breaks(lambda: Evidence.objects.create(statement=statement, position=1, row=1, line=1, start=0, end=1, score=1))


def test_evidence_has_characters() -> None:
    statement = store_persona(RunFactory(), portrait()).statements.first()

    breaks(lambda: Evidence.objects.create(statement=statement, position=99, row=1, line=1, start=4, end=4, score=1))

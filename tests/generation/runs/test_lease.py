"""The watch keeps the lease alive during long steps, and notices what others want of the run."""

from __future__ import annotations

import threading
import time
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from generation.models import Run
from generation.runs import lease
from generation.runs.lease import RunControl, watched
from tests.generation.values import running_run

if TYPE_CHECKING:
    from pytest_django.fixtures import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db(transaction=True)

PATIENCE = 10


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lease, "LOOK_SECONDS", 0.01)


def wants_a_stop(control: RunControl) -> bool:
    deadline = time.monotonic() + PATIENCE
    while not control.should_stop() and time.monotonic() < deadline:
        time.sleep(0.01)
    return control.should_stop()


def test_a_wish_to_stop_is_noticed_before_the_first_step() -> None:
    run = running_run(cancel_requested=True)

    with watched(run) as control:
        assert (control.should_stop(), control.cancelled, control.lost) == (True, True, False)


def test_a_wish_to_stop_is_noticed_during_a_step() -> None:
    run = running_run()

    with watched(run) as control:
        assert not control.should_stop()
        Run.objects.filter(pk=run.pk).update(cancel_requested=True)
        assert wants_a_stop(control)

    assert (control.cancelled, control.lost) == (True, False)


@pytest.mark.parametrize("change", [{"attempt": 2}, {"status": "done", "lease_until": None}])
def test_a_run_in_other_hands_is_lost(change: dict[str, object]) -> None:
    run = running_run()

    with watched(run) as control:
        Run.objects.filter(pk=run.pk).update(**change)
        assert wants_a_stop(control)

    assert (control.cancelled, control.lost) == (False, True)


def test_a_run_that_was_deleted_is_lost() -> None:
    run = running_run()

    with watched(run) as control:
        Run.objects.filter(pk=run.pk).delete()
        assert wants_a_stop(control)

    assert control.lost


def test_one_thread_and_one_question_do_for_all_runs(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    first, second = running_run(), running_run(cancel_requested=True)

    with watched(first) as of_first:
        with watched(second) as of_second:
            assert [thread.name for thread in threading.enumerate()].count("heartbeat") == 1
        Run.objects.filter(pk=first.pk).update(cancel_requested=True)
        assert wants_a_stop(of_first)  # the thread goes on for the one that is left
        with django_assert_num_queries(1):
            lease.look([of_first, of_second])

    assert (of_first.lost, of_second.lost, of_second.cancelled) == (False, False, True)
    assert [thread for thread in threading.enumerate() if thread.name == "heartbeat"] == []


def test_the_lease_is_renewed_during_a_step() -> None:
    run = running_run()
    Run.objects.filter(pk=run.pk).update(lease_until=timezone.now() + timedelta(milliseconds=1))
    control = RunControl(run, renewed=time.monotonic() - PATIENCE)  # as if that had been a third of a lease ago

    lease.look([control])

    assert not control.lost
    run.refresh_from_db()
    assert run.lease_until is not None
    assert run.lease_until > timezone.now() + timedelta(seconds=PATIENCE)

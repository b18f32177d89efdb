"""What a run tells is written once, in order, and only by the attempt that holds the run."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from experiments.models import Experiment
from generation.models import Evidence, Persona, Run, RunEvent
from generation.runs.recorder import Recorder, TakenOver, end_unheld
from persona.events import Completed, PersonaCreated, Progress, Started, UsageUpdated
from persona.models import PersonaConfig, Usage
from tests.factories import RunFactory
from tests.generation.values import evidence, portrait, quality, result, running_run, statement, summary

if TYPE_CHECKING:
    from persona.events import Event

pytestmark = pytest.mark.django_db

ERROR = {"code": "step_failed", "message": "It broke.", "hint": "Try again.", "retryable": True}


def told(run: Run) -> list[tuple[int, str]]:
    return list(run.events.values_list("number", "type"))


def take_over(run: Run) -> Run:
    Run.objects.filter(pk=run.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    new = Run.objects.claim(run.pk)
    assert new is not None
    return new


def test_events_are_numbered_in_order() -> None:
    run = running_run()
    recorder = Recorder(run)

    recorder.store(Started(config=PersonaConfig(), rows=240))
    recorder.store(Progress(stage="read", done=0, total=240))
    recorder.store(Progress(stage="group", done=0, total=240))

    assert told(run) == [(1, "generation.started"), (2, "generation.progress"), (3, "generation.progress")]
    run.refresh_from_db()
    assert (run.version, run.rows, run.stage, [mark["stage"] for mark in run.stages]) == (
        3,
        240,
        "group",
        ["read", "group"],
    )


def test_progress_within_a_stage_is_written_at_most_twice_a_second() -> None:
    run = running_run()
    recorder = Recorder(run)

    for done in range(100):
        recorder.store(Progress(stage="group", done=done, total=100))

    assert told(run) == [(1, "generation.progress")]


def test_progress_that_knows_the_groups_is_always_written() -> None:
    run = running_run()
    recorder = Recorder(run)
    recorder.store(Progress(stage="group", done=0, total=4))

    recorder.store(Progress(stage="group", done=4, total=4, sizes=(3, 1)))

    run.refresh_from_db()
    assert (run.done, run.sizes, run.version) == (4, [3, 1], 2)


def test_persona_is_written_with_statements_and_evidence() -> None:
    run = running_run()

    Recorder(run).store(PersonaCreated(persona=portrait()))

    persona = run.personas.get()
    assert (persona.name, persona.size, persona.share, len(persona.facts)) == ("Marta A", 20, 0.5, 1)
    assert list(persona.statements.values_list("position", "kind", "text", "key", "support")) == [
        (1, "frustration", "Plans that break, 1", "1-frustration-1", 2),
        (2, "goal", "Settle all dinners", "1-frustration-2", 2),
    ]
    assert list(Evidence.objects.filter(statement__position=1).values_list("position", "row", "quote")) == [
        (1, 1, "the plan breaks"),
        (2, 2, "everything after it slips too"),
    ]
    assert run.events.get().payload == {"position": 1, "name": "Marta A", "size": 20, "resumed": False}


def test_persona_that_an_earlier_attempt_wrote_is_not_written_again() -> None:
    first = running_run()
    Recorder(first).store(PersonaCreated(persona=portrait()))
    before = Persona.objects.get()
    second = take_over(first)

    Recorder(second).store(PersonaCreated(persona=portrait(), resumed=True))

    assert Persona.objects.get() == before
    assert told(second) == [(1, "persona.created")]


def test_persona_saved_by_the_library_but_not_here_is_written_by_the_next_attempt() -> None:
    second = take_over(running_run())

    Recorder(second).store(PersonaCreated(persona=portrait(), resumed=True))

    assert second.personas.count() == 1


def test_usage_is_kept() -> None:
    run = running_run()

    Recorder(run).store(UsageUpdated(usage=Usage(requests=2, input_tokens=10, cost_usd=0.5)))

    run.refresh_from_db()
    assert run.usage == {"requests": 2, "input_tokens": 10, "output_tokens": 0, "cost_usd": 0.5, "cached": 0}


def test_completed_settles_the_run_with_all_it_found() -> None:
    run = running_run()
    recorder = Recorder(run)
    recorder.store(Progress(stage="check", done=0, total=1))
    found = result((portrait(1), portrait(2)), warnings=("3 lines were left out.",))

    recorder.store(Completed(result=found))

    run.refresh_from_db()
    assert (run.status, run.lease_until, run.rows, run.warnings) == ("done", None, 4, ["3 lines were left out."])
    assert (run.summary, run.quality) == (summary(2).model_dump(mode="json"), quality().model_dump(mode="json"))
    assert run.stages[-1]["ended"] is not None
    assert [persona.position for persona in run.personas.all()] == [1, 2]
    assert run.events.last().payload == {"personas": 2, "quality": run.quality}  # type: ignore[union-attr]


def test_the_end_brings_the_experiment_to_the_top_of_the_list() -> None:
    run = running_run()
    RunFactory(experiment__owner=run.experiment.owner).experiment.touch()

    Recorder(run).failed(ERROR)

    assert Experiment.objects.visible_to(run.experiment.owner).first() == run.experiment


def test_completed_with_a_statement_dropped_by_the_check_rewrites_that_persona_only() -> None:
    run = running_run()
    recorder = Recorder(run)
    recorder.store(PersonaCreated(persona=portrait(1)))
    recorder.store(PersonaCreated(persona=portrait(2)))
    kept = set(run.personas.get(position=2).statements.values_list("pk", flat=True))
    addresses = set(run.personas.values_list("pk", flat=True))
    checked = portrait(1, statements=(statement(1, 1, evidence=(evidence(2),), strength="weak"),))

    recorder.store(Completed(result=result((checked, portrait(2)))))

    assert set(run.personas.values_list("pk", flat=True)) == addresses
    assert list(run.personas.get(position=1).statements.values_list("text", "strength")) == [
        ("Plans that break, 1", "weak")
    ]
    assert set(run.personas.get(position=2).statements.values_list("pk", flat=True)) == kept


def test_failed_keeps_the_error_and_what_is_finished() -> None:
    run = running_run()
    recorder = Recorder(run)
    recorder.store(PersonaCreated(persona=portrait()))

    recorder.failed(ERROR)

    run.refresh_from_db()
    assert (run.status, run.error, run.lease_until, run.personas.count()) == ("failed", ERROR, None, 1)
    assert run.events.last().type == "generation.failed"  # type: ignore[union-attr]


def test_cancelled_is_no_error() -> None:
    run = running_run(cancel_requested=True)

    Recorder(run).cancelled(ERROR)

    run.refresh_from_db()
    assert (run.status, run.error, run.cancel_requested) == ("cancelled", None, False)


@pytest.mark.parametrize(
    "event",
    [
        Started(config=PersonaConfig(), rows=1),
        Progress(stage="read", done=0, total=1),
        PersonaCreated(persona=portrait()),
        UsageUpdated(usage=Usage()),
        Completed(result=result((portrait(),))),
    ],
)
def test_an_attempt_that_was_taken_over_writes_nothing(event: Event) -> None:
    old = running_run()
    new = take_over(old)

    with pytest.raises(TakenOver):
        Recorder(old).store(event)

    assert (told(new), new.personas.count()) == ([], 0)
    new.refresh_from_db()
    assert (new.status, new.attempt, new.version) == ("running", 2, 0)


@pytest.mark.parametrize("end", ["failed", "cancelled"])
def test_an_attempt_that_was_taken_over_ends_nothing(end: str) -> None:
    old = running_run()
    take_over(old)

    with pytest.raises(TakenOver):
        getattr(Recorder(old), end)(ERROR)


def test_a_persona_that_cannot_be_written_leaves_no_event() -> None:
    run = running_run()
    broken = portrait(statements=(statement(evidence=(evidence(end=0),)),))

    with pytest.raises(Exception, match="evidence_has_characters"):
        Recorder(run).store(PersonaCreated(persona=broken))

    run.refresh_from_db()
    assert (run.version, RunEvent.objects.count(), Persona.objects.count()) == (0, 0, 0)


def test_end_unheld_ends_a_waiting_run_with_an_event() -> None:
    run = RunFactory()

    assert end_unheld(Run.objects.filter(pk=run.pk, status="queued"), Run.Status.FAILED, ERROR)

    run.refresh_from_db()
    assert (run.status, run.error, told(run)) == ("failed", ERROR, [(1, "generation.failed")])


def test_end_unheld_leaves_a_run_alone_that_a_worker_took_meanwhile() -> None:
    run = running_run()

    assert not end_unheld(Run.objects.filter(pk=run.pk, status="queued"), Run.Status.CANCELLED, ERROR)
    run.refresh_from_db()
    assert run.status == "running"

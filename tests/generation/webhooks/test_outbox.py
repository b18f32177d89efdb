"""The outbox: each event has its deliveries in its own transaction, with ids and nothing that people said."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction

from generation.models import RunEvent, WebhookDelivery
from generation.runs.recorder import Recorder, TakenOver, end_unheld
from generation.webhooks.catalogue import EVENTS
from persona.events import Completed, PersonaCreated, Progress, Started, UsageUpdated
from persona.models import PersonaConfig, Usage
from tests.factories import ExperimentFactory, WebhookFactory
from tests.generation.values import portrait, result, running_run

if TYPE_CHECKING:
    from generation.models import Run
    from tests.generation.conftest import Posted

pytestmark = pytest.mark.django_db

ERROR = {"code": "step_failed", "message": "The list ignores what is at home", "hint": "Try.", "retryable": True}


@pytest.fixture
def run() -> Run:
    return running_run()


def written(**of: Any) -> list[dict[str, Any]]:
    return [json.loads(row.payload) for row in WebhookDelivery.objects.filter(**of).order_by("pk")]


def test_every_event_of_a_run_is_told_by_ids(run: Run) -> None:
    WebhookFactory(owner=run.experiment.owner)
    recorder = Recorder(run)
    told = (
        Started(config=PersonaConfig(), rows=240),
        Progress(stage="read", done=0, total=240),
        PersonaCreated(persona=portrait()),
        UsageUpdated(usage=Usage(requests=1, input_tokens=20, output_tokens=3, cost_usd=0.01)),
        Completed(result=result([portrait()])),
    )
    for event in told:
        recorder.store(event)

    ids = {"run": str(run.pk), "experiment": str(run.experiment_id)}
    persona = str(run.personas.get().pk)
    messages = written()
    assert [message["type"] for message in messages] == [name for name in EVENTS if name != "generation.failed"]
    assert [message["data"] for message in messages] == [
        {**ids, "number": 1, "rows": 240},
        {**ids, "number": 2, "stage": "read", "done": 0, "total": 240},
        {**ids, "number": 3, "position": 1, "resumed": False, "persona": persona},
        {**ids, "number": 4, "requests": 1, "input_tokens": 20, "output_tokens": 3, "cost_usd": 0.01},
        {**ids, "number": 5, "personas": 1},
    ]
    assert [message["timestamp"] for message in messages] == [
        event.created.isoformat() for event in RunEvent.objects.order_by("number")
    ]
    assert max(len(row.payload) for row in WebhookDelivery.objects.all()) < 1000


def test_failure_is_told_without_its_words(run: Run) -> None:
    WebhookFactory(owner=run.experiment.owner)

    Recorder(run).failed(ERROR)

    (message,) = written()
    assert message["data"]["code"] == "step_failed"
    assert "at home" not in json.dumps(message)


def test_run_that_ended_without_a_worker_is_told(run: Run) -> None:
    WebhookFactory(owner=run.experiment.owner)
    run.status = "queued"
    run.save()

    assert end_unheld(type(run).objects.filter(pk=run.pk), type(run).Status.CANCELLED, ERROR)

    assert [message["type"] for message in written()] == ["generation.failed"]


def test_only_who_asked_is_told(run: Run) -> None:
    owner, experiment = run.experiment.owner, run.experiment
    everything = WebhookFactory(owner=owner)
    this = WebhookFactory(owner=owner, experiment=experiment, events=["generation.started"])
    WebhookFactory(owner=owner, experiment=ExperimentFactory(owner=owner))
    WebhookFactory(owner=owner, events=["generation.failed"])
    WebhookFactory(owner=owner, disabled=experiment.created, disabled_by="owner")
    WebhookFactory()

    Recorder(run).store(Started(config=PersonaConfig(), rows=240))

    assert set(WebhookDelivery.objects.values_list("webhook", flat=True)) == {everything.pk, this.pk}


def test_of_somebody_who_was_shut_out_nothing_is_told(run: Run) -> None:
    WebhookFactory(owner=run.experiment.owner)
    run.experiment.owner.is_active = False
    run.experiment.owner.save()

    Recorder(run).store(Started(config=PersonaConfig(), rows=240))

    assert (written(), run.events.count()) == ([], 1)


def test_progress_is_told_once_a_step(run: Run) -> None:
    WebhookFactory(owner=run.experiment.owner)
    recorder = Recorder(run)
    for stage, sizes in (("read", ()), ("group", ()), ("group", (3, 1)), ("write", ())):
        recorder.store(Progress(stage=stage, done=0, total=4, sizes=sizes))  # type: ignore[arg-type]

    assert [message["data"]["stage"] for message in written()] == ["read", "group", "write"]
    assert run.events.count() == 4


def test_an_event_that_is_not_written_is_not_told(run: Run, posted: Posted) -> None:
    WebhookFactory(owner=run.experiment.owner)
    recorder = Recorder(run)
    type(run).objects.filter(pk=run.pk).update(attempt=run.attempt + 1)

    with posted() as messages, pytest.raises(TakenOver):
        recorder.store(Started(config=PersonaConfig(), rows=240))

    assert (written(), RunEvent.objects.count(), messages) == ([], 0, [])


def test_neither_event_nor_delivery_survives_a_transaction_that_fails(run: Run, posted: Posted) -> None:
    WebhookFactory(owner=run.experiment.owner)

    with posted() as messages, transaction.atomic():
        Recorder(run).store(Started(config=PersonaConfig(), rows=240))
        transaction.set_rollback(True)

    assert (written(), RunEvent.objects.count(), messages) == ([], 0, [])


def test_the_message_to_the_worker_carries_an_id_alone(run: Run, posted: Posted) -> None:
    hook = WebhookFactory(owner=run.experiment.owner)

    with posted() as messages:
        Recorder(run).store(Started(config=PersonaConfig(), rows=240))

    assert messages == [("generation.send_webhook", [str(hook.pk)])]


def test_telling_costs_one_question_when_nobody_asked(run: Run, django_assert_num_queries: Any) -> None:
    WebhookFactory.create_batch(5)
    recorder = Recorder(run)

    with django_assert_num_queries(3 + 2):  # update, event and the look for webhooks; the savepoint around
        recorder.store(Started(config=PersonaConfig(), rows=240))

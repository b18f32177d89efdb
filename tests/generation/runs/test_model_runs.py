"""Runs that a model writes, through the task of the worker: keys, money, stopping and going on."""

from __future__ import annotations

import logging
import time
from threading import Timer
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import SecretStr

from accounts.models import ProviderKey
from accounts.provider_keys.worker import keep_key
from experiments import files
from generation.models import Persona, Run, Statement
from generation.runs import services, tasks
from persona.models import PersonaConfig, Usage
from persona.providers import PROVIDERS
from persona.writers.llm import Access, Price
from tests.factories import DataSourceFactory, ExperimentFactory
from tests.invented import invented_answers

if TYPE_CHECKING:
    from pathlib import Path

    from accounts.models import User
    from experiments.models import Experiment
    from tests.fake_llm import FakeLLM
    from tests.generation.conftest import Posted

pytestmark = pytest.mark.django_db(transaction=True)
SECRET = "sk-test-0123456789abcdef9fQ2"
PERSONAS = 3
CALL = 0.001  # dollars, about: see `Price` below


@pytest.fixture
def experiment(alice: User, data_dir: Path, fake_llm: FakeLLM) -> Experiment:
    """Alice's, who has a key."""
    keep_key(
        user=alice,
        provider=PROVIDERS["openai"],
        access=Access(api_key=SecretStr(SECRET), base_url=fake_llm.base_url),
        model="fake",
        price=Price(input=0.2, output=0.2),
    )
    fake_llm.reset(api_key=SECRET)
    experiment = ExperimentFactory(owner=alice)
    return DataSourceFactory(experiment=experiment, content=invented_answers(60)).experiment


def carried_out(experiment: Experiment, **settings: Any) -> Run:
    config = PersonaConfig(**{"count": PERSONAS, "model": "openai:fake", **settings})
    run = services.start_run(experiment=experiment, config=config)
    return again(run)


def again(run: Run) -> Run:
    tasks.generate_run(str(run.pk))
    run.refresh_from_db()
    return run


def asked(fake: FakeLLM) -> int:
    return len(fake.records)


def code(run: Run) -> str | None:
    return run.error["code"] if run.error else None


def test_a_model_writes_what_its_evidence_carries_and_tells_the_cost_as_it_goes(
    experiment: Experiment, fake_llm: FakeLLM
) -> None:
    run = carried_out(experiment, budget_usd=1.0)

    assert (run.status, run.payer, run.personas.count(), asked(fake_llm)) == ("done", "own", PERSONAS, PERSONAS)
    usage = Usage.model_validate(run.usage)
    assert (usage.requests, usage.cost_usd is not None and 0 < usage.cost_usd < 1) == (PERSONAS, True)
    told = [event.payload["cost_usd"] for event in run.events.filter(type="usage.updated")]
    assert (told == sorted(told), told[-1], len(told) >= PERSONAS) == (True, usage.cost_usd, True)
    each = [Usage.model_validate(persona.usage) for persona in run.personas.all()]
    assert sum(one.cost_usd or 0 for one in each) == pytest.approx(usage.cost_usd)
    assert set(Statement.objects.values_list("origin", flat=True)) <= {"model", "quoted", "counted"}
    assert Statement.objects.filter(origin="model").exists()


def test_the_key_is_nowhere_but_in_its_row(
    experiment: Experiment, posted: Posted, caplog: pytest.LogCaptureFixture, fake_llm: FakeLLM
) -> None:
    caplog.set_level(logging.DEBUG)
    with posted() as messages:
        run = carried_out(experiment)

    written = b"".join(path.read_bytes() for path in files.experiments().rglob("*") if path.is_file())
    rows = str([*Run.objects.values(), *run.events.values(), *Persona.objects.values()])
    places = {"files": written, "rows": rows.encode(), "messages": str(messages).encode(), "logs": caplog.text.encode()}
    assert [place for place, words in places.items() if SECRET.encode() in words] == []
    assert fake_llm.records[0].status == 200  # which it is only with the key


def test_the_budget_ends_a_run_and_more_of_it_goes_on_without_paying_twice(
    experiment: Experiment, fake_llm: FakeLLM
) -> None:
    planned = carried_out(experiment, detail="short").usage["cost_usd"]
    fake_llm.reset(api_key=SECRET)

    run = carried_out(experiment, detail="standard", budget_usd=planned / 50)
    assert (run.status, code(run), asked(fake_llm)) == ("failed", "budget_exceeded", 0)

    assert services.resume_run(run=run, budget_usd=1.0)
    again(run)
    assert (run.status, run.personas.count(), asked(fake_llm)) == ("done", PERSONAS, PERSONAS)
    assert run.config["budget_usd"] == 1.0


def test_what_another_run_has_paid_for_is_not_paid_again(experiment: Experiment, fake_llm: FakeLLM) -> None:
    first, second = carried_out(experiment), carried_out(experiment)

    assert asked(fake_llm) == PERSONAS
    assert (second.status, second.usage["cost_usd"], second.usage["cached"]) == ("done", 0.0, PERSONAS)
    assert [p.summary for p in first.personas.all()] == [p.summary for p in second.personas.all()]


def test_a_refused_key_ends_the_run_and_another_goes_on(experiment: Experiment, fake_llm: FakeLLM, alice: User) -> None:
    fake_llm.options.api_key = newer = "sk-newer-0123456789abcdef1111"
    run = carried_out(experiment)
    assert (run.status, code(run)) == ("failed", "provider_auth")

    ProviderKey.objects.all().delete()
    access = Access(api_key=SecretStr(newer), base_url=fake_llm.base_url)
    keep_key(user=alice, provider=PROVIDERS["openai"], access=access, model="fake")
    assert services.resume_run(run=run)

    assert again(run).status == "done"


def test_a_removed_key_is_used_no_more(experiment: Experiment, fake_llm: FakeLLM) -> None:
    run = services.start_run(experiment=experiment, config=PersonaConfig(model="openai:fake"))
    ProviderKey.objects.all().delete()

    again(run)

    assert (run.status, code(run), asked(fake_llm)) == ("failed", "key_missing", 0)


def test_the_builtin_writer_finishes_what_a_model_began(experiment: Experiment, fake_llm: FakeLLM) -> None:
    fake_llm.options.fault_plan = "ok,refusal,refusal,refusal,refusal,refusal,refusal,refusal,refusal"
    run = carried_out(experiment)
    begun = set(run.personas.values_list("pk", flat=True))
    assert run.status == "failed"
    assert 1 <= len(begun) < PERSONAS

    assert services.resume_run(run=run, model="builtin", budget_usd=None)
    again(run)

    assert (run.status, run.personas.count()) == ("done", PERSONAS)
    assert begun <= set(run.personas.values_list("pk", flat=True))
    by_model = run.personas.exclude(usage=None).count()
    assert by_model == len(begun)


def test_stopping_takes_less_than_two_seconds_while_a_model_is_silent(
    experiment: Experiment, fake_llm: FakeLLM
) -> None:
    fake_llm.options.fault_plan, fake_llm.options.fault_loop = "hang", True
    run = services.start_run(experiment=experiment, config=PersonaConfig(count=2, model="openai:fake"))
    stopped: list[float] = []

    def stop_once_asked() -> None:
        if fake_llm.state.peak:
            stopped.append(time.monotonic())
            services.cancel_run(run=run)
        else:
            Timer(0.05, stop_once_asked).start()

    stop_once_asked()
    again(run)

    assert run.status == "cancelled"
    assert time.monotonic() - stopped[0] < 2


def test_a_provider_that_is_down_can_be_asked_again_later(experiment: Experiment, fake_llm: FakeLLM) -> None:
    fake_llm.reset(api_key=SECRET, fault_plan="disconnect", fault_loop=True)
    run = carried_out(experiment, count=1)
    assert (run.status, run.error is not None and run.error["retryable"]) == ("failed", True)

    fake_llm.reset(api_key=SECRET)
    assert services.resume_run(run=run)

    assert again(run).status == "done"

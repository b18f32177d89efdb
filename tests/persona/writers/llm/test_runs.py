"""Runs with a model, through the library: money, resuming, stopping, and what is sent."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

import pytest

from persona.events import PersonaCreated, UsageUpdated
from persona.exceptions import BudgetExceededError, Cancelled, ConfigurationError, ProviderError
from persona.generator import AsyncPersonaGenerator, PersonaGenerator
from persona.models import PersonaConfig
from persona.writers.llm import Access, Price, preview
from tests.persona.writers.llm.conftest import MODEL, QUICK

if TYPE_CHECKING:
    from collections.abc import Callable

    from persona.events import Event
    from persona.experiment import Experiment
    from persona.store import RunFolder
    from tests.fake_llm import FakeLLM

    Grouped = Callable[..., tuple[Experiment, RunFolder]]


@pytest.fixture
def access(fake_llm: FakeLLM) -> Access:
    return Access(base_url=fake_llm.base_url, patience=QUICK, price=Price(input=1, output=4))


def test_run_tells_its_use_by_call_persona_and_in_all(access: Access, grouped: Grouped, fake_llm: FakeLLM) -> None:
    experiment, run = grouped()
    events: list[Event] = []

    result = PersonaGenerator(experiment, access=access).generate(resume=run, on_event=events.append)

    sent = sum(record.prompt_tokens for record in fake_llm.records)
    back = sum(record.completion_tokens for record in fake_llm.records)
    assert (result.usage.requests, result.usage.input_tokens, result.usage.output_tokens) == (2, sent, back)
    assert result.usage.cost_usd == pytest.approx((sent + 4 * back) / 1e6)
    assert sum(persona.usage.requests for persona in result.personas if persona.usage) == 2
    told = [event.usage for event in events if isinstance(event, UsageUpdated)]
    assert [usage.requests for usage in told] == [1, 2, 2]
    assert run.manifest.usage == result.usage
    assert {stamp.name for stamp in run.manifest.prompts} == {"base", "message"}
    assert all(len(stamp.sha256) == 64 and stamp.version == "1" for stamp in run.manifest.prompts)


def test_the_same_settings_in_another_run_cost_nothing(access: Access, grouped: Grouped, fake_llm: FakeLLM) -> None:
    first, second = (PersonaGenerator(e, access=access).generate(resume=r) for e, r in (grouped(), grouped()))

    assert len(fake_llm.records) == 2
    assert (second.usage.requests, second.usage.cached, second.usage.cost_usd) == (0, 2, 0.0)
    assert [p.statements for p in first.personas] == [p.statements for p in second.personas]


def test_one_persona_that_fails_does_not_lose_the_other_and_the_run_goes_on(
    access: Access, grouped: Grouped, fake_llm: FakeLLM
) -> None:
    fake_llm.options.fault_plan = "ok,refusal,refusal,refusal"
    experiment, run = grouped()

    with pytest.raises(ProviderError) as caught:
        PersonaGenerator(experiment, access=access).generate(resume=run)
    kept = run.personas()
    fake_llm.options.fault_plan = ""
    result = PersonaGenerator(experiment, access=access).generate(resume=run)

    assert caught.value.code == "provider_refuses"
    assert len(kept) == 1
    assert len(result.personas) == 2
    assert len(fake_llm.records) == 5
    assert result.usage.requests == 5  # declined answers are paid for as well


def test_budget_keeps_what_is_finished_and_more_money_goes_on(
    access: Access, grouped: Grouped, fake_llm: FakeLLM
) -> None:
    experiment, run = grouped(budget_usd=0.0245)  # one call may cost about 0.02

    with pytest.raises(BudgetExceededError) as caught:
        PersonaGenerator(experiment, access=access).generate(resume=run)
    spent, kept = run.manifest.usage, len(run.personas())
    more = run.config.model_copy(update={"budget_usd": 1.0})
    result = PersonaGenerator(experiment, access=access).generate(more, resume=run)

    assert (kept, len(fake_llm.records)) == (1, 2)
    assert caught.value.spent == pytest.approx(spent.cost_usd)
    assert caught.value.spent <= caught.value.budget == 0.0245
    assert caught.value.spent + caught.value.estimate > caught.value.budget
    assert len(result.personas) == 2
    assert result.usage.requests == 2


def test_a_budget_needs_a_price(grouped: Grouped) -> None:
    experiment, run = grouped(budget_usd=1.0, model="openai:nobody-knows-this-one")
    elsewhere = Access(base_url="http://192.0.2.1/v1")

    with pytest.raises(ConfigurationError) as caught:
        PersonaGenerator(experiment, access=elsewhere).generate(resume=run)

    assert caught.value.code == "price_unknown"


@pytest.mark.parametrize("how", ["asked", "closed"])
def test_stopping_is_heard_within_two_seconds(access: Access, grouped: Grouped, fake_llm: FakeLLM, how: str) -> None:
    fake_llm.reset(fault_plan="hang", fault_loop=True, hang=8.0)
    patient = access.model_copy(update={"patience": QUICK.model_copy(update={"read": 30, "total": 60})})
    experiment, run = grouped()
    began: list[float] = []

    async def stop_while_waiting() -> float:
        stop = False
        stream = AsyncPersonaGenerator(experiment, access=patient).stream(resume=run, should_stop=lambda: stop)

        async def follow() -> None:
            async for _ in stream:
                pass

        task = asyncio.create_task(follow())
        while len(fake_llm.records) < 2:
            await asyncio.sleep(0.01)
        began.append(time.monotonic())
        if how == "asked":
            stop = True
        else:
            task.cancel()
        with pytest.raises(Cancelled if how == "asked" else asyncio.CancelledError):
            await task
        return time.monotonic() - began[0]

    assert asyncio.run(stop_while_waiting()) < 2
    assert run.manifest.status == "cancelled"


def test_personas_are_written_side_by_side(access: Access, grouped: Grouped, fake_llm: FakeLLM) -> None:
    fake_llm.options.together = 2
    experiment, run = grouped()

    PersonaGenerator(experiment, access=access).generate(resume=run)

    assert fake_llm.state.peak == 2


def test_what_would_be_sent_is_what_is_sent(access: Access, grouped: Grouped, fake_llm: FakeLLM) -> None:
    experiment, run = grouped(template="ux")

    questions = preview(experiment, run.config, segmentation=run.segmentation())
    PersonaGenerator(experiment, access=access).generate(resume=run)

    assert fake_llm.records[0].status == 200
    assert {f"{question.system}\n{question.message}" for question in questions} == set(fake_llm.prompts)


def test_personas_made_by_a_model_are_told_one_by_one(access: Access, grouped: Grouped) -> None:
    experiment, run = grouped()
    events: list[Event] = []

    PersonaGenerator(experiment, access=access).generate(resume=run, on_event=events.append)

    made = [event.persona for event in events if isinstance(event, PersonaCreated)]
    assert {persona.index for persona in made} == {1, 2}
    worded = [s for persona in made for s in persona.statements if s.origin != "counted"]
    assert worded
    assert all(s.evidence and s.origin in ("model", "quoted") for s in worded)


def test_model_without_a_key_is_refused_before_anything_is_done(experiment: Experiment) -> None:
    with pytest.raises(ConfigurationError) as caught:
        PersonaGenerator(experiment).generate(PersonaConfig(model="openai:gpt-5-mini"))

    assert caught.value.code == "key_missing"


def test_without_the_extra_the_error_says_what_to_install(
    experiment: Experiment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)

    with pytest.raises(ConfigurationError) as caught:
        PersonaGenerator(experiment).generate(PersonaConfig(model=MODEL))

    assert caught.value.message == "Writing with a language model needs an extra library."
    assert caught.value.hint == 'Install it with: pip install "persona-web[llm]".'

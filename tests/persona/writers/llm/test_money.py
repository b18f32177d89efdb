from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest

from persona.exceptions import BudgetExceededError
from persona.models import PersonaConfig, Usage
from persona.writers.llm import Access, ModelName, Price
from persona.writers.llm.estimate import model_estimate
from persona.writers.llm.prices import Tariff
from persona.writers.llm.tokens import at_most, likely
from persona.writers.llm.usage import UsageLog, dollars

if TYPE_CHECKING:
    from pathlib import Path

USED = Usage(requests=1, input_tokens=10, output_tokens=5, cost_usd=0.3)


def test_prices_are_listed_given_free_or_unknown() -> None:
    listed = Tariff.of(ModelName.parse("openai:gpt-4o-mini"), Access())
    given = Tariff.of(ModelName.parse("openai:own"), Access(price=Price(input=1, output=2)))
    free = Tariff.of(ModelName.parse("ollama:llama3.2"), Access())
    unknown = Tariff.of(ModelName.parse("openai:never-heard-of"), Access())

    assert [tariff.kind for tariff in (listed, given, free, unknown)] == ["listed", "given", "free", "unknown"]
    assert listed.cost(1_000_000, 100_000) == pytest.approx(0.21)
    assert given.cost(1_000_000, 100_000) == pytest.approx(1.2)
    assert free.cost(1_000_000, 100_000) == 0.0
    assert unknown.cost(1, 1) is None


@pytest.mark.parametrize("text", ["Plain words of an answer.", "[1, 22, 333]", "Größe, öfter, naïve", "日本語の回答"])
def test_no_text_has_more_tokens_than_we_reckon_with(text: str) -> None:
    assert likely(text) < at_most(text)
    assert at_most(text) >= len(text.encode()) / 4


def test_calls_wait_for_each_other_before_the_budget_is_said_to_be_over() -> None:
    async def calls() -> list[str]:
        usage_log, order = UsageLog(budget=1.0), []

        async def one(name: str) -> None:
            async with usage_log.call(1, 0.7) as call:
                order.append(name)
                await asyncio.sleep(0)
                call.usage = USED

        await asyncio.gather(one("first"), one("second"))
        with pytest.raises(BudgetExceededError) as caught:
            await one("third")
        assert (caught.value.spent, caught.value.budget, caught.value.estimate) == (0.6, 1.0, 0.7)
        return order

    assert asyncio.run(calls()) == ["first", "second"]


def test_a_later_attempt_knows_what_was_spent_and_what_may_have_been(tmp_path: Path) -> None:
    path = tmp_path / "calls.jsonl"

    async def attempt() -> None:
        usage_log = UsageLog(path)
        async with usage_log.call(2, 0.5) as call:
            call.usage = USED
        with pytest.raises(TimeoutError):
            async with usage_log.call(2, 0.25):
                raise TimeoutError
        async with usage_log.call(2, 0.5) as call:
            call.unbilled = True

    asyncio.run(attempt())
    path.write_text(path.read_text() + '{"call": "cut o')
    again = UsageLog(path, budget=1.0)

    assert again.usage_of(2) == again.usage == USED
    with pytest.raises(BudgetExceededError) as caught:
        asyncio.run(_one(again, 0.46))
    assert caught.value.spent == pytest.approx(0.55)
    assert [json.loads(line).get("worst") for line in path.read_text().splitlines()[:-1]][::2] == [0.5, 0.25, None]


async def _one(usage_log: UsageLog, worst: float) -> None:
    async with usage_log.call(1, worst):
        raise AssertionError


def test_amounts_read_well() -> None:
    assert [dollars(amount) for amount in (0, 0.00042, 0.05, 12.3456)] == ["$0.00", "$0.00042", "$0.05", "$12.35"]


def test_estimate_has_bounds_and_grows_with_what_is_asked() -> None:
    plain = model_estimate(PersonaConfig(model="openai:gpt-4o-mini"), Access(), 4)
    verified = model_estimate(PersonaConfig(model="openai:gpt-4o-mini", verify=True), Access(), 4)
    local = model_estimate(PersonaConfig(model="ollama:llama3.2"), Access(), 4)
    unknown = model_estimate(PersonaConfig(model="openai:never-heard-of"), Access(), 4)

    assert (plain.requests, verified.requests) == (4, 8)
    assert plain.cost_low is not None
    assert plain.cost is not None
    assert plain.cost_high is not None
    assert 0 < plain.cost_low < plain.cost < plain.cost_high
    assert plain.tokens < verified.tokens < verified.tokens_high
    assert (local.cost, local.cost_low, local.cost_high) == (0.0, 0.0, 0.0)
    assert (unknown.cost, unknown.cost_low, unknown.cost_high) == (None, None, None)

"""Usage and budget over attempts: what is written is read again, whatever a kill left behind."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.exceptions import BudgetExceededError
from persona.models import Usage
from persona.writers.llm.usage import UsageLog, dollars

if TYPE_CHECKING:
    from pathlib import Path

USED = Usage(requests=1, input_tokens=10, output_tokens=5, cost_usd=0.3)


def called(usage_log: UsageLog, persona: int, worst: float, usage: Usage | None = USED) -> None:
    async def call() -> None:
        async with usage_log.call(persona, worst) as one:
            one.usage = usage

    asyncio.run(call())


def test_a_call_is_on_disk_before_it_is_made(tmp_path: Path) -> None:
    path = tmp_path / "calls.jsonl"

    async def call() -> list[dict[str, object]]:
        async with UsageLog(path).call(3, 0.5) as one:
            found = [json.loads(line) for line in path.read_text().splitlines()]
            one.usage = USED
        return found

    (before,) = asyncio.run(call())
    first, second = [json.loads(line) for line in path.read_text().splitlines()]

    assert before == first
    assert (first["persona"], first["worst"], "usage" in first) == (3, 0.5, False)
    assert second == {"call": first["call"], "persona": 3, "usage": USED.model_dump(exclude_defaults=True)}


@pytest.mark.parametrize(
    "left",
    ['{"call": "cut o', "{}", "null", "[1, 2]", '{"call": "a", "persona": "x"}', "\x00\x00", '{"call": "a", "pers\n'],
)
def test_a_line_that_was_cut_off_takes_no_other_along(tmp_path: Path, left: str) -> None:
    path = tmp_path / "calls.jsonl"
    called(UsageLog(path), 1, 0.5)
    with path.open("a") as file:
        file.write(left)

    called(UsageLog(path), 2, 0.5)
    with path.open("a") as file:
        file.write('{"call":"killed","persona":2,"worst":0.25}')
    called(UsageLog(path), 2, 0.5)

    last = UsageLog(path)
    assert (last.usage_of(1), last.usage_of(2)) == (USED, USED + USED)
    assert last._committed == pytest.approx(3 * 0.3 + 0.25)


def test_people_are_told_the_sum_after_each_answer_and_not_of_what_cost_nothing() -> None:
    told: list[Usage] = []
    usage_log = UsageLog(on_usage=told.append)

    called(usage_log, 1, 0.0)
    called(usage_log, 2, 0.0, usage=None)
    usage_log.note_cached(2)

    assert told == [USED, USED + Usage(cached=1)]


@pytest.mark.parametrize(("worst", "fits"), [(0.7, True), (0.7000001, False), (0.0, True), (1e9, False)])
def test_the_last_cent_of_a_budget_may_be_spent(worst: float, fits: bool) -> None:
    usage_log = UsageLog(budget=1.0)
    called(usage_log, 1, 0.5)

    if fits:
        called(usage_log, 1, worst)
    else:
        with pytest.raises(BudgetExceededError):
            called(usage_log, 1, worst)

    assert usage_log.usage.requests == 1 + fits


def test_going_over_a_budget_is_told_with_all_amounts() -> None:
    usage_log = UsageLog(budget=1.5)
    called(usage_log, 1, 0.5)

    with pytest.raises(BudgetExceededError) as caught:
        called(usage_log, 1, 1.25)

    error = caught.value
    assert error.message == (
        "The budget of $1.50 is not enough for the next call: $0.30 is spent, and it may cost $1.25."
    )
    assert error.hint == "Raise the budget and go on: the finished personas are kept, and nothing is paid twice."
    assert (error.spent, error.budget, error.estimate) == (0.3, 1.5, 1.25)


def test_a_call_that_ends_otherwise_lets_those_who_wait_go_on() -> None:
    async def calls() -> list[str]:
        usage_log, order = UsageLog(budget=1.0), []

        async def first() -> None:
            async with usage_log.call(1, 0.7) as call:
                await asyncio.sleep(0)
                call.unbilled = True
                order.append("first")
                raise TimeoutError

        async def second() -> None:
            async with usage_log.call(2, 0.7) as call:
                call.usage = USED
                order.append("second")

        await asyncio.gather(first(), second(), return_exceptions=True)
        return order

    assert asyncio.run(calls()) == ["first", "second"]


COSTS = st.lists(st.tuples(st.integers(1, 3), st.floats(0, 5), st.booleans()), max_size=8)


@settings(max_examples=40)
@given(COSTS)
def test_no_order_of_calls_goes_over_the_budget(calls: list[tuple[int, float, bool]]) -> None:
    usage_log, refused = UsageLog(budget=10.0), 0
    for persona, cost, billed in calls:
        usage = Usage(requests=1, cost_usd=cost) if billed else None
        try:
            called(usage_log, persona, cost, usage)
        except BudgetExceededError:
            refused += 1

    assert (usage_log.usage.cost_usd or 0.0) <= usage_log._committed <= 10.0 + 1e-9
    whole, parts = usage_log.usage, sum((usage_log.usage_of(persona) for persona in (1, 2, 3)), Usage())
    free = {"cost_usd": None}  # which is added up in another order, and may differ in its last digit
    assert whole.model_copy(update=free) == parts.model_copy(update=free)
    assert whole.cost_usd == pytest.approx(parts.cost_usd)
    assert refused == 0 or sum(cost for _, cost, _ in calls) > 10.0


@pytest.mark.parametrize(
    ("amount", "words"),
    [(0, "$0.00"), (0.01, "$0.01"), (0.0099, "$0.0099"), (1e-7, "$1e-07"), (1234.5, "$1,234.50"), (0.999, "$1.00")],
)
def test_amounts_are_cents_or_what_small_ones_need(amount: float, words: str) -> None:
    assert dollars(amount) == words

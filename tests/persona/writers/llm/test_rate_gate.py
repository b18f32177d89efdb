"""What runs of a process share: places in a queue over threads and loops, and a breaker."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from persona.exceptions import ProviderBusy
from persona.writers.llm import Access, ModelName
from persona.writers.llm.rate_gate import (
    AT_ONCE,
    AT_ONCE_LOCALLY,
    FAILURES,
    CircuitBreaker,
    ConcurrencyLimit,
    rate_gate_for,
)


def test_no_more_pass_at_a_time_than_there_are_places_on_whatever_loop() -> None:
    gate, inside, most = ConcurrencyLimit(3), 0, 0

    async def pass_through() -> None:
        nonlocal inside, most
        async with gate:
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0.002)
            inside -= 1

    async def many() -> None:
        await asyncio.gather(*(pass_through() for _ in range(20)))

    with ThreadPoolExecutor(4) as threads:
        for done in [threads.submit(asyncio.run, many()) for _ in range(4)]:
            done.result(timeout=30)

    assert (inside, most) == (0, 3)


def test_who_gives_up_waiting_takes_no_place() -> None:
    async def give_up() -> None:
        gate = ConcurrencyLimit(1)

        async def hold(forever: asyncio.Event) -> None:
            async with gate:
                await forever.wait()

        leave = asyncio.Event()
        holding = asyncio.create_task(hold(leave))
        await asyncio.sleep(0)
        waiting = asyncio.create_task(hold(asyncio.Event()))
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        leave.set()
        await holding
        async with asyncio.timeout(5), gate:
            pass

    asyncio.run(give_up())


def test_breaker_opens_after_many_failures_in_a_row_and_a_success_closes_it() -> None:
    breaker = CircuitBreaker()
    for _ in range(FAILURES - 1):
        breaker.note(failed=True)
    breaker.note(failed=False)
    for _ in range(FAILURES - 1):
        breaker.note(failed=True)
    breaker.check("OpenAI")
    breaker.note(failed=True)

    with pytest.raises(ProviderBusy) as caught:
        breaker.check("OpenAI")

    assert caught.value.code == "provider_paused"
    assert caught.value.retryable
    assert 29 < (caught.value.retry_after or 0) <= 30


def test_one_door_a_key() -> None:
    name, here = ModelName.parse("openai:a"), Access.model_validate({"api_key": "one"})

    assert rate_gate_for(name, here) is rate_gate_for(ModelName.parse("openai:b"), here)
    assert rate_gate_for(name, here) is not rate_gate_for(name, Access.model_validate({"api_key": "two"}))
    assert AT_ONCE_LOCALLY < AT_ONCE

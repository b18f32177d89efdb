"""Every way to fail, once and always, ends in a repaired answer or a named state, within the calls agreed on."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, NamedTuple

import pytest

from persona.exceptions import (
    BudgetExceededError,
    ConfigurationError,
    PersonaError,
    ProviderAuthError,
    ProviderBusy,
    ProviderError,
    ProviderReplyError,
)
from persona.writers.llm import Access, check_access
from persona.writers.llm.connection import UNUSED_KEY
from tests.fake_llm import FAULTS, FakeLLM
from tests.persona.writers.llm.conftest import MODEL, QUICK

if TYPE_CHECKING:
    from collections.abc import Callable

    from persona.writers.llm import ModelWriter
    from persona.writing import SegmentBrief

    Writers = Callable[..., ModelWriter]

PLANNED, TRIES, REPAIRS = 1, 2, 2
AT_MOST = PLANNED + TRIES + REPAIRS
SECRET = "sk-secret-of-somebody"
ALWAYS = {
    "429": "provider_rate",
    "500": "provider_down",
    "503": "provider_down",
    "malformed": "provider_reply",
    "prose": "provider_reply",
    "empty": "provider_reply",
    "truncated": "provider_truncated",
    "refusal": "provider_refuses",
    "hang": "provider_timeout",
    "disconnect": "provider_unreachable",
}


class Outcome(NamedTuple):
    """How one persona ended."""

    state: str
    requests: int


def outcome(writer: ModelWriter, brief: SegmentBrief, fake: FakeLLM) -> Outcome:
    async def write() -> str:
        async with writer:
            try:
                draft = await writer.write(brief)
            except PersonaError as error:
                return "told the key" if SECRET in f"{error} {error.__dict__}" else error.code
            return "repaired" if draft.statements else "empty"

    return Outcome(asyncio.run(write()), len(fake.records))


@pytest.fixture
def impatient(fake_llm: FakeLLM, writer: Writers) -> Writers:
    fake_llm.options.hang = 2.0
    access = Access.model_validate({"api_key": SECRET, "base_url": fake_llm.base_url, "patience": QUICK})
    return lambda **settings: writer(access, **settings)


def test_table_of_faults_and_outcomes(
    fake_llm: FakeLLM, impatient: Writers, briefs: tuple[SegmentBrief, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    table: dict[str, tuple[Outcome, Outcome]] = {}
    for number, fault in enumerate(FAULTS):
        fake_llm.reset(fault_plan=fault, hang=2.0, seed=number)
        once = outcome(impatient(folder=f"{fault}-once"), briefs[0], fake_llm)
        fake_llm.reset(fault_plan=fault, fault_loop=True, hang=2.0, seed=number)
        always = outcome(impatient(folder=f"{fault}-always"), briefs[0], fake_llm)
        table[fault] = once, always

    with capsys.disabled():
        print(f"\n{'fault':11} {'once':18} calls  {'always':22} calls")  # noqa: T201 -- the table is asked for
        for fault, (once, always) in table.items():
            row = f"{fault:11} {once.state:18} {once.requests:5}  {always.state:22} {always.requests:5}"
            print(row)  # noqa: T201
    assert {fault: once.state for fault, (once, _) in table.items()} == dict.fromkeys(FAULTS, "repaired")
    assert {fault: always.state for fault, (_, always) in table.items()} == {
        fault: ALWAYS.get(fault, "repaired") for fault in FAULTS
    }
    assert all(ended.requests <= AT_MOST for both in table.values() for ended in both)


@pytest.mark.parametrize(
    ("options", "code", "kind"),
    [
        ({"api_key": "another"}, "provider_auth", ProviderAuthError),
        ({"no_credit": True}, "provider_no_credit", ProviderError),
        ({"context_limit": 100}, "provider_context", ProviderReplyError),
        ({"fault_plan": "503", "retry_after": 90.0}, "provider_down", ProviderBusy),
    ],
)
def test_what_time_does_not_mend_is_told_at_once(
    fake_llm: FakeLLM,
    impatient: Writers,
    briefs: tuple[SegmentBrief, ...],
    options: dict[str, object],
    code: str,
    kind: type[ProviderError],
) -> None:
    fake_llm.reset(**options)

    async def write() -> None:
        async with impatient() as writer:
            await writer.write(briefs[0])

    with pytest.raises(kind) as caught:
        asyncio.run(write())

    assert caught.value.code == code
    assert len(fake_llm.records) <= (3 if code == "provider_context" else 1)


def test_a_model_that_reads_less_gets_a_shorter_question(
    fake_llm: FakeLLM, impatient: Writers, briefs: tuple[SegmentBrief, ...]
) -> None:
    fake_llm.options.context_limit = 4_000 + 2_300

    assert outcome(impatient(), briefs[0], fake_llm).state == "repaired"

    sizes = [record.prompt_tokens for record in fake_llm.records]
    assert sizes == sorted(sizes, reverse=True)
    assert fake_llm.records[-1].status == 200


def test_who_asks_to_wait_is_asked_again_after_that_time(
    fake_llm: FakeLLM, impatient: Writers, briefs: tuple[SegmentBrief, ...]
) -> None:
    fake_llm.reset(fault_plan="429", retry_after=1.0)
    began = asyncio.new_event_loop().time()

    assert outcome(impatient(), briefs[0], fake_llm) == ("repaired", 2)
    assert asyncio.new_event_loop().time() - began >= 1.0


def test_a_provider_that_fails_all_the_time_is_left_alone_for_a_while(
    fake_llm: FakeLLM, impatient: Writers, briefs: tuple[SegmentBrief, ...]
) -> None:
    fake_llm.reset(fault_plan="500", fault_loop=True)
    codes = [outcome(impatient(), briefs[0], fake_llm).state for _ in range(5)]

    assert codes == ["provider_down"] * 3 + ["provider_paused"] * 2
    assert len(fake_llm.records) == 10


def test_a_key_is_tried_with_one_small_question(fake_llm: FakeLLM) -> None:
    access = Access(base_url=fake_llm.base_url, patience=QUICK)

    asyncio.run(check_access(MODEL, access))

    assert fake_llm.prompts == ["Say OK."]


def test_a_wrong_key_an_address_where_nobody_is_and_no_key_are_told_apart(fake_llm: FakeLLM) -> None:
    fake_llm.options.api_key = "right"
    wrong = Access.model_validate({"api_key": SECRET, "base_url": fake_llm.base_url, "patience": QUICK})
    nobody = Access(base_url="http://127.0.0.1:9/v1", patience=QUICK)

    with pytest.raises(ProviderAuthError) as refused:
        asyncio.run(check_access(MODEL, wrong))
    with pytest.raises(ProviderBusy) as away:
        asyncio.run(check_access(MODEL, nobody))
    with pytest.raises(ConfigurationError) as missing:
        asyncio.run(check_access("anthropic:claude-sonnet-4-5", Access()))

    assert (refused.value.code, away.value.code) == ("provider_auth", "provider_unreachable")
    assert missing.value.message == "Anthropic needs a key, and there is none."
    assert SECRET not in repr(refused.value) + refused.value.hint
    assert refused.value.__suppress_context__


def test_no_key_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch, fake_llm: FakeLLM) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-environment")
    fake_llm.options.api_key = UNUSED_KEY

    asyncio.run(check_access(MODEL, Access(base_url=fake_llm.base_url, patience=QUICK)))

    with pytest.raises(ConfigurationError):
        asyncio.run(check_access("openai:gpt-5-mini", Access()))


def test_errors_of_a_budget_carry_their_amounts(
    writer: Writers, briefs: tuple[SegmentBrief, ...], fake_llm: FakeLLM
) -> None:
    access = Access.model_validate(
        {"base_url": fake_llm.base_url, "patience": QUICK, "price": {"input": 1, "output": 1}}
    )

    async def write() -> None:
        async with writer(access, budget_usd=0.001) as asked:
            await asked.write(briefs[0])

    with pytest.raises(BudgetExceededError) as caught:
        asyncio.run(write())

    assert (caught.value.spent, caught.value.budget) == (0.0, 0.001)
    assert caught.value.estimate > 0.001
    assert fake_llm.records == []

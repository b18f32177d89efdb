"""The guard of calls: paid for once, within budget and patience, tried again where that can help and nowhere else."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_ai.exceptions import (
    ContentFilterError,
    ModelAPIError,
    ModelHTTPError,
    ModelQuotaExceededError,
    ModelRateLimitError,
    ModelServerError,
    ModelTimeoutError,
    OutputTokenLimitExceeded,
)
from pydantic_ai.messages import ModelRequest, ModelResponse, TextPart, ToolCallPart
from pydantic_ai.models import ModelRequestParameters
from pydantic_ai.models.function import FunctionModel
from pydantic_ai.settings import ModelSettings
from pydantic_ai.usage import RequestUsage

from persona.exceptions import BudgetExceededError, PersonaError, ProviderBusy
from persona.models import Usage
from persona.writers.llm import Access, ModelName, Patience, Price
from persona.writers.llm.call_guard import Account, CallGuard, GuardedModel, _pause
from persona.writers.llm.prices import Tariff
from persona.writers.llm.rate_gate import FAILURES
from persona.writers.llm.reply_cache import ReplyCache
from persona.writers.llm.usage import UsageLog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pydantic_ai.messages import ModelMessage

NAME = ModelName("openai", "m")
FINE = ModelResponse(parts=[TextPart("OK")], usage=RequestUsage(input_tokens=100, output_tokens=10))
USED = Usage(requests=1, input_tokens=100, output_tokens=10, cost_usd=0.00012)
RATE = ModelRateLimitError("m", "slow down: sk-secret", retry_after=0.0)
DOWN = ModelServerError("m", "oops: sk-secret")


class Asked:
    """A guarded model that gives these answers in turn, and what asking it comes to."""

    def __init__(
        self, *answers: ModelResponse | Exception, key: str, folder: Path | None = None, **how: object
    ) -> None:
        self.calls = 0
        self._answers = answers
        tries, total, budget = how.get("tries", 3), how.get("total", 5.0), how.get("budget")
        patience = Patience.model_validate({"tries": tries, "total": total, "wait": 0})
        access = Access.model_validate({"api_key": key, "price": Price(input=1, output=2), "patience": patience})
        self.usage_log = UsageLog(budget=budget)  # type: ignore[arg-type]
        self.guard = CallGuard(NAME, access, Tariff.of(NAME, access), self.usage_log, ReplyCache(folder))
        self.account = Account(7, patience.tries - 1)
        self.model = GuardedModel(FunctionModel(self._answer), self.guard, self.account)

    async def _answer(self, *_: object) -> ModelResponse:
        self.calls += 1
        answer = self._answers[min(self.calls, len(self._answers)) - 1]
        if isinstance(answer, Exception):
            raise answer
        return answer

    def __call__(self, text: str = "Who?", *, room: int = 100) -> str:
        """What is answered, or the code of the error that it ends with."""

        async def ask() -> ModelResponse:
            return await self.model.request(
                [ModelRequest.user_text_prompt(text)], ModelSettings(max_tokens=room), ModelRequestParameters()
            )

        try:
            return str(asyncio.run(ask()).text)
        except PersonaError as error:
            return "told the key" if "sk-secret" in f"{error!r} {error} {error.hint}" else error.code


@pytest.fixture
def asked(request: pytest.FixtureRequest) -> Callable[..., Asked]:
    """Each test has a key, and so a rate gate, of its own."""

    def made(*answers: ModelResponse | Exception, **how: object) -> Asked:
        return Asked(*answers, key=request.node.name, **how)  # type: ignore[arg-type]

    return made


def test_the_same_question_is_paid_for_once_whoever_asks(asked: Callable[..., Asked], tmp_path: Path) -> None:
    first, second = asked(FINE, folder=tmp_path), asked(FINE, folder=tmp_path)

    assert [first(), first(), second(), second("Where?")] == ["OK"] * 4
    assert (first.calls, second.calls) == (1, 1)
    assert first.usage_log.usage_of(7) == USED + Usage(cached=1)
    assert second.usage_log.usage == USED + Usage(cached=1)


def test_replies_of_no_use_are_asked_for_again(asked: Callable[..., Asked], tmp_path: Path) -> None:
    model = asked(FINE, folder=tmp_path)
    model()
    model("Where?")

    model.account.forget(model.guard.replies)

    assert [*tmp_path.iterdir()] == []
    assert len(set(model.account.keys)) == 2


@pytest.mark.parametrize(
    ("error", "code", "calls"),
    [
        (RATE, "provider_rate", 3),
        (DOWN, "provider_down", 3),
        (ModelTimeoutError("m", "late"), "provider_timeout", 3),
        (ModelHTTPError(401, "m", body="sk-secret"), "provider_auth", 1),
        (ModelHTTPError(403, "m"), "provider_auth", 1),
        (ModelQuotaExceededError("m", "no credit"), "provider_no_credit", 1),
        (ModelAPIError("m", "no such thing"), "provider_rejects", 1),
        (ContentFilterError("no"), "provider_refuses", 1),
        (TypeError("'NoneType' object is not iterable: sk-secret"), "provider_reply", 1),
        (KeyError("choices"), "provider_reply", 1),
        (IndexError("list index out of range"), "provider_reply", 1),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_only_what_may_pass_is_tried_again(
    asked: Callable[..., Asked], error: Exception, code: str, calls: int
) -> None:
    model = asked(error)

    assert (model(), model.calls, model.usage_log.usage) == (code, calls, Usage())


def test_after_trouble_that_passes_the_answer_is_taken_and_paid_once(asked: Callable[..., Asked]) -> None:
    model = asked(RATE, DOWN, FINE)

    assert (model(), model.calls, model.usage_log.usage, model.account.retries_left) == ("OK", 3, USED, 0)


def test_tries_are_counted_over_all_questions_about_a_persona(asked: Callable[..., Asked]) -> None:
    model = asked(RATE, FINE, RATE, FINE, RATE, FINE)

    assert [model("1"), model("2"), model("3")] == ["OK", "OK", "provider_rate"]
    assert model.calls == 5


def test_who_asks_to_wait_too_long_is_left_to_people(asked: Callable[..., Asked]) -> None:
    model = asked(ModelRateLimitError("m", "tomorrow", retry_after=86_400.0))

    assert (model(), model.calls) == ("provider_rate", 1)


def test_an_answer_that_never_comes_ends_in_time(asked: Callable[..., Asked]) -> None:
    model = asked(FINE, total=0.01)

    async def never(*_: object) -> ModelResponse:
        await asyncio.Event().wait()
        raise AssertionError

    model.model.wrapped = FunctionModel(never)

    assert (model(), model.usage_log._committed > 0) == ("provider_timeout", True)


def test_a_call_that_could_cost_too_much_is_not_made(asked: Callable[..., Asked]) -> None:
    model = asked(FINE, budget=0.001)

    assert model(room=100) == "OK"
    assert model("more", room=100_000) == "budget_exceeded"
    assert (model.calls, model.usage_log.usage) == (1, USED)


@pytest.mark.parametrize(("error", "kept"), [(RATE, True), (ModelTimeoutError("m", "late"), False)])
def test_only_what_was_turned_away_leaves_the_budget_as_it_was(
    asked: Callable[..., Asked], error: Exception, kept: bool
) -> None:
    model = asked(error, FINE, tries=1, budget=0.001)
    model(room=200)

    assert model(room=200) == ("OK" if kept else "budget_exceeded")


def test_a_provider_in_trouble_is_left_alone_and_being_asked_to_wait_is_no_trouble(
    asked: Callable[..., Asked],
) -> None:
    model = asked(*[RATE] * (FAILURES + 1), *[DOWN] * FAILURES, FINE, tries=1)

    codes = [model(str(number)) for number in range(2 * FAILURES + 3)]

    assert codes == ["provider_rate"] * (FAILURES + 1) + ["provider_down"] * FAILURES + ["provider_paused"] * 2
    assert model.calls == 2 * FAILURES + 1


def cut(args: str | dict[str, object] | None) -> ModelResponse:
    return ModelResponse(parts=[ToolCallPart("final", args)], finish_reason="length")


@pytest.mark.parametrize("args", ['{"tagline": "Plans on pa', "", '{"a": 1}}', "[1, 2", '"words"'])
def test_an_answer_that_stops_in_the_middle_is_none(asked: Callable[..., Asked], args: str) -> None:
    model = asked(cut(args))

    if not args:  # no argument is an object without fields, which the form refuses
        assert model() == "None"
        return
    with pytest.raises(OutputTokenLimitExceeded):
        model()
    assert model.usage_log.usage.requests == 1


@pytest.mark.parametrize("args", ['{"tagline": "Plans"}', {"tagline": "Plans"}])
def test_an_answer_that_is_whole_at_the_limit_is_taken(
    asked: Callable[..., Asked], args: str | dict[str, object]
) -> None:
    assert asked(cut(args))() == "None"


@settings(max_examples=50)
@given(st.one_of(st.none(), st.floats(0, 60)), st.floats(0, 30))
def test_a_pause_is_what_was_asked_for_and_a_little_more_or_about_the_usual(asked: float | None, usual: float) -> None:
    found = _pause(asked, usual)

    if asked is None:
        assert usual / 2 <= found <= usual
    else:
        assert asked + 0.1 <= found <= asked + 0.2 + 1e-9


def test_errors_of_calls_say_when_and_how_much(asked: Callable[..., Asked]) -> None:
    model = asked(ModelRateLimitError("m", "later", retry_after=75.0), budget=0.0005)
    question: list[ModelMessage] = [ModelRequest.user_text_prompt("Who?")]

    with pytest.raises(ProviderBusy) as later:
        asyncio.run(model.model.request(question, ModelSettings(max_tokens=1), ModelRequestParameters()))
    with pytest.raises(BudgetExceededError) as dear:
        asyncio.run(model.model.request(question, ModelSettings(max_tokens=1_000), ModelRequestParameters()))

    assert (later.value.retry_after, later.value.message) == (
        75.0,
        "OpenAI asks to wait: too many questions at a time.",
    )
    assert (dear.value.spent, dear.value.budget) == (0.0, 0.0005)
    assert dear.value.estimate == pytest.approx(0.0023, abs=0.0003)

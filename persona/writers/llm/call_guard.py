"""The guard of every call to a model: cached replies, budget, timeouts and one layer of retries."""

from __future__ import annotations

import asyncio
import json
import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic_ai.exceptions import OutputTokenLimitExceeded
from pydantic_ai.messages import ModelMessagesTypeAdapter, ToolCallPart
from pydantic_ai.models.wrapper import WrapperModel

from persona.exceptions import PersonaError, ProviderAuthError, ProviderBusy
from persona.models import Usage
from persona.writers.llm.errors import busy, is_unbilled, translate
from persona.writers.llm.rate_gate import RateGate, rate_gate_for
from persona.writers.llm.reply_cache import ReplyCache, fingerprint, form_of
from persona.writers.llm.tokens import at_most

if TYPE_CHECKING:
    from pydantic_ai.messages import ModelMessage, ModelResponse
    from pydantic_ai.models import Model, ModelRequestParameters
    from pydantic_ai.settings import ModelSettings

    from persona.writers.llm.access import Access
    from persona.writers.llm.model_name import ModelName
    from persona.writers.llm.prices import Tariff
    from persona.writers.llm.usage import Call, UsageLog

LONGEST_WAIT = 60.0  # seconds; who asks to wait longer is asked again by people, not by us
SCHEMA_TOKENS = 200  # what a provider adds to describe the form of the answer


@dataclass(frozen=True)
class CallGuard:
    """What guards every call of a run: rate gate, price, usage against the budget, and the cache of replies."""

    name: ModelName
    access: Access
    tariff: Tariff
    usage_log: UsageLog
    replies: ReplyCache

    @property
    def provider(self) -> str:
        return self.name.label(self.access)

    @property
    def rate_gate(self) -> RateGate:
        return rate_gate_for(self.name, self.access)


@dataclass
class Account:
    """What one persona has asked for, so that replies of no use can be forgotten and retries are counted once."""

    persona: int
    retries_left: int
    keys: list[str] = field(default_factory=list)

    def forget(self, replies: ReplyCache) -> None:
        """Nothing that was answered is of use: whoever asks again gets another answer."""
        for key in self.keys:
            replies.forget(key)


class GuardedModel(WrapperModel):
    """A model for one persona; pydantic-ai asks it as any other."""

    def __init__(self, wrapped: Model, guard: CallGuard, account: Account) -> None:
        super().__init__(wrapped)
        self._guard, self._account = guard, account

    async def request(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
    ) -> ModelResponse:
        """The reply to a question: the known one, or a new one within budget and patience.

        Raises:
            ProviderError: after the last try.
            BudgetExceededError: before a call that could cost too much.
        """
        guard, account = self._guard, self._account
        key = fingerprint(
            [str(guard.name), guard.access.base_url or ""], messages, model_settings, model_request_parameters
        )
        account.keys.append(key)
        if (known := guard.replies.get(key)) is not None:
            guard.usage_log.note_cached(account.persona)
            return _whole(known)
        worst = self._worst(messages, model_settings, model_request_parameters)
        try:
            async with asyncio.timeout(guard.access.patience.total):
                return _whole(await self._tries(key, worst, messages, model_settings, model_request_parameters))
        except TimeoutError:
            raise busy("provider_timeout", provider=guard.provider) from None

    async def _tries(self, key: str, worst: float, *asked: Any) -> ModelResponse:
        patience, first = self._guard.access.patience, self._account.retries_left
        while True:
            try:
                return await self._once(key, worst, *asked)
            except ProviderBusy as exc:
                wait = exc.retry_after
                if not self._account.retries_left or (wait or 0) > LONGEST_WAIT or exc.code == "provider_paused":
                    raise
                self._account.retries_left -= 1
                tried = first - self._account.retries_left
                await asyncio.sleep(_pause(wait, patience.wait * 2 ** (tried - 1)))

    async def _once(self, key: str, worst: float, *asked: Any) -> ModelResponse:
        guard = self._guard
        async with guard.rate_gate.gate:
            guard.rate_gate.breaker.check(guard.provider)
            async with guard.usage_log.call(self._account.persona, worst) as call:
                reply = await self._ask(call, *asked)
                guard.replies.put(key, reply)
                call.usage = self._usage(reply)
                return reply

    async def _ask(self, call: Call, *asked: Any) -> ModelResponse:
        guard = self._guard
        try:
            reply: ModelResponse = await self.wrapped.request(*asked)
        except Exception as exc:  # noqa: BLE001 -- clients stumble in their own ways over what is no answer
            error = translate(exc, guard.provider)
            call.unbilled = is_unbilled(error)
            guard.rate_gate.breaker.note(failed=_is_trouble(error))
            raise error from None
        guard.rate_gate.breaker.note(failed=False)
        return reply

    def _worst(
        self, messages: list[ModelMessage], settings: ModelSettings | None, parameters: ModelRequestParameters
    ) -> float:
        """What the call costs at most; 0 where no price is known."""
        text = ModelMessagesTypeAdapter.dump_json(messages).decode()
        schema = json.dumps(form_of(parameters))
        limit = (settings or {}).get("max_tokens") or 0
        return self._guard.tariff.cost(at_most(text + schema) + SCHEMA_TOKENS, limit) or 0.0

    def _usage(self, reply: ModelResponse) -> Usage:
        used = reply.usage
        cost = self._guard.tariff.cost(used.input_tokens, used.output_tokens)
        return Usage(requests=1, input_tokens=used.input_tokens, output_tokens=used.output_tokens, cost_usd=cost)


def _whole(reply: ModelResponse) -> ModelResponse:
    """The reply, unless it was cut off in the middle: asking for a correction would be cut off as well."""
    if reply.finish_reason == "length":
        for part in reply.parts:
            if isinstance(part, ToolCallPart):
                try:
                    part.args_as_dict(raise_if_invalid=True)
                except (ValueError, AssertionError):
                    raise OutputTokenLimitExceeded("cut off") from None
    return reply


def _is_trouble(error: PersonaError) -> bool:
    """Whether it tells about the provider or the key; being asked to wait or to shorten something does not."""
    return isinstance(error, ProviderAuthError) or (isinstance(error, ProviderBusy) and error.code != "provider_rate")


def _pause(asked: float | None, usual: float) -> float:
    """Seconds until the next try: what the provider asks for and a little more, or the usual with jitter."""
    jitter = random.uniform(0.5, 1.0)  # noqa: S311 -- spreads tries, guards nothing
    return asked + 0.2 * jitter if asked is not None else usual * jitter

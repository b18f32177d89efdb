"""Asking: one conversation with a model about one persona, repaired at most twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic_ai import Agent, ModelRetry, RunContext
from pydantic_ai.exceptions import AgentRunError, ContentFilterError, OutputTokenLimitExceeded
from pydantic_ai.settings import ModelSettings

from persona.drafting.faults import translate
from persona.drafting.guard import Account, Desk, GuardedModel
from persona.drafting.judging import Judgement, reasons
from persona.drafting.reply import Reply
from persona.drafting.second_look import look_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_ai.models import Model

    from persona.drafting.question import Detail, Offer

REPAIRS = 2
ANSWER_TOKENS: Mapping[Detail, int] = {"short": 2_500, "standard": 4_000, "deep": 6_000}
"""Room for an answer, and for a model that thinks before it."""


class Asker:
    """Asks about the segments of one run."""

    def __init__(self, model: Model, desk: Desk, detail: Detail) -> None:
        self._model, self._desk, self._room = model, desk, ANSWER_TOKENS[detail]

    async def ask(self, offer: Offer) -> Judgement:
        """What stands of the model's answers.

        Raises:
            ProviderError, BudgetExceededError: no answer could be had, or used.
        """
        account, room = self._account(offer), self._room
        while True:
            try:
                return await self._conversation(offer, account, room, REPAIRS - len(account.keys))
            except AgentRunError as exc:
                asked = len(account.keys)
                account.forget(self._desk.replies)
                if asked > REPAIRS or not isinstance(exc, ContentFilterError | OutputTokenLimitExceeded):
                    raise translate(exc, self._desk.provider) from None
                room *= 2 if isinstance(exc, OutputTokenLimitExceeded) else 1

    async def look_again(self, judgement: Judgement) -> None:
        """Let the model judge what was kept; what it rejects is dropped.

        Raises:
            ProviderError, BudgetExceededError: no answer could be had, or used.
        """
        account = self._account(judgement.offer)
        try:
            await look_at(judgement, GuardedModel(self._model, self._desk, account))
        except AgentRunError as exc:
            account.forget(self._desk.replies)
            raise translate(exc, self._desk.provider) from None

    def _account(self, offer: Offer) -> Account:
        return Account(offer.question.persona, self._desk.access.patience.tries - 1)

    async def _conversation(self, offer: Offer, account: Account, room: int, repairs: int) -> Judgement:
        judgement = Judgement(offer)
        agent = Agent(
            GuardedModel(self._model, self._desk, account),
            output_type=Reply,
            instructions=offer.question.system,
            model_settings=settings(room),
            retries=repairs,
        )

        @agent.output_validator
        def supported(context: RunContext[object], reply: Reply) -> Reply:
            missed = judgement.hear(reply)
            if missed and context.retry < repairs:
                raise ModelRetry(reasons(missed))
            return reply

        await agent.run(offer.question.message)
        return judgement


def settings(room: int) -> ModelSettings:
    """One attempt a call: waiting and trying again is the guard's."""
    return ModelSettings(max_tokens=room, max_retries=0)

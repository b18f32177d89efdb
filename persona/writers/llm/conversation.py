"""A conversation with a model about one persona: its answer, corrected at most twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic_ai import Agent, ModelRetry, RunContext
from pydantic_ai.exceptions import AgentRunError, ContentFilterError, OutputTokenLimitExceeded
from pydantic_ai.settings import ModelSettings

from persona.writers.llm.call_guard import Account, CallGuard, GuardedModel
from persona.writers.llm.errors import translate
from persona.writers.llm.grounding import Grounding, reasons
from persona.writers.llm.reply import Reply
from persona.writers.llm.second_look import look_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_ai.models import Model

    from persona.writers.llm.question import Detail, Offer

REPAIRS = 2
STRAYS = 0.25
"""Share of unsupported statements that are dropped at once: asking again costs as much as the first answer did."""
ANSWER_TOKENS: Mapping[Detail, int] = {"short": 2_500, "standard": 4_000, "deep": 6_000}
"""Room for an answer, and for a model that thinks before it."""


class Conversation:
    """Asks about the segments of one run."""

    def __init__(self, model: Model, guard: CallGuard, detail: Detail) -> None:
        self._model, self._guard, self._room = model, guard, ANSWER_TOKENS[detail]
        self._agents: dict[int, Agent[Grounding, Reply]] = {}

    async def ask(self, offer: Offer) -> Grounding:
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
                account.forget(self._guard.replies)
                if asked > REPAIRS or not isinstance(exc, ContentFilterError | OutputTokenLimitExceeded):
                    raise translate(exc, self._guard.provider) from None
                room *= 2 if isinstance(exc, OutputTokenLimitExceeded) else 1

    async def look_again(self, grounding: Grounding) -> None:
        """Let the model judge what was kept; what it rejects is dropped.

        Raises:
            ProviderError, BudgetExceededError: no answer could be had, or used.
        """
        account = self._account(grounding.offer)
        try:
            await look_at(grounding, GuardedModel(self._model, self._guard, account))
        except AgentRunError as exc:
            account.forget(self._guard.replies)
            raise translate(exc, self._guard.provider) from None

    def _account(self, offer: Offer) -> Account:
        return Account(offer.question.persona, self._guard.access.patience.tries - 1)

    async def _conversation(self, offer: Offer, account: Account, room: int, repairs: int) -> Grounding:
        grounding = Grounding(offer)
        await self._agent(offer.question.system, repairs).run(
            offer.question.message,
            deps=grounding,
            model=GuardedModel(self._model, self._guard, account),
            model_settings=settings(room),
        )
        return grounding

    def _agent(self, system: str, repairs: int) -> Agent[Grounding, Reply]:
        """Made once for each number of repairs: the form of the answer takes a while to prepare."""
        if repairs not in self._agents:
            agent = Agent(output_type=Reply, deps_type=Grounding, instructions=system, retries=repairs)

            @agent.output_validator
            async def supported(context: RunContext[Grounding], reply: Reply) -> Reply:
                missed = context.deps.hear(reply)
                if context.retry < repairs and len(missed) > STRAYS * len(reply.statements):
                    raise ModelRetry(reasons(missed))
                return reply

            self._agents[repairs] = agent
        return self._agents[repairs]


def settings(room: int) -> ModelSettings:
    """One attempt a call: waiting and trying again is the guard's."""
    return ModelSettings(max_tokens=room, max_retries=0)

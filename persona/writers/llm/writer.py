"""The model writer: a segment's evidence goes out, an answer comes back, and what the evidence carries is kept."""

from __future__ import annotations

from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Literal, Self

from persona.exceptions import ProviderError
from persona.messages import configuration_error, sentence
from persona.writers.llm.connection import check_key, connected, require_extra
from persona.writers.llm.model_name import ModelName
from persona.writers.llm.prices import Tariff
from persona.writers.llm.question import compose
from persona.writers.llm.reply_cache import ReplyCache
from persona.writers.llm.templates import PromptStamp, look_template, template_for
from persona.writers.llm.usage import UsageLog
from persona.writing import BuiltinWriter, PersonaDraft

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from pydantic_ai.models import Model

    from persona.models import PersonaConfig, Usage
    from persona.writers.llm.access import Access
    from persona.writers.llm.conversation import Conversation
    from persona.writers.llm.grounding import Grounding
    from persona.writing import SegmentBrief

SHORTER = (1.0, 0.5, 0.25)
"""Shares of the data that are tried with a model that reads less than usual."""


class ModelWriter:
    """Writes with a language model; to be used in `async with`, for one run.

    Example:
        >>> async with ModelWriter(config, Access(api_key=key)) as writer:    # doctest: +SKIP
        ...     draft = await writer.write(archive.brief(1))
    """

    def __init__(
        self,
        config: PersonaConfig,
        access: Access,
        *,
        replies: Path | None = None,
        calls: Path | None = None,
        on_usage: Callable[[Usage], object] | None = None,
        model: Model | None = None,
    ) -> None:
        """Nothing is asked yet.

        Args:
            config: the settings of the run.
            access: how the provider is reached.
            replies: a folder that keeps replies, so that nothing is paid twice.
            calls: a file that keeps what was spent, over all attempts of a run.
            on_usage: told what the run has used, after each answer.
            model: a pydantic-ai model to ask instead of the one that `config.model` names.

        Raises:
            ConfigurationError: model, key, template or budget cannot be used.
        """
        require_extra()
        self.name = ModelName.parse(config.model)
        if model is None:
            check_key(self.name, access)
        tariff = Tariff.of(self.name, access)
        if config.budget_usd is not None and tariff.kind == "unknown":
            raise configuration_error("price_unknown", model=config.model)
        self._config, self._access, self._model, self._tariff = config, access, model, tariff
        self._template = template_for(config.template)
        self._calls, self._on_usage = calls, on_usage
        self._usage_log = self._new_usage_log()
        self._replies = ReplyCache(replies)
        self._closing = AsyncExitStack()
        self._conversation: Conversation | None = None

    @property
    def usage(self) -> Usage:
        """What the run has used so far, in all its attempts."""
        return self._usage_log.usage

    @property
    def prompts(self) -> tuple[PromptStamp, ...]:
        """Which words the model is asked with."""
        return (*self._template.stamps, *(look_template().stamps if self._config.verify else ()))

    def _new_usage_log(self) -> UsageLog:
        return UsageLog(self._calls, budget=self._config.budget_usd, on_usage=self._on_usage)

    async def __aenter__(self) -> Self:
        from persona.writers.llm.call_guard import CallGuard
        from persona.writers.llm.conversation import Conversation

        model = self._model
        if model is None:
            model = await self._closing.enter_async_context(connected(self.name, self._access))
        self._usage_log = self._new_usage_log()  # what grouping has paid for since is in it
        guard = CallGuard(self.name, self._access, self._tariff, self._usage_log, self._replies)
        self._conversation = Conversation(model, guard, self._config.detail)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._closing.aclose()

    async def write(self, brief: SegmentBrief) -> PersonaDraft:
        """The draft of one persona.

        Raises:
            ProviderError: the provider could not be used, or its answers could not.
            BudgetExceededError: the next call could go over the budget.
        """
        assert self._conversation is not None, "use `async with`"  # noqa: S101 -- our own callers
        grounding = await self._judged(brief, self._conversation)
        if self._config.verify and grounding.kept:
            await self._conversation.look_again(grounding)
        return await self._draft(brief, grounding)

    async def _judged(self, brief: SegmentBrief, conversation: Conversation) -> Grounding:
        for share in SHORTER:
            offer = compose(brief, self._template, detail=self._config.detail, redact=self._config.redact, share=share)
            try:
                return await conversation.ask(offer)
            except ProviderError as exc:
                if exc.code != "provider_context" or share == SHORTER[-1]:
                    raise
        raise AssertionError  # the last share has returned or raised

    async def _draft(self, brief: SegmentBrief, grounding: Grounding) -> PersonaDraft:
        """What was kept; the people's own words where nothing was."""
        own = await BuiltinWriter().write(brief)
        phrased: list[Literal["tagline", "summary"]] = []
        if grounding.tagline is not None and brief.segment.name is None:  # a name that people gave wins
            phrased.append("tagline")
        if grounding.summary is not None:
            phrased.append("summary")
        missed = sum(lost.kind not in ("tagline", "summary") for lost in grounding.dropped)
        return PersonaDraft(
            name=own.name,
            tagline=grounding.tagline if grounding.tagline and "tagline" in phrased else own.tagline,
            summary=grounding.summary or own.summary,
            statements=grounding.statements or own.statements,
            quotes=own.quotes,
            phrased=tuple(phrased),
            dropped=tuple(grounding.dropped),
            warnings=() if grounding.statements else (sentence("model_unsupported", count=missed),),
            usage=self._usage_log.usage_of(brief.segment.index),
        )

"""The model writer: a segment's evidence goes out, an answer comes back, and what the evidence carries is kept."""

from __future__ import annotations

from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Literal, Self

from persona.drafting.connecting import check_key, connected, require_extra
from persona.drafting.ledger import Ledger
from persona.drafting.naming import ModelName
from persona.drafting.prices import Tariff
from persona.drafting.question import compose
from persona.drafting.replies import Replies
from persona.drafting.templates import PromptStamp, look_template, template_for
from persona.exceptions import ProviderError
from persona.messages import configuration_error, sentence
from persona.writing import BuiltinWriter, PersonaDraft

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from pydantic_ai.models import Model

    from persona.drafting.access import Access
    from persona.drafting.asking import Asker
    from persona.drafting.judging import Judgement
    from persona.models import PersonaConfig, Usage
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
        self._ledger = self._new_ledger()
        self._replies = Replies(replies)
        self._closing = AsyncExitStack()
        self._asker: Asker | None = None

    @property
    def usage(self) -> Usage:
        """What the run has used so far, in all its attempts."""
        return self._ledger.usage

    @property
    def prompts(self) -> tuple[PromptStamp, ...]:
        """Which words the model is asked with."""
        return (*self._template.stamps, *(look_template().stamps if self._config.verify else ()))

    def _new_ledger(self) -> Ledger:
        return Ledger(self._calls, budget=self._config.budget_usd, on_usage=self._on_usage)

    async def __aenter__(self) -> Self:
        from persona.drafting.asking import Asker
        from persona.drafting.guard import Desk

        model = self._model
        if model is None:
            model = await self._closing.enter_async_context(connected(self.name, self._access))
        self._ledger = self._new_ledger()  # what grouping has paid for since is in it
        desk = Desk(self.name, self._access, self._tariff, self._ledger, self._replies)
        self._asker = Asker(model, desk, self._config.detail)
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
        assert self._asker is not None, "use `async with`"  # noqa: S101 -- our own callers
        judgement = await self._judged(brief, self._asker)
        if self._config.verify and judgement.kept:
            await self._asker.look_again(judgement)
        return await self._draft(brief, judgement)

    async def _judged(self, brief: SegmentBrief, asker: Asker) -> Judgement:
        for share in SHORTER:
            offer = compose(brief, self._template, detail=self._config.detail, redact=self._config.redact, share=share)
            try:
                return await asker.ask(offer)
            except ProviderError as exc:
                if exc.code != "provider_context" or share == SHORTER[-1]:
                    raise
        raise AssertionError  # the last share has returned or raised

    async def _draft(self, brief: SegmentBrief, judgement: Judgement) -> PersonaDraft:
        """What was kept; the people's own words where nothing was."""
        own = await BuiltinWriter().write(brief)
        phrased: list[Literal["tagline", "summary"]] = []
        if judgement.tagline is not None and brief.segment.name is None:  # a name that people gave wins
            phrased.append("tagline")
        if judgement.summary is not None:
            phrased.append("summary")
        missed = sum(lost.kind not in ("tagline", "summary") for lost in judgement.dropped)
        return PersonaDraft(
            name=own.name,
            tagline=judgement.tagline if judgement.tagline and "tagline" in phrased else own.tagline,
            summary=judgement.summary or own.summary,
            statements=judgement.statements or own.statements,
            quotes=own.quotes,
            phrased=tuple(phrased),
            dropped=tuple(judgement.dropped),
            warnings=() if judgement.statements else (sentence("model_unsupported", count=missed),),
            usage=self._ledger.usage_of(brief.segment.index),
        )

"""A model's few sentences above the passages: each cites passages that prove it, or is not shown."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from pydantic import BaseModel, Field

from persona.messages import configuration_error, sentence
from persona.models.asking import Phrased, PhrasedSentence
from persona.writers.llm.access import Access
from persona.writers.llm.connection import check_key, connected, require_extra
from persona.writers.llm.lexical_overlap import lexical_overlap
from persona.writers.llm.masking import Mask
from persona.writers.llm.model_name import ModelName
from persona.writers.llm.prices import Tariff
from persona.writers.llm.reply_cache import ReplyCache
from persona.writers.llm.templates import ask_template
from persona.writers.llm.usage import UsageLog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from pydantic_ai.models import Model

    from persona.models.asking import AskedAnswer, AskedPassage

READ = 12
"""Passages that a model is sent; the answer has as many where one is asked for."""
MOST = 4
"""Sentences of an answer."""
LONGEST_TEXT = 400
ROOM = 2_000
"""Tokens for an answer, and for a model that thinks before it."""
REPAIRS = 1
NOBODY = 0
"""The persona that a question's costs are booked under: none."""


class Sentence(BaseModel):
    """One sentence of the answer."""

    text: str = Field(min_length=1, max_length=400)
    passages: list[int] = Field(min_length=1, max_length=4, description="Numbers of passages that say it.")


class Reply(BaseModel):
    """The answer; no sentence where the passages do not give one."""

    sentences: list[Sentence] = Field(max_length=MOST)


async def phrased(
    answer: AskedAnswer,
    model: str,
    access: Access | None = None,
    *,
    budget_usd: float | None = None,
    replies: Path | None = None,
    mask: Callable[[str], str] | None = None,
    asked: Model | None = None,
) -> AskedAnswer:
    """The answer with a model's sentences above its passages; as it is where nothing was found.

    Args:
        answer: what was found; its first `READ` passages are sent, nothing else of the data.
        model: "provider:name".
        access: how the provider is reached.
        budget_usd: the most it may cost.
        replies: a folder that keeps replies, so that the same question is paid once.
        mask: what hides personal data in a passage before it is sent; None: forms, such as addresses and numbers.
        asked: a pydantic-ai model to ask instead of the one that `model` names.

    Raises:
        ConfigurationError: the model or key cannot be used.
        ProviderError, BudgetExceededError: no answer could be had.
    """
    if not answer.passages:
        return answer
    require_extra()
    access = access or Access()
    name, mask = _named(model), mask or Mask()
    if asked is not None:
        return await _asked(answer, name, access, asked, UsageLog(budget=budget_usd), replies, mask)
    check_key(name, access)
    async with connected(name, access) as reached:
        return await _asked(answer, name, access, reached, UsageLog(budget=budget_usd), replies, mask)


def _named(model: str) -> ModelName:
    if model == "builtin":
        raise configuration_error("ask_no_model")
    return ModelName.parse(model)


async def _asked(
    answer: AskedAnswer,
    name: ModelName,
    access: Access,
    model: Model,
    usage_log: UsageLog,
    replies: Path | None,
    mask: Callable[[str], str],
) -> AskedAnswer:
    from pydantic_ai import Agent
    from pydantic_ai.exceptions import AgentRunError

    from persona.writers.llm.call_guard import Account, CallGuard, GuardedModel
    from persona.writers.llm.conversation import settings
    from persona.writers.llm.errors import translate

    guard = CallGuard(name, access, Tariff.of(name, access), usage_log, ReplyCache(replies))
    account = Account(NOBODY, access.patience.tries - 1)
    template, sent = ask_template(), _sent(answer, mask)
    agent = Agent(
        GuardedModel(model, guard, account),
        output_type=Reply,
        instructions=template.system,
        model_settings=settings(ROOM),
        retries=REPAIRS,
    )
    try:
        reply = (await agent.run(_message(answer.question, sent))).output
    except AgentRunError as exc:
        account.forget(guard.replies)
        raise translate(exc, guard.provider) from None
    kept = [proved for one in reply.sentences if (proved := _proved(one, sent)) is not None]
    told = Phrased(
        model=str(name),
        sentences=tuple(kept),
        read=len(sent),
        dropped=len(reply.sentences) - len(kept),
        usage=usage_log.usage,
    )
    notes = answer.notes if kept or not reply.sentences else (*answer.notes, sentence("ask_unphrased"))
    return answer.model_copy(update={"phrased": told, "notes": notes})


def _sent(answer: AskedAnswer, mask: Callable[[str], str]) -> dict[int, str]:
    """Passages by their number, as they are sent: the sentence that was found within its answer, cut at both ends."""
    return {number: mask(_around(passage)) for number, passage in enumerate(answer.passages[:READ], start=1)}


def _around(passage: AskedPassage) -> str:
    """The passage with what stands beside it in the same answer, as long as may be sent."""
    place = passage.evidence
    room = max(0, LONGEST_TEXT - (place.end - place.start)) // 2
    first = max(0, place.start - room)
    return passage.cell[first : first + LONGEST_TEXT]


def _message(question: str, sent: Mapping[int, str]) -> str:
    lines = [json.dumps({"number": number, "text": text}, ensure_ascii=False) for number, text in sent.items()]
    data = "\n".join([json.dumps({"question": question}, ensure_ascii=False), *lines])
    return ask_template().message(data=data, marker=sha256(data.encode()).hexdigest()[:24], most=MOST)


def _proved(one: Sentence, sent: Mapping[int, str]) -> PhrasedSentence | None:
    """The sentence with the passages that carry it; None where they do not."""
    text = " ".join(one.text.split())
    cited = [(str(number), sent[number]) for number in dict.fromkeys(one.passages) if number in sent]
    if not cited:
        return None
    found = lexical_overlap(text, cited)
    return None if found.strength is None else PhrasedSentence(text=text, passages=tuple(map(int, found.cited)))

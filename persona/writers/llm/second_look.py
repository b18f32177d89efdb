"""A second look: another call judges every statement by its quotations alone, yes or no."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from pydantic import BaseModel, Field, create_model
from pydantic_ai import Agent
from pydantic_ai.settings import ModelSettings

from persona.models import Dropped
from persona.writers.llm.templates import look_template

if TYPE_CHECKING:
    from pydantic_ai.models import Model

    from persona.writers.llm.grounding import Grounding

REPAIRS = 2
TOKENS_A_VERDICT = 60
ROOM = 1_000  # for a model that thinks before it answers


class Verdict(BaseModel):
    """One statement, judged."""

    statement: int = Field(ge=1, description="Its number.")
    supported: bool = Field(description="Whether its quotations alone say it.")


async def look_at(grounding: Grounding, model: Model) -> None:
    """Ask about the statements that were kept; those that are rejected are dropped, the others confirmed."""
    template, statements = look_template(), grounding.statements
    count = len(statements)
    verdicts = create_model(
        "Verdicts", verdicts=(list[Verdict], Field(min_length=count, max_length=count)), __module__=__name__
    )
    agent = Agent(
        model,
        output_type=verdicts,
        instructions=template.system,
        model_settings=ModelSettings(max_tokens=ROOM + TOKENS_A_VERDICT * count, max_retries=0),
        retries=REPAIRS,
    )
    data = "\n".join(_line(number, grounding) for number in range(1, count + 1))
    message = template.message(data=data, marker=sha256(data.encode()).hexdigest()[:24], most=count)
    answer = (await agent.run(message)).output
    _book(grounding, _in_order(getattr(answer, "verdicts")))  # noqa: B009 -- the model was made above


def _line(number: int, grounding: Grounding) -> str:
    statement = grounding.statements[number - 1]
    quotations = [grounding.offer.texts[id_] for id_ in statement.evidence]
    said = {"statement": number, "text": statement.text, "quotations": quotations}
    return json.dumps(said, ensure_ascii=False)


def _in_order(verdicts: list[Verdict]) -> list[bool]:
    """Verdicts by number; by place where the numbers are not those that were asked for."""
    if sorted(verdict.statement for verdict in verdicts) == list(range(1, len(verdicts) + 1)):
        verdicts = sorted(verdicts, key=lambda verdict: verdict.statement)
    return [verdict.supported for verdict in verdicts]


def _book(grounding: Grounding, supported: list[bool]) -> None:
    judged = list(zip(grounding.statements, supported, strict=True))
    grounding.kept = [one.model_copy(update={"confirmed": True}) for one, stands in judged if stands]
    grounding.dropped += [
        Dropped(kind=one.kind, text=one.text, reason="rejected") for one, stands in judged if not stands
    ]

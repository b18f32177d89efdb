"""Language models on the command line: keys and addresses from the environment, and what would be sent."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from persona.cli.output import print_json, say
from persona.models import Usage
from persona.numerals import counted
from persona.writers.llm import PROVIDERS, Access, ModelName, Price
from persona.writers.llm.model_name import BUILTIN, LOCAL
from persona.writers.llm.usage import dollars

if TYPE_CHECKING:
    from persona.writers.llm import Question


def access_for(model: str, base_url: str | None, price: str | None) -> Access | None:
    """How a model is reached: the key and the address that its provider's usual variables hold.

    A key of the environment goes to its own provider only, or to the address that was given with it.
    """
    if model == BUILTIN or model.startswith(f"{LOCAL}:"):
        return None
    provider = PROVIDERS[ModelName.parse(model).provider]
    key = next((os.environ[name] for name in provider.key_names if os.environ.get(name)), None)
    address = base_url or (os.environ.get(provider.address_name) if provider.address_name else None)
    return Access.model_validate({"api_key": key, "base_url": address, "price": _price(price)})


def _price(text: str | None) -> Price | None:
    if text is None:
        return None
    try:
        sent, received = map(float, text.split(","))
        return Price(input=sent, output=received)
    except ValueError:
        raise typer.BadParameter("Write --price as two numbers: 0.15,0.6", param_hint="--price") from None


def spent(usage: Usage) -> str:
    """What a run has used, in words.

    >>> spent(Usage(requests=3, input_tokens=9000, output_tokens=800, cost_usd=0.0042))
    '3 calls, 9,800 tokens, $0.0042'
    """
    cost = "price unknown" if usage.cost_usd is None else dollars(usage.cost_usd)
    tokens = usage.input_tokens + usage.output_tokens
    known = f"; {counted(usage.cached, 'answer')} known already" if usage.cached else ""
    return f"{counted(usage.requests, 'call')}, {counted(tokens, 'token')}, {cost}{known}"


def print_questions(questions: Sequence[Question], *, as_json: bool) -> None:
    """What would be sent, word for word."""
    if as_json:
        print_json([question.model_dump() for question in questions])
        return
    for question in questions:
        say(f"Persona {question.persona}, about {question.tokens:,} tokens")
        print(f"{question.system}\n\n{question.message}\n")
    say(f"Nothing was sent: {counted(len(questions), 'question')}.")

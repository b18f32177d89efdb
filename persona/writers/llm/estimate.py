"""Estimate of a model's part in a run: calls, tokens and price, whatever the number of rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from persona.writers.llm.access import Access
from persona.writers.llm.model_name import ModelName
from persona.writers.llm.prices import Tariff
from persona.writers.llm.question import DATA_TOKENS, Detail
from persona.writers.llm.templates import template_for
from persona.writers.llm.tokens import likely

if TYPE_CHECKING:
    from persona.models import PersonaConfig

# Measured with benchmarks/models.py on surveys with three open questions.
DATA_LIKELY: Mapping[Detail, int] = {"short": 1_300, "standard": 1_900, "deep": 2_500}
FORM = 350  # the form of the answer, as providers are told
ANSWER: Mapping[Detail, int] = {"short": 450, "standard": 700, "deep": 1_000}
LOOK_SENT: Mapping[Detail, int] = {"short": 900, "standard": 1_300, "deep": 1_900}
LOOK_ANSWER: Mapping[Detail, int] = {"short": 150, "standard": 250, "deep": 350}
CALLS_AT_MOST = 3  # an answer that cannot be used is asked for again, twice
FEWER, MORE = 0.5, 2.0  # answers differ from model to model
SECONDS = (3.0, 30.0)  # one call
LOCAL_SECONDS = (15.0, 120.0)  # one call on this computer, one after the other


class ModelEstimate(NamedTuple):
    """What is likely, and from where to where it may go; prices are None where they are not known."""

    requests: int
    tokens: int
    tokens_high: int
    cost: float | None
    cost_low: float | None
    cost_high: float | None
    seconds: tuple[float, float]


def model_estimate(config: PersonaConfig, access: Access, personas: int) -> ModelEstimate:
    """What so many personas will take.

    Raises:
        ConfigurationError: model or template cannot be used.
    """
    name, detail = ModelName.parse(config.model), config.detail
    tariff = Tariff.of(name, access)
    told = likely(template_for(config.template).system) + FORM
    sent, back = told + min(DATA_LIKELY[detail], DATA_TOKENS[detail]), ANSWER[detail]
    high_sent: float
    high_back: float
    high_sent, high_back = CALLS_AT_MOST * (told + DATA_TOKENS[detail]), CALLS_AT_MOST * MORE * back
    if config.verify:
        sent, back = sent + LOOK_SENT[detail], back + LOOK_ANSWER[detail]
        high_sent, high_back = high_sent + MORE * LOOK_SENT[detail], high_back + MORE * LOOK_ANSWER[detail]
    calls = 2 if config.verify else 1
    low, high = LOCAL_SECONDS if name.is_local(access) else SECONDS
    in_turn = calls * personas if name.is_local(access) else calls
    return ModelEstimate(
        requests=calls * personas,
        tokens=personas * (sent + back),
        tokens_high=round(personas * (high_sent + high_back)),
        cost=_cost(tariff, personas, sent, back),
        cost_low=_cost(tariff, personas, FEWER * sent, FEWER * back),
        cost_high=_cost(tariff, personas, high_sent, high_back),
        seconds=(in_turn * low, in_turn * high),
    )


def _cost(tariff: Tariff, personas: int, sent: float, back: float) -> float | None:
    one = tariff.cost(round(sent), round(back))
    return None if one is None else round(personas * one, 6)

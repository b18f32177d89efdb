"""What a run has cost, as pages show it."""

from __future__ import annotations

from typing import Any

import pytest

from generation.billing.usage import Cost, raised
from generation.models import Run
from persona.models import Estimate, PersonaConfig

MODEL = "openai:gpt-4o-mini"


def run(model: str = MODEL, budget: float | None = None, payer: str = "own", **usage: Any) -> Run:
    config = PersonaConfig(model=model, budget_usd=budget).model_dump(mode="json")
    return Run(config=config, usage=usage or None, payer=payer)


def cost(*args: Any, **usage: Any) -> Cost:
    found = Cost.of(run(*args, **usage))
    assert found is not None
    return found


def test_the_built_in_writer_has_no_money() -> None:
    assert Cost.of(run("builtin", payer="nobody")) is None


def test_what_a_model_spent_before_the_built_in_writer_took_over_is_shown() -> None:
    assert cost("builtin", None, "nobody", requests=2, cost_usd=0.25).spent == "$0.25"


@pytest.mark.parametrize(
    ("budget", "payer", "usage", "shown"),
    [
        (None, "own", {}, ("$0.00", "", None)),
        (2.0, "own", {"requests": 1, "cost_usd": 0.5}, ("$0.50", "$2.00", (5_000, 20_000))),
        (2.0, "own", {"requests": 1, "cost_usd": 3.0}, ("$3.00", "$2.00", (20_000, 20_000))),
        (2.0, "own", {"requests": 1, "cost_usd": None}, ("unknown", "$2.00", None)),
        (0.0, "own", {"requests": 1, "cost_usd": 0.0}, ("$0.00", "$0.00", None)),
        (2.0, "nobody", {"requests": 4, "cost_usd": 0.0}, ("Free", "", None)),
        (None, "operator", {"requests": 1, "cost_usd": 0.0004}, ("under $0.001", "", None)),
    ],
)
def test_spent_limit_and_bar(
    budget: float | None, payer: str, usage: dict[str, Any], shown: tuple[str, str, tuple[int, int] | None]
) -> None:
    found = cost(MODEL, budget, payer, **usage)

    assert (found.spent, found.limit, found.bar) == shown


@pytest.mark.parametrize(
    ("usage", "words"),
    [
        ({}, ""),
        ({"requests": 1, "input_tokens": 900, "output_tokens": 100}, "1 question, 1,000 tokens."),
        ({"requests": 1_200, "input_tokens": 1, "output_tokens": 2}, "1,200 questions, 3 tokens."),
    ],
)
def test_what_was_read_and_written(usage: dict[str, Any], words: str) -> None:
    assert cost(**usage).words == words


def test_what_was_expected_stands_beside_it() -> None:
    begun = run(budget=1.0)
    expected = Estimate(seconds_low=1, seconds_high=2, cost_usd=0.4, cost_high=0.85, tokens=1)
    assert Cost.of(begun).expected == ""  # type: ignore[union-attr]

    begun.expected = expected.model_dump(mode="json")

    assert Cost.of(begun).expected == "$0.40, at most $0.85"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("spent", "more", "budget", "limit"),
    [
        (0.5, 0.3, 0.5, 0.8),  # enough for what is left
        (0.5, 0.0, 2.0, 2.5),  # a quarter more than before
        (0.0, 0.0, 0.0, 0.01),
        (0.9, 0.3, 1.0, 1.5),
        (9.0, 4.0, 10.0, 15.0),
    ],
)
def test_a_raised_limit_is_round_and_clearly_more(spent: float, more: float, budget: float, limit: float) -> None:
    assert raised(spent, more, budget) == limit

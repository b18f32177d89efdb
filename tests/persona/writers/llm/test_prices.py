"""What tokens cost: given, listed, free or not known; always by the token, with no price below another's sum."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.writers.llm import Access, ModelName, Price
from persona.writers.llm.prices import Tariff

OWN = ModelName("openai", "own")
TOKENS = st.integers(0, 10_000_000)


@pytest.mark.parametrize(
    ("model", "access", "kind"),
    [
        ("openai:gpt-4o-mini", Access(), "listed"),
        ("anthropic:claude-3-5-haiku-latest", Access(), "listed"),
        ("google:gemini-2.0-flash", Access(), "listed"),
        ("openai:never-heard-of", Access(), "unknown"),
        ("ollama:never-heard-of", Access(), "free"),
        ("openai:never-heard-of", Access(base_url="http://localhost:1234/v1"), "free"),
        ("openai:gpt-4o-mini", Access(base_url="http://127.0.0.1:1234/v1"), "free"),
        ("ollama:llama3.2", Access(base_url="http://192.168.1.9:11434/v1"), "unknown"),
        ("ollama:llama3.2", Access(price=Price(input=1, output=1)), "given"),
        ("openai:gpt-4o-mini", Access(price=Price(input=0, output=0)), "given"),
    ],
)
def test_who_is_paid_and_by_which_list(model: str, access: Access, kind: str) -> None:
    assert Tariff.of(ModelName.parse(model), access).kind == kind


@settings(max_examples=40)
@given(TOKENS, TOKENS, st.floats(0, 1_000), st.floats(0, 1_000))
def test_a_given_price_is_for_a_million_tokens_each_way(sent: int, back: int, to: float, fro: float) -> None:
    tariff = Tariff.of(OWN, Access(price=Price(input=to, output=fro)))

    assert tariff.cost(sent, back) == pytest.approx(sent * to / 1e6 + back * fro / 1e6)
    assert tariff.cost(0, 0) == 0.0


def test_a_listed_price_grows_with_each_token_and_knows_no_rebate() -> None:
    tariff = Tariff.of(ModelName.parse("openai:gpt-4o-mini"), Access())

    costs = [tariff.cost(sent, back) for sent, back in [(0, 0), (1_000_000, 0), (0, 1_000_000), (1_000_000, 1_000_000)]]
    assert costs == pytest.approx([0.0, 0.15, 0.60, 0.75])


def test_what_is_not_listed_costs_nobody_knows_what() -> None:
    assert Tariff.of(ModelName.parse("openai:never-heard-of"), Access()).cost(10, 10) is None
    assert Tariff.of(ModelName.parse("google:gpt-4o-mini"), Access()).cost(10, 10) is None

"""Origins: whose words they are, and what a model's part in it cost."""

from __future__ import annotations

from typing import get_args

import pytest

from generation.models import Persona, Statement
from generation.provenance.origins import ORIGINS, PersonaProvenance, origin, origin_icon, price, writer
from persona.models import PersonaConfig, Usage
from persona.models import Statement as Found
from tests.factories import RunFactory

USED = Usage(requests=2, cost_usd=0.25)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"origin": "quoted", "strength": "strong"}, "In their own words"),
        ({"origin": "counted", "strength": "clear"}, "Counted"),
        ({"origin": "model", "strength": "weak"}, "Phrased by AI, weak"),
        (
            {"origin": "model", "strength": "clear", "confirmed": True},
            "Phrased by AI, clear, confirmed by a second look",
        ),
        ({"origin": "person", "strength": "strong"}, "Written by a person"),
    ],
)
def test_a_statement_says_where_its_words_come_from(fields: dict[str, object], words: str) -> None:
    assert origin(Statement(**fields)) == words


def test_a_persona_says_what_a_model_did_and_what_it_cost() -> None:
    plain = PersonaProvenance(Persona(usage=None))
    made = PersonaProvenance(Persona(usage=USED.model_dump(), phrased=["summary"], dropped=[{"text": "x"}]))

    assert (plain.by_model, plain.is_phrased, plain.dropped) == (False, False, 0)
    assert (made.by_model, made.cost, made.is_phrased, made.dropped) == (True, "$0.25", True, 1)


@pytest.mark.parametrize(
    ("model", "usage", "words", "cost"),
    [
        ("builtin", Usage(), "Written by the built-in writer, without AI", "Free"),
        ("openai:gpt-5.4", USED, "Written by OpenAI, gpt-5.4", "$0.25"),
        ("builtin", USED, "Begun by a model, finished by the built-in writer", "$0.25"),
        ("ollama:llama3.1", Usage(requests=3), "Written by Ollama, llama3.1", "Free"),
        ("openai:own", Usage(requests=3, cost_usd=None), "Written by OpenAI, own", "Price unknown"),
    ],
)
def test_a_run_says_who_wrote_and_what_it_cost(model: str, usage: Usage, words: str, cost: str) -> None:
    config = PersonaConfig(model=model).model_dump(mode="json")
    run = RunFactory.build(config=config, usage=usage.model_dump(mode="json"), experiment=None)

    assert (writer(run), price(run)) == (words, cost)


def test_every_origin_of_the_library_has_words_and_an_icon() -> None:
    origins = get_args(Found.model_fields["origin"].annotation)

    assert set(origins) == ORIGINS.keys()
    assert {name: origin_icon(Statement(origin=name)) for name in origins} == {
        "quoted": "quote",
        "counted": "bars",
        "model": "spark",
        "person": "edit",
    }


@pytest.mark.parametrize(
    ("usage", "cost"),
    [
        (None, "$0.00"),
        (Usage(requests=1, cost_usd=0.0004), "under $0.001"),
        (Usage(requests=1, cost_usd=None), "unknown"),
    ],
)
def test_the_price_of_one_persona(usage: Usage | None, cost: str) -> None:
    persona = Persona(usage=usage and usage.model_dump(mode="json"))

    assert (PersonaProvenance(persona).by_model, PersonaProvenance(persona).cost) == (usage is not None, cost)


def test_a_run_that_has_used_nothing_yet_is_free_and_by_the_built_in_writer() -> None:
    run = RunFactory.build(config={}, usage=None, experiment=None)

    assert (writer(run), price(run)) == ("Written by the built-in writer, without AI", "Free")

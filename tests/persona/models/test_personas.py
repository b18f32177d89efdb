"""Personas: what writing took is added up, and a price that is unknown stays unknown."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from pydantic import ValidationError

from persona.kinds import KINDS
from persona.models import (
    Asked,
    Dropped,
    Evidence,
    Fact,
    FactTold,
    Persona,
    Statement,
    StatementKind,
    StorySentence,
    Usage,
)
from tests.persona.exporting.results import PERSONA, RESULT


def test_use_adds_up() -> None:
    first = Usage(requests=2, input_tokens=900, output_tokens=100, cost_usd=0.25, cached=1)
    second = Usage(requests=1, input_tokens=100, output_tokens=50, cost_usd=0.5)

    assert first + second == Usage(requests=3, input_tokens=1000, output_tokens=150, cost_usd=0.75, cached=1)
    assert first + Usage() == first


@pytest.mark.parametrize(("first", "second"), [(None, 0.5), (0.5, None), (None, None)])
def test_with_one_unknown_price_the_sum_is_unknown(first: float | None, second: float | None) -> None:
    assert (Usage(cost_usd=first) + Usage(cost_usd=second)).cost_usd is None


def test_nothing_used_costs_nothing() -> None:
    assert Usage() == Usage(requests=0, input_tokens=0, output_tokens=0, cost_usd=0.0, cached=0)


def test_use_of_many_personas_is_the_same_in_any_order() -> None:
    parts = [Usage(requests=n, input_tokens=10 * n, cost_usd=0.25 * n) for n in range(5)]

    there, back = Usage(), Usage()
    for part in parts:
        there = there + part
    for part in reversed(parts):
        back = back + part
    assert there == back == Usage(requests=10, input_tokens=100, cost_usd=2.5)


@pytest.mark.parametrize(
    ("kind", "fields", "where"),
    [
        (Evidence, {"strength": "sure"}, "strength"),
        (Statement, {"kind": "wish"}, "kind"),
        (Statement, {"origin": "guess"}, "origin"),
        (Fact, {"direction": "up"}, "direction"),
        (Persona, {"phrased": ("name",)}, "phrased"),
    ],
)
def test_a_word_that_is_no_choice_is_refused(kind: Any, fields: dict[str, Any], where: str) -> None:
    whole = {
        Evidence: PERSONA.statements[0].evidence[0],
        Statement: PERSONA.statements[0],
        Fact: PERSONA.facts[0],
        Persona: PERSONA,
    }[kind].model_dump()

    with pytest.raises(ValidationError) as caught:
        kind.model_validate({**whole, **fields})

    assert {error["loc"][0] for error in caught.value.errors()} == {where}


def test_what_is_dropped_may_be_of_any_kind_or_a_persons_own_lines() -> None:
    allowed = set(get_args(StatementKind)) | {"tagline", "summary"}

    made = {Dropped(kind=kind, text="x", reason="uncited").kind for kind in allowed}

    assert made == KINDS.keys() | {"tagline", "summary"}


def test_quotes_stand_where_they_say() -> None:
    cell = "We want <one> plan, they said."
    evidence = PERSONA.statements[0].evidence[0].model_copy(update={"start": 3, "end": 18})

    assert cell[evidence.start : evidence.end] == evidence.quote


def test_ids_of_statements_are_one_each_in_a_result() -> None:
    ids = [statement.id for persona in RESULT.personas for statement in persona.statements]

    assert len(ids) == len(set(ids)) == sum(len(persona.statements) for persona in RESULT.personas)


def test_a_counted_statement_names_its_columns_with_what_they_ask() -> None:
    fields = {**PERSONA.statements[0].model_dump(exclude={"asked"}), "question": "Planning"}
    told = [Asked(column="Q5_1", question="Planning calms me"), Asked(column="Q5_2", question="I plan ahead")]
    statement = Statement(**fields, asked=tuple(told))

    assert statement.columns == ("Q5_1", "Q5_2")
    assert Statement.model_validate_json(statement.model_dump_json()) == statement


def test_results_that_name_columns_only_are_read() -> None:
    fields = PERSONA.statements[0].model_dump(exclude={"asked", "question"})

    asked = [Statement(**fields, question=text, columns=("Q5_2",)).asked for text in ("I plan ahead", None)]

    assert asked == [(Asked(column="Q5_2", question="I plan ahead"),), (Asked(column="Q5_2", question="Q5_2"),)]


def test_facts_of_a_sentence_are_read_as_earlier_versions_wrote_them() -> None:
    told = StorySentence.model_validate({"about": "who", "text": "Ages.", "facts": ["Q1\n", "Q2\nYes"]})

    assert told.facts == (FactTold(column="Q1"), FactTold(column="Q2", option="Yes"))
    assert StorySentence.model_validate_json(told.model_dump_json()) == told

"""Personas from elsewhere as JSON: a list of ours, a result, and everything that is neither."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from persona.assigning.bringing import MOST_LETTERS, read_personas
from persona.exceptions import ConfigurationError
from persona.exporting.formats import export
from persona.models.brought import BroughtPersona

if TYPE_CHECKING:
    from tests.persona.conftest import Finished


def test_a_list_is_read_as_it_is() -> None:
    text = '[{"name": "Planner", "answers": {"Tool": ["Paper", "App"], "Stars": 4}, "says": ["I plan"]}]'

    assert read_personas(text) == (
        BroughtPersona(name="Planner", answers={"Tool": ["Paper", "App"], "Stars": 4.0}, says=("I plan",)),
    )


def test_a_result_of_this_library_describes_its_own_people(finished: Finished) -> None:
    result = finished.output.result()

    brought = read_personas(export(result, "json"))
    found = result.place_among(brought)

    assert [persona.name for persona in brought] == [each.label or each.name for each in result.personas]
    right = sum(line.found[number] for number, line in enumerate(found.personas, start=1))
    assert right > 0.7 * found.placed
    assert found.placed > 0.4 * result.rows


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("no JSON", "this is no JSON."),
        ("[" * 100_000, "this is no JSON."),
        ("[" + " " * MOST_LETTERS, "there are more than 500,000 letters."),
        ("3", "there is no list of personas."),
        ('{"personas": 3}', "there is no list of personas."),
        ("[3]", "there is no list of personas."),
        ('[{"name": "A"}]', "persona 1: “A” has neither answers nor sentences."),
        ('[{"name": "A", "says": ["x"]}, {"says": ["x"]}]', "persona 2, name: Field required."),
        ('[{"name": "A", "says": ["x"], "age": 3}]', "persona 1, age: Extra inputs are not permitted."),
    ],
    ids=["words", "deep", "long", "number", "no list", "no personas", "empty", "no name", "more"],
)
def test_what_is_no_persona_is_a_plain_sentence(text: str, why: str) -> None:
    with pytest.raises(ConfigurationError) as told:
        read_personas(text)

    assert (told.value.code, str(told.value)) == (
        "brought_unreadable",
        f"These are no personas that we can read: {why}",
    )


def test_a_persona_has_an_end() -> None:
    for long in ({"says": ["x"] * 41}, {"says": ["x" * 501]}, {"answers": {str(n): "a" for n in range(61)}}):
        with pytest.raises(ConfigurationError, match="has at most"):
            read_personas(json.dumps([{"name": "A", **long}]))

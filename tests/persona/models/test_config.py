"""Settings of a run: what they may be, and what is refused before anything starts."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from persona.models import MAX_PERSONAS, ColumnChoice, ColumnRole, Edit, Merge, PersonaConfig, Rename, Split

EDITS: TypeAdapter[Edit] = TypeAdapter(Edit)


def refused(kind: Any, **fields: Any) -> list[tuple[tuple[int | str, ...], str]]:
    """Where and why a value cannot be made."""
    with pytest.raises(ValidationError) as caught:
        kind(**fields)
    return [(error["loc"], error["type"]) for error in caught.value.errors()]


def test_the_defaults_are_what_most_people_want() -> None:
    assert PersonaConfig().model_dump() == {
        "count": None,
        "model": "builtin",
        "detail": "standard",
        "budget_usd": None,
        "seed": 0,
        "columns": {},
        "redact": True,
        "template": None,
        "verify": False,
        "embeddings": None,
        "edits": (),
        "answers": {},
        "questions": {},
    }


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"count": 0}, [(("count",), "greater_than_equal")]),
        ({"count": MAX_PERSONAS + 1}, [(("count",), "less_than_equal")]),
        ({"seed": -1}, [(("seed",), "greater_than_equal")]),
        ({"seed": 2**32}, [(("seed",), "less_than_equal")]),
        ({"budget_usd": -0.01}, [(("budget_usd",), "greater_than_equal")]),
        ({"budget_usd": float("inf")}, [(("budget_usd",), "finite_number")]),
        ({"budget_usd": float("nan")}, [(("budget_usd",), "finite_number")]),
        ({"detail": "long"}, [(("detail",), "literal_error")]),
        ({"template": "x" * 501}, [(("template",), "string_too_long")]),
        ({"embeddings": "x" * 201}, [(("embeddings",), "string_too_long")]),
        ({"columns": {"Age": {"role": "colour"}}}, [(("columns", "Age", "role"), "enum")]),
        ({"columns": {"Age": {"hidden": True}}}, [(("columns", "Age", "hidden"), "extra_forbidden")]),
        ({"personas": 3}, [(("personas",), "extra_forbidden")]),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused_with_its_place(fields: dict[str, Any], where: list[Any]) -> None:
    assert refused(PersonaConfig, **fields) == where


@pytest.mark.parametrize("count", [None, 1, MAX_PERSONAS])
@pytest.mark.parametrize("seed", [0, 2**32 - 1])
def test_the_ends_of_what_is_allowed_are_allowed(count: int | None, seed: int) -> None:
    config = PersonaConfig(count=count, seed=seed, budget_usd=0)

    assert PersonaConfig.model_validate_json(config.model_dump_json()) == config


def test_columns_are_chosen_by_name_and_only_as_far_as_somebody_spoke() -> None:
    config = PersonaConfig.model_validate({"columns": {"Age": {"role": "number"}, "City": {"basis": False}}})

    assert config.columns == {
        "Age": ColumnChoice(role=ColumnRole.NUMBER, basis=None),
        "City": ColumnChoice(role=None, basis=False),
    }


@pytest.mark.parametrize(
    ("given", "edit"),
    [
        ({"type": "rename", "segment": 2, "name": "  Planners "}, Rename(segment=2, name="Planners")),
        ({"type": "merge", "segments": [3, 1]}, Merge(segments=(3, 1))),
        ({"type": "split", "segment": 1}, Split(segment=1, into=2)),
        ({"type": "split", "segment": 1, "into": 4}, Split(segment=1, into=4)),
    ],
)
def test_an_edit_is_known_by_its_type(given: dict[str, Any], edit: Edit) -> None:
    assert EDITS.validate_python(given) == edit
    assert EDITS.validate_json(EDITS.dump_json(edit)) == edit


@pytest.mark.parametrize(
    "given",
    [
        {"segment": 2, "name": "Planners"},
        {"type": "swap", "segments": [1, 2]},
        {"type": "rename", "segment": 0, "name": "Planners"},
        {"type": "rename", "segment": 1, "name": "   "},
        {"type": "rename", "segment": 1, "name": "x" * 81},
        {"type": "merge", "segments": [1]},
        {"type": "merge", "segments": list(range(1, MAX_PERSONAS + 2))},
        {"type": "split", "segment": 1, "into": 1},
        {"type": "split", "segment": 1, "into": MAX_PERSONAS + 1},
        {"type": "split", "segment": 1, "name": "Two"},
    ],
    ids=str,
)
def test_an_edit_that_cannot_be_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        EDITS.validate_python(given)


def test_settings_keep_their_edits_in_order() -> None:
    edits = (Merge(segments=(1, 2)), Rename(segment=1, name="All"), Split(segment=1))
    config = PersonaConfig(edits=edits)

    assert PersonaConfig.model_validate_json(config.model_dump_json()).edits == edits

"""Values that cross the border: frozen, closed, described, and the same after a journey through JSON."""

from __future__ import annotations

import inspect

import pytest
from pydantic import BaseModel, ValidationError

from persona import models
from persona.models import Frozen, OldNames, Problem, SourceReport
from tests.persona.exporting.results import RESULT

KINDS = {
    name: value
    for name in models.__all__
    if inspect.isclass(value := getattr(models, name)) and issubclass(value, BaseModel)
}
VALUES = {name: kind for name, kind in KINDS.items() if kind not in (Frozen, OldNames)}


def test_what_is_listed_is_there_and_nothing_else_is_exported() -> None:
    assert [name for name in models.__all__ if not hasattr(models, name)] == []
    assert list(models.__all__) == sorted(models.__all__, key=lambda name: (not name.isupper(), name))


@pytest.mark.parametrize("name", VALUES)
def test_every_value_is_frozen_and_takes_no_unknown_field(name: str) -> None:
    config = VALUES[name].model_config

    assert (config.get("frozen"), config.get("extra")) == (True, "forbid")


@pytest.mark.parametrize("name", VALUES)
def test_no_field_can_be_changed_from_outside(name: str) -> None:
    """Lists and sets could be changed in place: values hold tuples."""
    annotations = {field: str(about.annotation) for field, about in VALUES[name].model_fields.items()}

    assert [field for field, text in annotations.items() if "list[" in text or "set[" in text] == []


@pytest.mark.parametrize("name", VALUES)
def test_every_value_says_what_it_is(name: str) -> None:
    assert (VALUES[name].__doc__ or "").partition("\n")[0].endswith((".", "`"))


def test_a_value_refuses_what_it_does_not_know() -> None:
    with pytest.raises(ValidationError) as caught:
        Problem(code="x", message="y", severity=3)  # type: ignore[call-arg]

    assert [(error["loc"], error["type"]) for error in caught.value.errors()] == [(("severity",), "extra_forbidden")]


def test_a_value_stays_as_it_was_made() -> None:
    problem = Problem(code="x", message="y")

    with pytest.raises(ValidationError) as caught:
        problem.line = 3  # type: ignore[misc]

    assert ([error["type"] for error in caught.value.errors()], problem.line) == (["frozen_instance"], None)


def test_equal_values_are_equal_and_one_in_a_set() -> None:
    assert len({Problem(code="x", message="y", line=1), Problem(code="x", message="y", line=1)}) == 1


def test_a_whole_result_survives_json() -> None:
    kind = type(RESULT)

    assert kind.model_validate_json(RESULT.model_dump_json()) == RESULT
    assert kind.model_validate(RESULT.model_dump()) == RESULT


def test_a_copy_with_a_change_leaves_the_first() -> None:
    persona = RESULT.personas[0]

    changed = persona.model_copy(update={"tagline": "Another"})

    assert (persona.tagline, changed.tagline, changed.statements) == (
        "“One plan & done”",
        "Another",
        persona.statements,
    )


def test_a_name_that_a_class_never_had_is_an_attribute_error() -> None:
    report = SourceReport(
        name="a.csv",
        kind="csv",
        bytes=9,
        sha256="",
        encoding="utf-8",
        encoding_how="checked",
        delimiter=",",
        quote=None,
        header_line=1,
        names=("id",),
        rows=1,
        rows_per_part=1,
        parts=(),
    )

    with pytest.raises(AttributeError, match="lines_that_fell_out"):
        _ = report.lines_that_fell_out


@pytest.mark.parametrize("name", VALUES)
def test_a_field_that_nobody_knows_is_refused_by_its_name(name: str) -> None:
    with pytest.raises(ValidationError) as refused:
        VALUES[name].model_validate({"no_such_field": 1})

    assert ("extra_forbidden", ("no_such_field",)) in [
        (error["type"], error["loc"]) for error in refused.value.errors()
    ]
